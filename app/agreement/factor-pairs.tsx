import { DataTable } from "@/components/ui/data-table";
import type { FactorDetail } from "@/db/agreement/factor";
import { figure, withInterval } from "@/domain/agreement/figures";
import type { MarginalHomogeneity } from "@/domain/agreement/marginal-homogeneity";
import type { MeanDifference } from "@/domain/agreement/mean-difference";
import { reasons } from "@/domain/agreement/result";
import { type Asked, addressOf } from "./asked";
import { agreedAsText, difference } from "./words";

/** How each coder agrees with each other on one factor, for leads. */
export function FactorPairs({ detail, asked }: { detail: FactorDetail; asked: Asked }) {
  return (
    <>
      <h2 className="govuk-heading-m">Pairs of coders</h2>
      <DataTable
        caption="Agreement of each pair of coders on this factor"
        captionHidden
        narrow="cards"
        columns={[
          { key: "pair", label: "Pair" },
          { key: "cases", label: "Cases", numeric: true },
          { key: "kappa", label: "Quadratic kappa (95% interval)" },
          { key: "difference", label: "Score of the first (95% interval)" },
          { key: "homogeneity", label: "Levels as often (Stuart-Maxwell)" },
          { key: "agreed", label: "Whose level was agreed where they differed" },
        ]}
        rows={(detail.pairs ?? []).map((each) => {
          const [one, other] = each.pair.map((place) => detail.compared?.[place]);
          const keys: [string, string] = [one?.key ?? "", other?.key ?? ""];
          const levels = `${addressOf({ ...asked, stage: null, pair: keys, cell: null })}#levels`;
          return {
            key: keys.join("-"),
            cells: [
              <>
                {one?.label} and {other?.label}
              </>,
              each.kappa.cases,
              withInterval(each.kappa, each.kappa.interval),
              differenceWords(each.difference),
              homogeneityWords(each.homogeneity),
              agreedAsText(each.agreedAs),
            ].map((content, place) => (
              <a className="govuk-link" href={levels} key={String(place)}>
                {content}
              </a>
            )),
          };
        })}
        empty="No two coders rated the same case."
      />
    </>
  );
}

function differenceWords({ value, reason, interval }: MeanDifference): string {
  if (value === null) return reasons[reason];
  const range = interval ? ` (${figure(interval.low)} to ${figure(interval.high)})` : "";
  return `${difference(value)}${range}`;
}

function homogeneityWords({ p, statistic, degrees, reason }: MarginalHomogeneity): string {
  if (p === null || statistic === null) return reason ? reasons[reason] : "–";
  const words = p < 0.001 ? "p < 0.001" : `p = ${p.toFixed(3)}`;
  return `${words} (X² ${figure(statistic)}, ${degrees} df)`;
}
