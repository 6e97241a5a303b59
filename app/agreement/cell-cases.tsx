import { DataTable } from "@/components/ui/data-table";
import type { CellCase } from "@/db/agreement/cell-cases";
import type { FactorDetail } from "@/db/agreement/factor";
import { stageWords } from "./stage-words";
import { levelLabels, shownInWords } from "./words";

interface CellCasesProps {
  readonly detail: FactorDetail;
  readonly cell: readonly [number, number];
  readonly behind: NonNullable<FactorDetail["behind"]>;
}

const mostShown = 100;

/** The cases behind a cell, as far as the reader may learn their ratings. */
export function CellCases({ detail, cell, behind }: CellCasesProps) {
  const { codebook, view, scale, pair, stage } = detail;
  const labels = levelLabels(codebook, view.factor, scale);
  const labelOf = (score: number) => labels[scale.indexOf(score)] ?? "";
  const [one, other] = cell.map(labelOf);
  const title = pair
    ? `Cases: ${pair[0].label} ${one}, ${pair[1].label} ${other}`
    : stage
      ? `Cases: ${stageWords[stage].line} ${one}, ${stageWords[stage].column} ${other}`
      : `Cases with ${one} and ${other}`;
  return (
    <section id="cases">
      <h2 className="govuk-heading-m">{title}</h2>
      <DataTable
        caption={title}
        captionHidden
        narrow="cards"
        columns={[
          { key: "case", label: "Case" },
          { key: "given", label: "Given" },
          { key: "agreed", label: "Agreed" },
        ]}
        rows={behind.told.slice(0, mostShown).map((each) => ({
          key: each.reference,
          cells: [
            <a
              className="govuk-link"
              key={each.reference}
              href={`/cases/${encodeURIComponent(each.reference)}`}
            >
              {each.reference}
            </a>,
            givenWords(each, labelOf),
            each.agreed === null ? "Not committed" : labelOf(each.agreed),
          ],
        }))}
        empty="None of these cases is shown to you: you did not code them."
      />
      <p className="muted">
        {shownInWords({ all: behind.all, told: behind.told.length }, mostShown)}
      </p>
    </section>
  );
}

function givenWords({ given }: CellCase, labelOf: (score: number) => string): string {
  return given
    .map(({ coder, score, held }) => {
      const levels = held === null ? labelOf(score) : `${labelOf(score)}, then ${labelOf(held)}`;
      return coder === null ? levels : `${coder}: ${levels}`;
    })
    .join(given.some(({ held }) => held !== null) ? "; " : ", ");
}
