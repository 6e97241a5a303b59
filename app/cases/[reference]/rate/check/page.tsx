import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { cache } from "react";
import { titleOf } from "@/app/cases/title";
import { caseFacts } from "@/app/cases/words";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { CheckRatings } from "@/components/rating/check-ratings";
import { wordsForWarning } from "@/components/rating/warning-words";
import { getDraft } from "@/db/ratings/drafts";
import { currentCodeLists } from "@/db/study/code-lists";
import { warningsOf } from "@/domain/ratings/rating-warnings";
import { whatIsMissing } from "@/domain/ratings/ratings";
import { ratingLines, sumOfScores } from "../../rating-view";
import { leaveFor } from "../leave";
import { submitAction } from "./actions";

interface Props {
  params: Promise<{ reference: string }>;
}

const draftOf = cache(getDraft);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { reference } = await params;
  return titleOf(`Check your ratings of case ${reference}`, (viewer) => draftOf(viewer, reference));
}

export default async function CheckRatingsPage({ params }: Props) {
  const { reference } = await params;
  const viewer = await viewerFor(`/cases/${reference}/rate/check`);
  const draft = await draftOf(viewer, reference);
  if (!draft) return leaveFor(viewer, reference);
  const { codebook, ratings, revision } = draft;
  if (whatIsMissing(codebook, ratings).length > 0) redirect(`/cases/${reference}/rate`);
  const lines = ratingLines(codebook, ratings);
  return (
    <Shell viewer={viewer} current="/">
      <CheckRatings
        title={`Check your ratings of case ${draft.reference}`}
        ratePage={`/cases/${draft.reference}/rate`}
        facts={caseFacts(await currentCodeLists(), draft)}
        lines={lines}
        warnings={warningsOf(codebook.factors, ratings).map((one) =>
          wordsForWarning(one, codebook.factors),
        )}
        riskRating={sumOfScores(lines)}
        revision={revision}
        next="Nobody sees anyone’s ratings of this case until every assigned coder has submitted. Until then you can take yours back. Once the case opens, or a second look at it begins, your ratings stay as they are now; then the team agrees levels together."
        confirm={submitAction.bind(null, { reference, personId: viewer.id })}
      />
    </Shell>
  );
}
