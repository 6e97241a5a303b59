import { DataTable } from "@/components/ui/data-table";
import type { AgreementView } from "@/db/agreement/agreement";
import { withInterval } from "@/domain/agreement/figures";
import type { GroupCorrelation } from "@/domain/agreement/risk-rating-agreement";

/** How far the risk ratings of coders agree. */
export function RiskRatingSection({ view }: { view: AgreementView }) {
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
            withInterval(correlation.single, correlation.single.interval),
            withInterval(correlation.average, correlation.average.interval),
          ],
        }))}
        empty="No two coders gave two cases a whole risk rating both."
      />
    </>
  );
}

function groupWords(group: GroupCorrelation["group"], compared: AgreementView["compared"]): string {
  const size = group.length === 2 ? "The two" : "The three";
  const names = compared && group.map((place) => compared[place]?.label ?? "");
  return `${size} with most cases in common${names ? `: ${names.join(", ")}` : ""}`;
}
