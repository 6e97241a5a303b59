import { DataTable } from "@/components/ui/data-table";

const mostShown = 100;

export interface ImportFaultsProps {
  /** Where a copy of the files with the faults can be had. */
  readonly href: string;
  readonly count: number;
  readonly faults: readonly {
    readonly sheet: string;
    readonly line: number;
    readonly column: string;
    readonly value: string;
    readonly expected: string;
  }[];
}

/** Everything that keeps the files from being imported, by row and column. */
export function ImportFaults({ href, count, faults }: ImportFaultsProps) {
  const shown = faults.slice(0, mostShown);
  return (
    <section aria-labelledby="faults">
      <h2 className="govuk-heading-m" id="faults">
        {count === 1 ? "1 fault" : `${count.toLocaleString("en-GB")} faults`} to mend first
      </h2>
      <p className="govuk-body">
        Go back to the columns or values, or mend the files and upload them again.{" "}
        <a className="govuk-link" href={href}>
          Download a copy of the files with the faults beside their rows
        </a>
      </p>
      <DataTable
        caption={count > shown.length ? `The first ${shown.length} faults` : "Faults"}
        captionHidden={count <= shown.length}
        narrow="cards"
        columns={[
          { key: "row", label: "Row" },
          { key: "sheet", label: "Sheet" },
          { key: "column", label: "Column" },
          { key: "value", label: "Found" },
          { key: "expected", label: "Expected" },
        ]}
        rows={shown.map(({ sheet, line, column, value, expected }, index) => ({
          key: String(index),
          cells: [line, sheet, column, value === "" ? "Nothing" : value, expected],
        }))}
      />
    </section>
  );
}
