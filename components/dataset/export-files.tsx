import { classes } from "@/components/ui/field-words";

/** The whole dataset: a button for each file of it, the first for whoever needs nothing special. */
export function WholeDownloads(props: {
  readonly files: readonly { readonly name: string; readonly title: string }[];
}) {
  return (
    <ul className="plain-list export-files">
      {props.files.map(({ name, title }, index) => (
        <li key={name}>
          <Download file={name} look={index === 0 ? undefined : "secondary"} />
          <span>{title}</span>
        </li>
      ))}
    </ul>
  );
}

/** A table that can be taken away by itself. */
export interface ExportedTable {
  readonly name: string;
  readonly title: string;
}

/** Tables, each with a button for CSV and one for SPSS. */
export function TableDownloads({ tables }: { readonly tables: readonly ExportedTable[] }) {
  return (
    <ul className="plain-list export-tables">
      {tables.map(({ name, title }) => (
        <li key={name}>
          <span>
            <b>{name}</b>
            <br />
            {title}
          </span>
          <span>
            <Download file={`${name}.csv`} look="secondary" words="CSV" />
            <Download file={`${name}.sav`} look="secondary" words="SPSS" />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Download(props: {
  readonly file: string;
  readonly look?: "secondary";
  /** What stands on the button; the name of the file where nothing is said. */
  readonly words?: "CSV" | "SPSS";
}) {
  const { file, look, words } = props;
  return (
    <button
      type="submit"
      className={classes("govuk-button", look && `govuk-button--${look}`)}
      formAction={`/export/${file}`}
      aria-label={`Download ${file}${words === "SPSS" ? " for SPSS" : ""}`}
    >
      {words ?? file}
    </button>
  );
}
