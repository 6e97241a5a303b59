import { caveatsFor } from "../../caveats";
import { countCell, type FigureLine, type TakenTable, tableOfFigures } from "../figures";
import { fewNotes, notRatedOnAll } from "../shown-table";
import { type Analyses, baseOfAnalyses } from "./analyses";

/** Which factors occur together, as a table of everything against everything else. */
export function togetherTable(analyses: Analyses): TakenTable {
  const lines = togetherLines(analyses);
  return tableOfFigures({
    name: "factors_together",
    title: "Risk factors that occur together",
    lineLabel: "Risk factor",
    columns: analyses.together.rows.map(({ label }) => ({
      label,
      figures: [label, `${label}, per cent`],
    })),
    lines,
    notes: [...reading, ...unratedNote(analyses)],
    marks: fewNotes(lines, analyses),
    base: baseOfAnalyses(analyses),
    caveats: caveatsFor("factors_together"),
  });
}

const reading = [
  "A factor counts where its agreed level is above Not indicated (or No).",
  "Read along a row: of the cases that have its factor, how many have each other factor too, in number and in whole per cent. Where a factor meets itself stands in how many cases it is at all, and its share of all cases.",
  "That two factors occur together often does not mean that one leads to the other: two that are frequent meet often.",
];

function unratedNote({ together: { rows, cases } }: Analyses): string[] {
  return rows.some(({ of }, at) => of[at] !== cases) ? [notRatedOnAll] : [];
}

/** A line for each factor, a cell for each that it may meet: how many cases, and their share. */
export function togetherLines({ together: { rows }, withheldUpTo }: Analyses): FigureLine[] {
  return rows.map(({ key, label, together, of }) => ({
    ...{ key, label, look: "part" },
    cells: together.map((n, column) => ({
      ...countCell(n, of[column] ?? 0),
      few: n > 0 && n <= withheldUpTo,
      ...(n > 0 && {
        behind: {
          table: "factors_together",
          line: `part-${key}`,
          column: rows[column]?.key ?? "",
        },
      }),
    })),
  }));
}
