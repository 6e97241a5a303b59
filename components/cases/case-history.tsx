/** One thing that was done to a case; all as shown. */
export interface HistoryLine {
  readonly key: string;
  readonly when: string;
  readonly who: string;
  readonly what: string;
  readonly reason: string;
}

/** What was done to a case, in the order given. */
export function CaseHistory({ entries }: { entries: readonly HistoryLine[] }) {
  return (
    <section aria-labelledby="history">
      <h2 id="history">History</h2>
      <ol className="plain-list history">
        {entries.map((entry) => (
          <li key={entry.key}>
            <p>
              {entry.who} {entry.what}
            </p>
            {entry.reason && <p>Reason: {entry.reason}</p>}
            <p className="muted">{entry.when}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
