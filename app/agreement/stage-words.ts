import type { StageTable } from "@/domain/agreement/crossings";

interface StageWords {
  readonly title: string;
  /** What the lines and the columns are. */
  readonly line: string;
  readonly column: string;
  readonly note: string;
}

/** What the tables of levels are called that lead from first ratings to agreed levels. */
export const stageWords: Readonly<Record<StageTable, StageWords>> = {
  again: {
    title: "After second looks",
    line: "One rating",
    column: "Another rating",
    note: "Each pair of ratings that coders held after a second look, by its two levels, in both orders; of the cases that had one.",
  },
  changed: {
    title: "First ratings beside second looks",
    line: "First rating",
    column: "After the second look",
    note: "Each rating of the cases that had a second look: what was given first, and what was held after it.",
  },
  "first-agreed": {
    title: "First ratings beside the agreed level",
    line: "First rating",
    column: "Agreed level",
    note: "Each first rating of the cases with an agreed level. It does not say who was right.",
  },
  "held-agreed": {
    title: "What coders held beside the agreed level",
    line: "Held when the case opened",
    column: "Agreed level",
    note: "Each rating of the cases with an agreed level, as it stood when the case opened: after its second look if it had one. It does not say who was right.",
  },
};
