/** One version of a code list in words. */
export interface CodeListChangeLine {
  readonly version: number;
  readonly when: string;
  readonly who: string;
  readonly reason: string;
  readonly changes: readonly string[];
}

/** The versions of a code list, newest first. */
export function CodeListChanges({ changes }: { changes: readonly CodeListChangeLine[] }) {
  return (
    <>
      <h2>Versions</h2>
      <ol className="plain-list revisions" reversed>
        {changes.map((change) => (
          <li key={change.version}>
            <h3>
              Version {change.version}, {change.when}, {change.who}
            </h3>
            {change.reason !== "" && <p>{change.reason}</p>}
            {change.changes.length === 0 ? (
              <p>The list that the study began with.</p>
            ) : (
              <ul className="govuk-list govuk-list--bullet">
                {change.changes.map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
