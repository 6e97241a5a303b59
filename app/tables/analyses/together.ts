import type { HeatCell, HeatMapProps } from "@/components/tables/heat-map";
import type { AnalysesView } from "@/db/tables/analyses";
import { percentOf, percentText } from "@/domain/tables/cell-text";
import { fewNote } from "@/domain/tables/shown-table";
import { casesLink, choiceInAddress } from "../links";

/** Which factors occur together, as a page draws it. */
export function togetherMap(view: AnalysesView): HeatMapProps {
  const { together, withheldUpTo } = view;
  const { rows, cases } = together;
  const chosen = choiceInAddress(view);
  const linkOf = (row: string, column: string) =>
    casesLink("factors_together", `part-${row}`, column, chosen);
  const cellOf = (n: number, of: number, isOwn: boolean, href: string): HeatCell => ({
    n,
    share: percentText(n, of),
    shade: isOwn ? "own" : shadeOf(n, of),
    few: n > 0 && n <= withheldUpTo,
    ...(n > 0 && { href }),
  });
  return {
    caption: "Risk factors that occur together",
    rowLabel: "Risk factor",
    rows: rows.map(({ key, label, present, together: counts }, row) => ({
      key,
      label,
      cells: counts.map((n, column) => {
        const isOwn = row === column;
        return cellOf(n, isOwn ? cases : present, isOwn, linkOf(key, rows[column]?.key ?? ""));
      }),
    })),
    legend: [
      { shade: "0", label: "none" },
      { shade: "1", label: "up to 25%" },
      { shade: "2", label: "26 to 50%" },
      { shade: "3", label: "51 to 75%" },
      { shade: "4", label: "76% and more" },
      { shade: "own", label: "the factor itself, of all cases" },
    ],
  };
}

function shadeOf(n: number, of: number): HeatCell["shade"] {
  const percent = percentOf(n, of) ?? 0;
  if (n === 0) return "0";
  if (percent <= 25) return "1";
  if (percent <= 50) return "2";
  return percent <= 75 ? "3" : "4";
}

/** How to read it. */
export function togetherNotes(view: AnalysesView): string[] {
  const isMarked = togetherMap(view).rows.some(({ cells }) => cells.some(({ few }) => few));
  return [...reading, ...(isMarked ? [fewNote(view)] : [])];
}

const reading = [
  "A factor counts where its agreed level is above Not indicated (or No).",
  "Read along a row: of the cases that have its factor, how many have each other factor too, in number and in whole per cent. In a frame stands in how many cases the factor is at all, and its share of all cases.",
  "That two factors occur together often does not mean that one leads to the other: two that are frequent meet often.",
];
