import { Details } from "@/components/ui/details";
import { SummaryList } from "@/components/ui/summary-list";
import { columnNames, titlesAbove } from "@/domain/import/sheets/alike-headers";
import { keepWhereBlank } from "./blanks-field";
import { ChangedCases, type ChangedCasesProps } from "./changed-cases";
import { ImportLists } from "./import-lists";
import { ImportMoves } from "./import-moves";
import type { ListPart } from "./list-part";
import { rowsInWords } from "./rows-in-words";
import { TotalTable, type TotalTableProps } from "./total-table";

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
    readonly emptied: { readonly facts: number; readonly cases: number };
    readonly moves: readonly string[];
    readonly lists: readonly { readonly label: string; readonly changes: readonly string[] }[];
    readonly differing: number;
    readonly changed: ChangedCasesProps["changed"];
    readonly totals: TotalTableProps["totals"];
  };
  /** The parts of the two lists that are shown. */
  readonly parts: { readonly changed: ListPart; readonly totals: ListPart };
  readonly prepared: {
    readonly refused: number;
    readonly matching: {
      readonly keepsRecorded?: true;
      readonly sheets: readonly {
        readonly kind: string | null;
        readonly headerLine: number;
        readonly lastLine?: number;
        readonly columns: readonly { readonly header: string; readonly target: string | null }[];
      }[];
    };
    readonly sheets: readonly {
      readonly label: string;
      readonly first: readonly { readonly line: number; readonly cells: readonly string[] }[];
      readonly hidden?: true;
      readonly below?: { readonly rows: number };
    }[];
  };
}

/** What an import would do, before anything is stored. */
export function CheckImport({ review, prepared, parts }: CheckImportProps) {
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
      {review.emptied.facts > 0 && (
        <p className="govuk-body">
          {emptiedInWords(review.emptied)}
          {!prepared.matching.keepsRecorded &&
            ` Where that comes of blanks in the files, tick “${keepWhereBlank}” under Columns to keep them.`}
        </p>
      )}
      {counts.changed > 0 && <ChangedCases changed={changed} part={parts.changed} />}
      <ImportLists lists={review.lists} />
      <ImportMoves moves={review.moves} />
      {review.differing > 0 && (
        <div id="totals">
          <Details
            summary={`Totals in the files that differ from what Concord computes: ${review.differing}`}
            open={parts.totals.passedOver > 0}
          >
            <TotalTable totals={totals} part={parts.totals} />
          </Details>
        </div>
      )}
    </>
  );
}

function emptiedInWords({ facts, cases }: CheckImportProps["review"]["emptied"]): string {
  const what = facts === 1 ? "1 recorded fact becomes" : `${facts} recorded facts become`;
  return `${what} “Not recorded”, in ${cases === 1 ? "1 case" : `${cases} cases`}.`;
}

/** The sheets, columns and rows below tables that are not taken over. */
function leftOut({ matching, sheets }: CheckImportProps["prepared"]): string[] {
  return matching.sheets.flatMap(({ kind, headerLine, lastLine, columns }, at) => {
    const { label = "", first = [], hidden, below } = sheets[at] ?? {};
    if (kind === null)
      return [`${label}, the whole sheet${hidden ? ", which is hidden in the workbook" : ""}`];
    const titles = titlesAbove(first, headerLine, columns.length);
    const all = columnNames(
      columns.map(({ header }) => header),
      titles,
    );
    const names = all.filter((_, index) => columns[index]?.target === null);
    return [
      ...(names.length > 0 ? [`${label}: ${names.join(", ")}`] : []),
      ...(below ? [`${label}: ${rowsInWords(below)} below row ${lastLine}`] : []),
    ];
  });
}
