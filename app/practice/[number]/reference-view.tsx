import { ActionForm } from "@/components/ui/action-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { Details } from "@/components/ui/details";
import { PageTitle } from "@/components/ui/page-title";
import type { PracticeCase } from "@/db/practice-cases/cases";
import type { Practised } from "@/db/practice-cases/results";
import { type Factor, findLevel } from "@/domain/codebook/codebook";
import { offerPracticeCaseAction } from "./actions";

interface Props {
  readonly found: PracticeCase;
  readonly results: readonly Practised[];
}

/** A practice case as leads see it: its references, and who gave another level. */
export function ReferenceView({ found, results }: Props) {
  const { number, offered, revision, references } = found;
  const own = results.filter((one) => one.number === number);
  const current = own.filter((one) => one.revision === revision);
  return (
    <>
      <PageTitle
        title={`Practice ${number}`}
        facts={[offered ? "Offered" : "Withdrawn", `Codebook ${found.codebook.version}`]}
      />
      <p className="govuk-body">{ratedInWords(current.length, own.length)}</p>
      <ButtonLink href={`/practice/${number}/change`}>Change it</ButtonLink>
      <Details summary="The submission">
        <p className="reading">{found.text}</p>
      </Details>
      <DataTable
        caption="Reference levels and reasons"
        narrow="cards"
        columns={[
          { key: "factor", label: "Risk factor" },
          { key: "reference", label: "Reference" },
          { key: "reason", label: "Reason" },
          { key: "others", label: "Gave another level" },
        ]}
        rows={found.codebook.factors.map((factor) => ({
          key: factor.key,
          cells: [
            `${factor.number} ${factor.label}`,
            labelOf(factor, references[factor.key]?.level),
            <span className="written" key="reason">
              {references[factor.key]?.reason}
            </span>,
            othersIn(factor, current) || "Nobody",
          ],
        }))}
      />
      <Offer number={number} offered={offered} />
    </>
  );
}

function ratedInWords(current: number, all: number): string {
  const who = (count: number) => (count === 1 ? "1 coder has" : `${count} coders have`);
  const before = all - current;
  return [
    `${who(current)} rated it as it stands.`,
    before > 0 && `${who(before)} rated it as it was before it was changed.`,
  ]
    .filter(Boolean)
    .join(" ");
}

function labelOf(factor: Factor, level: string | undefined): string {
  return findLevel(factor, level ?? "")?.label ?? "";
}

/** Who gave another level than the reference, and which: "Ann: High; Bob: Low". */
function othersIn(factor: Factor, practised: readonly Practised[]): string {
  return practised
    .flatMap(({ name, compared }) => {
      const one = compared.find((each) => each.factor === factor.key);
      return one && one.gap !== 0 ? [`${name}: ${labelOf(factor, one.given)}`] : [];
    })
    .join("; ");
}

function Offer({ number, offered }: { number: number; offered: boolean }) {
  return (
    <section aria-labelledby="offer">
      <h2 id="offer">{offered ? "Withdraw it" : "Offer it again"}</h2>
      <p className="govuk-body">
        {offered
          ? "Nobody can rate it any more. What coders have submitted stays, and counts as before."
          : "Coders who have not submitted it can rate it, and find what they had begun."}
      </p>
      <ActionForm
        action={offerPracticeCaseAction.bind(null, number)}
        hidden={{ offered: offered ? "no" : "yes" }}
      >
        <Button look="secondary">{offered ? "Withdraw" : "Offer again"}</Button>
      </ActionForm>
    </section>
  );
}
