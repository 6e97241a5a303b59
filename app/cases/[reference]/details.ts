import type { SummaryRow } from "@/components/ui/summary-list";
import type { RecordView } from "@/db/cases/case-records";
import type { CaseView } from "@/db/cases/cases";
import type { FactInWords } from "@/domain/case-record/words";
import { sectionInWords } from "@/domain/case-record/words";
import type { CodeLists } from "@/domain/code-lists/code-lists";
import { formatDate } from "@/domain/dates";

const shown = ["case", "involvement", "incident", "children", "analysis"] as const;

/** The details of a case as names and values: its record, but for practice and actions. */
export function detailRows(found: CaseView, view: RecordView, lists: CodeLists): SummaryRow[] {
  return [
    ...shown.flatMap((section) => sectionInWords(section, view.record, lists)).map(factRow),
    { key: "Codebook", value: `Version ${found.codebookVersion}` },
    {
      key: found.origin === "imported" ? "Imported" : "Registered",
      value: formatDate(found.registeredAt),
    },
  ];
}

/** A fact of the record as a name and its lines. */
export function factRow({ label, lines }: FactInWords): SummaryRow {
  return { key: label, lines: lines.length > 0 ? lines : ["Not recorded"] };
}
