import { DifferenceTag } from "@/components/reconciliation/difference-tag";
import { DataTable } from "@/components/ui/data-table";
import { Details } from "@/components/ui/details";
import { PageTitle } from "@/components/ui/page-title";
import type { PracticeComparison } from "@/db/practice-cases/comparison";
import { findFactor, levelOf } from "@/domain/codebook/codebook";
import { formatDate } from "@/domain/dates";
import type { Compared } from "@/domain/practice-cases/result";
import { differences } from "@/domain/reconciliation/comparison";
import { directionInWords, resultInWords } from "../words";

/** What a coder gave a practice case, beside the reference levels and the reasons for them. */
export function OwnComparison({ own }: { own: PracticeComparison }) {
  const direction = directionInWords(own.result);
  return (
    <>
      <PageTitle
        title={`Practice ${own.number}`}
        facts={[`Submitted ${formatDate(own.submittedAt)}`, resultInWords(own.result)]}
      />
      <p className="govuk-body">
        {direction
          ? `Against the reference levels yours are ${direction}. `
          : "All of your levels are the reference levels. "}
        A reference level is how your leads read the text. If you would defend yours, talk it over
        with them.
      </p>
      <Details summary="The submission">
        <p className="reading">{own.text}</p>
      </Details>
      <DataTable
        caption="Your levels and the reference levels, the widest differences first"
        narrow="cards"
        columns={[
          { key: "factor", label: "Risk factor" },
          { key: "own", label: "Yours" },
          { key: "reference", label: "Reference" },
          { key: "difference", label: "Difference" },
          { key: "reason", label: "Reason for the reference" },
        ]}
        rows={[...own.compared]
          .sort((a, b) => differences[a.difference].order - differences[b.difference].order)
          .map((one) => rowOf(own, one))}
      />
      <p>
        <a className="govuk-link" href="/practice">
          Back to Practice
        </a>
      </p>
    </>
  );
}

function rowOf(own: PracticeComparison, one: Compared) {
  const factor = findFactor(own.codebook, one.factor);
  if (!factor) throw new Error(`No factor ${one.factor}`);
  const note = own.notes[one.factor];
  return {
    key: factor.key,
    cells: [
      `${factor.number} ${factor.label}`,
      <div key="own">
        {levelOf(factor, one.given).label}
        {note && <div className="muted written">{note}</div>}
      </div>,
      levelOf(factor, one.reference).label,
      <DifferenceTag difference={one.difference} key="difference" />,
      <span className="written" key="reason">
        {own.references[one.factor]?.reason}
      </span>,
    ],
  };
}
