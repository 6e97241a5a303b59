import { earlierAndThis } from "./columns";
import type { TableKind } from "./table";
import { isAnalysed } from "./table-case";

/** What most tables have in common: they count analysed cases of earlier samples and of this one. */
export const ofAnalysedCases = {
  unit: "cases",
  percent: false,
  note: "Number of cases.",
  columns: earlierAndThis,
  isAbout: isAnalysed,
  groupOf: ({ sample }) => sample,
  valueOf: () => null,
} as const satisfies Partial<TableKind>;

/** What must be said beside shares in whole per cent. */
export const aboutRounding = "Because of rounding, shares may not add up.";

/** What the total of a table of cases is called. */
export const allCases = "All cases";
