import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { KeyLists } from "@/components/rating/key-lists";
import { RatingForm } from "@/components/rating/rating-form";
import { ReadingPanel } from "@/components/rating/reading-panel";
import { Notice } from "@/components/ui/notice";
import { PageTitle } from "@/components/ui/page-title";
import { getPracticeDraft } from "@/db/practice-cases/drafts";
import { formatTime } from "@/domain/dates";
import { practiceNumberFrom } from "@/domain/practice-cases/practice-case";
import { ratePracticeAction, savePracticeAction } from "./actions";

interface Props {
  params: Promise<{ number: string }>;
}

export const metadata: Metadata = { title: "Rate a practice case" };

export default async function RatePracticePage({ params }: Props) {
  const { number: asked } = await params;
  const viewer = await viewerFor(`/practice/${asked}/rate`);
  const number = practiceNumberFrom(asked);
  const draft = number === null ? null : await getPracticeDraft(viewer, number);
  if (!draft) notFound();
  const { codebook, textRevision, savedAt } = draft;
  const page = { number: draft.number, personId: viewer.id, textRevision };
  return (
    <Shell viewer={viewer} current="/practice">
      <PageTitle title={`Rate Practice ${draft.number}`} facts={["Practice: it counts nowhere"]} />
      {draft.changedSince && (
        <Notice>
          A lead has changed this practice case since you last saved. What you rated is still here:
          read the text again, then go on.
        </Notice>
      )}
      <RatingForm
        page={`/practice/${draft.number}/rate`}
        reading={<ReadingPanel text={draft.text} />}
        keyLists={<KeyLists factors={codebook.factors} />}
        factors={codebook.factors.map(({ evidence: _, ...factor }) => factor)}
        themes={codebook.otherThemes}
        criteria={codebook.criteria}
        referencePoint={codebook.referencePoint}
        ratings={draft.ratings}
        revision={draft.revision}
        savedAt={savedAt && formatTime(savedAt)}
        saveDraft={savePracticeAction.bind(null, page)}
        action={ratePracticeAction.bind(null, page)}
      />
    </Shell>
  );
}
