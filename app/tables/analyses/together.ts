import type { HeatCell, HeatMapProps } from "@/components/tables/heat-map";
import type { Analyses } from "@/domain/tables/analyses/analyses";
import { togetherLines } from "@/domain/tables/analyses/together";
import type { ShownTable } from "@/domain/tables/shown-table";
import { casesLink } from "../links";

/** Which factors occur together, as a page draws it; `cases` chooses those behind its cells. */
export function togetherMap(
  { title, lineLabel }: ShownTable,
  analyses: Analyses,
  cases: URLSearchParams,
): HeatMapProps {
  return {
    caption: title,
    rowLabel: lineLabel,
    rows: togetherLines(analyses).map(({ key, label, cells }, row) => ({
      key,
      label,
      cells: cells.map(({ figures: [n, percent], few = false, behind }, column): HeatCell => {
        const [count, share] = [n ?? 0, percent ?? null];
        return {
          n: count,
          share: share === null ? "–" : `${share}%`,
          shade: row === column ? "own" : shadeOf(count, share ?? 0),
          few,
          ...(behind && { href: casesLink(behind, cases) }),
        };
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

function shadeOf(n: number, percent: number): HeatCell["shade"] {
  if (n === 0) return "0";
  if (percent <= 25) return "1";
  if (percent <= 50) return "2";
  return percent <= 75 ? "3" : "4";
}
