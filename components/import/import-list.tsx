import { DataTable } from "@/components/ui/data-table";
import { formatDateTime } from "@/domain/dates";

/** An import as the list shows it. */
export interface ListedImport {
  readonly id: string;
  readonly madeAt: string;
  readonly madeBy: string | null;
  readonly files: readonly { readonly name: string }[];
  readonly counts: { readonly new: number; readonly changed: number };
  readonly undone: { readonly at: string } | null;
}

/** The imports so far, newest first. */
export function ImportList({ imports }: { imports: readonly ListedImport[] }) {
  return (
    <DataTable
      caption="Imports so far"
      narrow="cards"
      empty="Nothing has been imported on this page yet."
      columns={[
        { key: "files", label: "Files" },
        { key: "when", label: "Imported" },
        { key: "who", label: "By" },
        { key: "new", label: "New cases", numeric: true },
        { key: "changed", label: "Changed", numeric: true },
        { key: "undone", label: "Undone" },
      ]}
      rows={imports.map(({ id, madeAt, madeBy, files, counts, undone }) => ({
        key: id,
        cells: [
          <a className="govuk-link" href={`/imports/${id}`} key="link">
            {files.map(({ name }) => name).join(", ")}
          </a>,
          formatDateTime(madeAt),
          madeBy ?? "Command line",
          counts.new,
          counts.changed,
          undone ? formatDateTime(undone.at) : "No",
        ],
      }))}
    />
  );
}
