import type { ReactNode } from "react";

export interface SummaryRow {
  readonly key: string;
  readonly value?: ReactNode;
  /** In place of a value: what it says, a line for each item. */
  readonly lines?: readonly string[];
  readonly change?: { readonly href: string; readonly what: string };
}

function Lines({ lines }: { lines: readonly string[] }) {
  if (lines.length < 2) return lines[0] ?? "";
  const keyed = lines.map((line, index) => ({ line, key: `${index} ${line}` }));
  return (
    <ul className="plain-list">
      {keyed.map(({ line, key }) => (
        <li key={key}>{line}</li>
      ))}
    </ul>
  );
}

/** Names and values, each with an optional link to change it. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl className="govuk-summary-list">
      {rows.map((row) => (
        <div className="govuk-summary-list__row" key={row.key}>
          <dt className="govuk-summary-list__key">{row.key}</dt>
          <dd className="govuk-summary-list__value">
            {row.value ?? <Lines lines={row.lines ?? []} />}
          </dd>
          {row.change && (
            <dd className="govuk-summary-list__actions">
              <a className="govuk-link" href={row.change.href}>
                Change<span className="govuk-visually-hidden"> {row.change.what}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
