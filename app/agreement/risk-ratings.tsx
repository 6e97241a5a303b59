import { DataTable } from "@/components/ui/data-table";
import type { RatedCase, RiskRatingsView } from "@/db/agreement/risk-ratings";
import { casesInWords } from "@/domain/cases";
import type { Asked } from "./asked";
import { Frame } from "./frame";
import { shownInWords } from "./words";

interface RiskRatingsProps {
  readonly view: RiskRatingsView;
  readonly asked: Asked;
}

const mostShown = 100;

/** The risk ratings behind an intraclass correlation, case by case. */
export function RiskRatings({ view, asked }: RiskRatingsProps) {
  const { told, cases } = view;
  return (
    <Frame
      view={view}
      asked={asked}
      title="Risk ratings, case by case"
      facts={["Before coders talked", `${casesInWords(cases)} with two risk ratings or more`]}
      mayExport={false}
    >
      <DataTable
        caption="Risk ratings, those furthest apart first"
        narrow="cards"
        columns={[
          { key: "case", label: "Case" },
          { key: "given", label: "Given" },
          { key: "apart", label: "Apart", numeric: true },
          { key: "agreed", label: "Agreed", numeric: true },
        ]}
        rows={told.slice(0, mostShown).map((one) => ({
          key: one.reference,
          cells: [
            <a
              className="govuk-link"
              key={one.reference}
              href={`/cases/${encodeURIComponent(one.reference)}`}
            >
              {one.reference}
            </a>,
            givenWords(one),
            one.apart,
            one.agreed ?? "Not committed",
          ],
        }))}
        empty="None of these cases is shown to you: you did not code them."
      />
      <p className="muted">{shownInWords({ all: cases, told: told.length }, mostShown)}</p>
      <p className="govuk-body">
        A risk rating is the sum of what a coder gave first on every factor. An ICC is over the
        cases to which all the coders compared gave one.
      </p>
    </Frame>
  );
}

function givenWords({ given }: RatedCase): string {
  return given
    .map(({ coder, riskRating }) => (coder === null ? riskRating : `${coder}: ${riskRating}`))
    .join(", ");
}
