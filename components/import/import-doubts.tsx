import { DataTable } from "@/components/ui/data-table";

const mostShown = 100;

export interface ImportDoubtsProps {
  readonly doubts: readonly {
    readonly sheet: string;
    readonly line: number;
    readonly column: string;
    readonly value: string;
    readonly expected: string;
  }[];
}

/** What can be imported as it stands, and may not be what was meant. */
export function ImportDoubts({ doubts }: ImportDoubtsProps) {
  return (
    <section aria-labelledby="doubts">
      <h2 className="govuk-heading-m" id="doubts">
        To look at
      </h2>
      <p className="govuk-body">
        This can be imported as it stands, and may not be what was meant. If it is not, mend the
        files and upload them again.
      </p>
      <DataTable
        caption={doubts.length > mostShown ? `The first ${mostShown} of these` : "To look at"}
        captionHidden={doubts.length <= mostShown}
        narrow="cards"
        columns={[
          { key: "row", label: "Row" },
          { key: "sheet", label: "Sheet" },
          { key: "column", label: "Column" },
          { key: "value", label: "Found" },
          { key: "expected", label: "May have been" },
        ]}
        rows={doubts.slice(0, mostShown).map(({ sheet, line, column, value, expected }, index) => ({
          key: String(index),
          cells: [line, sheet, column, value, expected],
        }))}
      />
    </section>
  );
}
