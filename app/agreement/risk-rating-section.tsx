import type { ReactNode } from "react";
import { DataTable } from "@/components/ui/data-table";
import type { AgreementView } from "@/db/agreement/agreement";
import { correlationInWords } from "@/domain/agreement/figures";
import type { GroupCorrelation } from "@/domain/agreement/risk-rating-agreement";
import { type Asked, addressOfPart } from "./asked";

/** How far the risk ratings of coders agree. */
export function RiskRatingSection({ view, asked }: { view: AgreementView; asked: Asked }) {
  const leadsToCases = view.pairs !== null || view.factors.some(({ own }) => own !== null);
  return (
    <>
      <h2 className="govuk-heading-m">Risk rating</h2>
      <DataTable
        caption="Agreement on the risk rating"
        captionHidden
        narrow="cards"
        columns={[
          { key: "coders", label: "Coders" },
          { key: "cases", label: "Cases", numeric: true },
          { key: "single", label: "ICC(2,1), one coder (95% interval)" },
          { key: "average", label: "ICC(2,k), their mean (95% interval)" },
        ]}
        rows={view.riskRating.map(({ group, correlation }) => ({
          key: String(group.length),
          cells: [
            groupWords(group, view.compared),
            correlation.cases,
            correlationInWords(correlation.single),
            correlationInWords(correlation.average),
          ].map((text, place) =>
            place > 0 && leadsToCases ? (
              <RiskRatingLink key={String(place)} asked={ofGroup(asked, group, view.compared)}>
                {text}
              </RiskRatingLink>
            ) : (
              text
            ),
          ),
        }))}
        empty="No two coders gave two cases a whole risk rating both."
      />
    </>
  );
}

/** A figure that leads to the risk ratings of the cases behind it. */
export function RiskRatingLink({ asked, children }: { asked: Asked; children: ReactNode }) {
  return (
    <a className="govuk-link" href={addressOfPart(asked, "risk")}>
      {children}
    </a>
  );
}

/** The same choice of cases, for leads of these coders alone. */
function ofGroup(
  asked: Asked,
  group: GroupCorrelation["group"],
  compared: AgreementView["compared"],
): Asked {
  if (!compared) return asked;
  return { ...asked, coders: group.map((place) => compared[place]?.key ?? "") };
}

function groupWords(group: GroupCorrelation["group"], compared: AgreementView["compared"]): string {
  const size = group.length === 2 ? "The two" : "The three";
  const names = compared && group.map((place) => compared[place]?.label ?? "");
  return `${size} with most cases in common${names ? `: ${names.join(", ")}` : ""}`;
}
