import { requiredInWords } from "@/app/practice/words";
import { ButtonLink } from "@/components/ui/button";
import { PageTitle } from "@/components/ui/page-title";
import type { Viewer } from "@/db/people/people";
import { getPracticeStanding } from "@/db/practice-cases/requirement";

/** Says to a coder who may not begin a case yet what to do first. */
export async function PractiseFirst({ viewer, reference }: { viewer: Viewer; reference: string }) {
  const standing = await getPracticeStanding(viewer);
  return (
    <>
      <PageTitle title={`Practise before you rate case ${reference}`} />
      {standing && (
        <p className="govuk-body">
          Before you begin a case, your team asks for {requiredInWords(standing.requirement)}. You
          have reached it on {standing.reached} so far. The case stays yours meanwhile.
        </p>
      )}
      <div className="buttons">
        <ButtonLink href="/practice">Go to Practice</ButtonLink>
        <a className="govuk-link" href={`/cases/${reference}/hand-back`}>
          Hand this case back
        </a>
      </div>
    </>
  );
}
