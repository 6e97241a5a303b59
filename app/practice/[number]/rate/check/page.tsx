import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ratingLines, sumOfScores } from "@/app/cases/[reference]/rating-view";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { CheckRatings } from "@/components/rating/check-ratings";
import { wordsForWarning } from "@/components/rating/warning-words";
import { getPracticeDraft } from "@/db/practice-cases/drafts";
import { practiceNumberFrom } from "@/domain/practice-cases/practice-case";
import { warningsOf } from "@/domain/ratings/rating-warnings";
import { whatIsMissing } from "@/domain/ratings/ratings";
import { submitPracticeAction } from "./actions";

interface Props {
  params: Promise<{ number: string }>;
}

export const metadata: Metadata = { title: "Check your ratings of a practice case" };

export default async function CheckPracticePage({ params }: Props) {
  const { number: asked } = await params;
  const viewer = await viewerFor(`/practice/${asked}/rate/check`);
  const number = practiceNumberFrom(asked);
  const draft = number === null ? null : await getPracticeDraft(viewer, number);
  if (!draft) notFound();
  const { codebook, ratings } = draft;
  const ratePage = `/practice/${draft.number}/rate`;
  if (draft.changedSince || whatIsMissing(codebook, ratings).length > 0) redirect(ratePage);
  const lines = ratingLines(codebook, ratings);
  return (
    <Shell viewer={viewer} current="/practice">
      <CheckRatings
        title={`Check your ratings of Practice ${draft.number}`}
        ratePage={ratePage}
        lines={lines}
        warnings={warningsOf(codebook.factors, ratings).map((one) =>
          wordsForWarning(one, codebook.factors),
        )}
        riskRating={sumOfScores(lines)}
        revision={draft.revision}
        next="You see the reference levels, and where yours differ and why. You rate a practice case once: from then on you know its levels. Leads see how you did; other coders do not."
        confirm={submitPracticeAction.bind(null, { number: draft.number, personId: viewer.id })}
      />
    </Shell>
  );
}
