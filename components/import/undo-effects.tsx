import { ImportMoves } from "./import-moves";

interface Props {
  readonly moves: readonly string[];
  readonly releases: readonly number[];
  /** The import brought values into code lists. */
  readonly hasLists: boolean;
}

/** What undoing an import would do, before somebody says why. */
export function UndoEffects({ moves, releases, hasLists }: Props) {
  return (
    <>
      <p className="govuk-body">
        The cases that it made go, and the records that it changed are as before. This is possible
        as long as nothing is built on it.
        {hasLists &&
          " What it brought into code lists goes too, where no record has it, nor an earlier revision of one; what stays is named here then."}
      </p>
      <ImportMoves moves={moves} heading="Committed cases change back. That moves:" />
      {releases.length > 0 && <p className="govuk-body">{inWords(releases)}</p>}
    </>
  );
}

function inWords(releases: readonly number[]): string {
  const last = releases.slice(-1).join("");
  return releases.length > 1
    ? `Releases ${releases.slice(0, -1).join(", ")} and ${last} have records as this import left them, and stay as they are.`
    : `Release ${last} has records as this import left them, and stays as it is.`;
}
