import { DataTable } from "@/components/ui/data-table";
import { Details } from "@/components/ui/details";
import { SummaryList } from "@/components/ui/summary-list";
import { TotalTable } from "./total-table";

export interface CheckImportProps {
  readonly review: {
    readonly counts: {
      readonly new: number;
      readonly committed: number;
      readonly changed: number;
      readonly unchanged: number;
      readonly refused: number;
      readonly ratings: number;
    };
    readonly differing: number;
    readonly changed: readonly {
      readonly reference: string;
      readonly changes: readonly {
        readonly label: string;
        readonly before: unknown;
        readonly after: unknown;
      }[];
    }[];
    readonly totals: readonly {
      readonly reference: string;
      readonly label: string;
      readonly stated: string;
      readonly computed: string | null;
    }[];
  };
  readonly prepared: {
    readonly refused: number;
    readonly matching: {
      readonly sheets: readonly {
        readonly kind: string | null;
        readonly columns: readonly { readonly header: string; readonly target: string | null }[];
      }[];
    };
    readonly sheets: readonly { readonly label: string }[];
  };
}

/** What an import would do, before anything is stored. */
export function CheckImport({ review, prepared }: CheckImportProps) {
  const { counts, changed, totals } = review;
  const left = leftOut(prepared);
  return (
    <>
      <p className="govuk-body">Nothing is stored yet. This is what the import would do.</p>
      <SummaryList
        rows={[
          {
            key: "New cases",
            value: `${counts.new}, of which ${counts.committed} with agreed ratings`,
          },
          { key: "Cases that change", value: counts.changed },
          { key: "Cases that stay as they are", value: counts.unchanged },
          { key: "Cases that are refused", value: counts.refused + prepared.refused },
          { key: "Sets of independent ratings", value: counts.ratings },
          { key: "Left out", lines: left.length > 0 ? left : ["Nothing"] },
        ]}
      />
      {changed.length > 0 && (
        <DataTable
          caption="What changes in cases that the study has already"
          narrow="cards"
          columns={[
            { key: "case", label: "Case" },
            { key: "changes", label: "Changes" },
          ]}
          rows={changed.map(({ reference, changes }) => ({
            key: reference,
            cells: [reference, changes.map(({ label }) => label).join(", ")],
          }))}
        />
      )}
      {totals.length > 0 && (
        <Details
          summary={`Totals in the files that differ from what Concord computes: ${review.differing}`}
        >
          <TotalTable totals={totals} />
        </Details>
      )}
    </>
  );
}

/** The sheets and columns that are not taken over, by name. */
function leftOut({ matching, sheets }: CheckImportProps["prepared"]): string[] {
  return matching.sheets.flatMap(({ kind, columns }, at) => {
    const label = sheets[at]?.label ?? "";
    if (kind === null) return [`${label}, the whole sheet`];
    const names = columns.flatMap(({ header, target }, index) =>
      target === null ? [header === "" ? `column ${index + 1}` : `“${header}”`] : [],
    );
    return names.length > 0 ? [`${label}: ${names.join(", ")}`] : [];
  });
}
