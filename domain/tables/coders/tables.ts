import { caveatsFor } from "../../caveats";
import { percentOf, percentText } from "../cell-text";
import { type FigureLine, figuresOf, meanCell, type TakenTable, tableOfFigures } from "../figures";
import { withNothingWithheld } from "../published-table";
import type { RuleMean } from "../rule-means";
import { fewNotes, shownLike } from "../shown-table";
import type { Table } from "../table";
import { nameByCoder } from "../table-files";
import { type ByCoder, baseByCoder, baseOfLawGroups, baseOfThemes } from "./by-coder";
import { aboutBars, chartByCoder } from "./chart";
import { agreedForSame, meanUnder } from "./same-cases";
import { coverageInWords, findingsInWords, readingNotes } from "./words";

/** The tables of who decides, in order. */
export function tablesByCoder(view: ByCoder): TakenTable[] {
  return [
    meansByCoder(view),
    ...view.tables.map((table) =>
      sideBySide(table, view, {
        title: `${table.kind.title}, by who decides`,
        base: table.kind.output === "chart_2" ? baseOfLawGroups(table, view) : baseByCoder(view),
      }),
    ),
    sideBySide(view.themes, view, { title: view.themes.kind.title, base: baseOfThemes(view) }),
  ];
}

/**
 * The tables of who decides as files hold them: with what stands above them on their page, because
 * nothing stands around a file.
 */
export function takenByCoder(view: ByCoder): TakenTable[] {
  return tablesByCoder(view).map(({ shown, figures }) => {
    const { name, chart, notes } = shown;
    const isFirst = name === "mean_by_coder";
    return {
      figures,
      shown: {
        ...shown,
        ...(isFirst && { summary: [coverageInWords(view), ...findingsInWords(view)] }),
        notes: [...notes, ...readingNotes],
        chart: chart && { ...chart, notes: [...chart.notes, ...readingNotes] },
      },
    };
  });
}

/** The mean risk rating under each rule, beside what was agreed for the same cases. */
function meansByCoder(view: ByCoder): TakenTable {
  const lines = view.means.map((mean) => lineOf(mean, view));
  const agreed = "As agreed, the same cases";
  const unlike = "Ratings unlike the agreed";
  return tableOfFigures({
    name: "mean_by_coder",
    title: "Mean risk rating, by who decides",
    lineLabel: "Who decides",
    columns: [
      { label: "Mean", figures: ["Mean", "Cases"] },
      { label: agreed, figures: [agreed, `${agreed}, cases`] },
      { label: unlike, figures: [unlike, "Ratings", `${unlike}, per cent`] },
    ],
    lines,
    notes: [
      "Mean risk rating, and in brackets the number of cases on which the rule decides all factors. Beside it stands what was agreed for the very same cases. Then how many single ratings are not what was agreed, of how many, in whole per cent.",
    ],
    marks: fewNotes(lines, view),
    base: baseByCoder(view),
    caveats: caveatsFor("table_10"),
  });
}

function lineOf(mean: RuleMean, { means, withheldUpTo }: ByCoder): FigureLine {
  const { rule, n, sum, agreedSum, ratings, differing } = mean;
  const behind = { table: "table_10", ...meanUnder(rule) } as const;
  const same = { table: "table_10", ...agreedForSame(mean, means) } as const;
  const meanOf = (sum: number) => meanCell({ sum, n }, { look: "part", withheldUpTo });
  return {
    key: rule.key,
    label: rule.label,
    look: rule.key === "agreed" ? "total" : "part",
    cells: [
      { ...meanOf(sum), ...(n > 0 && { behind }) },
      { ...meanOf(agreedSum), ...(n > 0 && { behind: same }) },
      {
        text: `${differing} of ${ratings} (${percentText(differing, ratings)})`,
        figures: [differing, ratings, percentOf(differing, ratings)],
      },
    ],
  };
}

/** A table with a column for each rule; chart 2 would be too long to be drawn. */
function sideBySide(
  table: Table,
  view: ByCoder,
  words: { readonly title: string; readonly base: string },
): TakenTable {
  const [published] = withNothingWithheld([table]);
  const name = nameByCoder(table.kind.output);
  if (!published || !name) throw new Error(`${words.title} has no name`);
  const shown = shownLike(published, { ...view, kind: "leads" });
  const chart = name === "chart_1_by_coder" ? chartByCoder(shown.chart, words.title, table) : null;
  const notes = [...(chart ? aboutBars(table) : []), ...shown.notes];
  return { shown: { ...shown, ...words, name, notes, chart }, figures: figuresOf(published) };
}
