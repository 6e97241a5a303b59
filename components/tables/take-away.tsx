import { CopyTable } from "./copy-table";

interface TakeAwayProps {
  readonly title: string;
  /** What travels with the table where it is copied. */
  readonly remarks: readonly string[];
  /** The files that it can be taken away as. */
  readonly files: readonly {
    readonly label: string;
    /** What of the page is not in it; null when all is. */
    readonly lacks: string | null;
    readonly href: string;
  }[];
}

/** The ways to take a table or chart away: copied, or as a file. */
export function TakeAway({ title, remarks, files }: TakeAwayProps) {
  return (
    <div className="take-away">
      <CopyTable title={title} remarks={remarks} />
      {files.length > 0 && (
        <ul className="govuk-list" aria-label={`Files of ${title}`}>
          {files.map(({ label, lacks, href }) => (
            <li key={label}>
              <a className="govuk-link" href={href} download>
                {label}
                <span className="govuk-visually-hidden"> of {title}</span>
              </a>
              {lacks && `, ${lacks}`}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
