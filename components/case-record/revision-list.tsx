/** One revision of a record in words. */
export interface RevisionLine {
  readonly revision: number;
  readonly when: string;
  readonly who: string;
  readonly reason: string;
  readonly changes: readonly {
    readonly label: string;
    readonly before: readonly string[];
    readonly after: readonly string[];
  }[];
  /** What it changed between values that were merged since. */
  readonly merged: readonly string[];
}

/** The revisions of a record, newest first, each with what it changed. */
export function RevisionList({ revisions }: { revisions: readonly RevisionLine[] }) {
  return (
    <ol className="plain-list revisions" reversed>
      {revisions.map(({ revision, when, who, reason, changes, merged }) => (
        <li key={revision}>
          <h2 className="govuk-heading-s">
            {when}, {who}
          </h2>
          {reason !== "" && <p>{reason}</p>}
          {changes.length === 0 ? (
            <p>{revision === 1 ? "The first record of the case." : countAsOne}</p>
          ) : (
            <dl className="changes">
              {changes.map(({ label, before, after }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>
                    <del>{inWords(before)}</del>
                  </dd>
                  <dd>
                    <ins>{inWords(after)}</ins>
                  </dd>
                </div>
              ))}
              {merged.map((label) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{countAsOne}</dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ol>
  );
}

const countAsOne = "What it changed does not show: both values count as one now.";

function inWords(lines: readonly string[]): string {
  return lines.length > 0 ? lines.join("; ") : "Not recorded";
}
