import { type FaultOfCell, FaultTable } from "./fault-table";
import { valuesToChoose } from "./value-table";

export interface ImportFaultsProps {
  /** Where the columns and the values are matched, and where a copy of the files with the faults is. */
  readonly hrefs: { readonly columns: string; readonly values: string; readonly copy: string };
  /** How many texts of the files nobody has said the value of. */
  readonly toChoose: number;
  readonly count: number;
  readonly faults: readonly FaultOfCell[];
}

/** Everything that keeps the files from being imported, by row and column. */
export function ImportFaults({ hrefs, toChoose, count, faults }: ImportFaultsProps) {
  return (
    <section aria-labelledby="faults">
      <h2 className="govuk-heading-m" id="faults">
        {count === 1 ? "1 fault" : `${count.toLocaleString("en-GB")} faults`} to mend first
      </h2>
      <p className="govuk-body">
        {toChoose > 0 && `Under Values there ${toChoose === 1 ? "is" : "are"} still `}
        {toChoose > 0 && (
          <>
            <a className="govuk-link" href={hrefs.values}>
              {valuesToChoose(toChoose)}
            </a>
            .{" "}
          </>
        )}
        Go back to the{" "}
        <a className="govuk-link" href={hrefs.columns}>
          columns
        </a>
        , where you can also say which row is the last of the table, or mend the files and upload
        them again.{" "}
        <a className="govuk-link" href={hrefs.copy}>
          Download a copy of the files with the faults beside their rows
        </a>
      </p>
      <FaultTable caption="Faults" expectedLabel="Expected" count={count} faults={faults} />
    </section>
  );
}
