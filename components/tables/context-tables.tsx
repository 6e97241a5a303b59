import { DataTable } from "@/components/ui/data-table";
import {
  type ContextFigure,
  type ContextPart,
  contextParts,
  fromElsewhere,
} from "@/domain/context-figures";

export interface ContextTablesProps {
  readonly figures: readonly ContextFigure[];
  /** Who typed them in, and when, as a sentence; null where there are none. */
  readonly typedIn: string | null;
  /** Where they are typed in; null for those who may not. */
  readonly changeHref: string | null;
}

/** Figures from elsewhere beneath the tables, marked as typed in. Nothing where there are none to see. */
export function ContextTables({ figures, typedIn, changeHref }: ContextTablesProps) {
  if (figures.length === 0 && changeHref === null) return null;
  const parts = (Object.keys(contextParts) as ContextPart[]).filter((part) =>
    figures.some((figure) => figure.part === part),
  );
  return (
    <section className="report-table" id="context" aria-labelledby="context-heading">
      <h2 className="govuk-heading-m" id="context-heading">
        {fromElsewhere.title}
      </h2>
      <p className="muted">{fromElsewhere.note}</p>
      {parts.map((part) => (
        <DataTable
          key={part}
          caption={contextParts[part].label}
          columns={[
            { key: "label", label: "What it counts" },
            { key: "figure", label: "Figure", numeric: true },
            { key: "source", label: "Source" },
          ]}
          rows={figures
            .filter((figure) => figure.part === part)
            .map(({ label, figure, source }) => ({
              key: `${label} ${figure} ${source}`,
              cells: [label, figure, source],
            }))}
        />
      ))}
      {typedIn && <p>{typedIn}</p>}
      {changeHref && (
        <p className="take-away">
          <a className="govuk-link" href={changeHref}>
            {figures.length === 0
              ? "Type in Table 2 and the notification figures"
              : "Change these figures"}
          </a>
        </p>
      )}
    </section>
  );
}
