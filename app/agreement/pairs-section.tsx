import { DataTable } from "@/components/ui/data-table";
import type { AgreementView } from "@/db/agreement/agreement";
import { correlationInWords, withInterval } from "@/domain/agreement/figures";
import { findFactor } from "@/domain/codebook/codebook";
import { type Asked, addressOf, addressOfPart } from "./asked";
import { RiskRatingLink } from "./risk-rating-section";
import { agreedAsText, difference } from "./words";

/** How each coder agrees with each other over all factors, for leads. */
export function PairsSection({ view, asked }: { view: AgreementView; asked: Asked }) {
  const nameOf = (place: number) => view.compared?.[place];
  return (
    <>
      <h2 className="govuk-heading-m">Pairs of coders</h2>
      <DataTable
        caption="Agreement of each pair of coders"
        captionHidden
        narrow="cards"
        columns={[
          { key: "pair", label: "Pair" },
          { key: "cases", label: "Cases with both risk ratings", numeric: true },
          { key: "icc", label: "ICC(2,1) of the risk rating (95% interval)" },
          { key: "difference", label: "Risk rating of the first" },
          { key: "lowest", label: "Lowest quadratic kappa (95% interval)" },
          { key: "agreed", label: "Whose level was agreed where they differed" },
        ]}
        rows={(view.pairs ?? []).map(({ pair, cases, icc, lowest, agreedAs, ...rest }) => {
          const [one, other] = pair.map(nameOf);
          const keys: [string, string] = [one?.key ?? "", other?.key ?? ""];
          return {
            key: keys.join("-"),
            cells: [
              <a className="govuk-link" key="pair" href={addressOfPart(ofBoth(asked, keys), null)}>
                {one?.label} and {other?.label}
              </a>,
              <RiskRatingLink key="cases" asked={ofBoth(asked, keys)}>
                {cases}
              </RiskRatingLink>,
              <RiskRatingLink key="icc" asked={ofBoth(asked, keys)}>
                {correlationInWords(icc)}
              </RiskRatingLink>,
              rest.difference === null ? (
                "–"
              ) : (
                <RiskRatingLink key="difference" asked={ofBoth(asked, keys)}>
                  {difference(rest.difference)}
                </RiskRatingLink>
              ),
              lowest ? (
                <>
                  {withInterval(lowest.kappa, lowest.kappa.interval)},{" "}
                  <a
                    className="govuk-link"
                    href={`${addressOf({ ...asked, factor: lowest.factor, stage: null, pair: keys, cell: null })}#levels`}
                  >
                    {findFactor(view.codebook, lowest.factor)?.label}
                  </a>
                </>
              ) : (
                "–"
              ),
              <a
                className="govuk-link"
                key="agreed"
                href={addressOfPart(ofBoth(asked, keys), null)}
              >
                {agreedAsText(agreedAs)}
              </a>,
            ],
          };
        })}
        empty="No two coders rated the same case."
      />
    </>
  );
}

/** The same choice of cases, of these two coders alone. */
function ofBoth(asked: Asked, coders: readonly [string, string]): Asked {
  return { ...asked, coders };
}
