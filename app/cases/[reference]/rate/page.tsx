import type { Metadata } from "next";
import { cache } from "react";
import { titleOf } from "@/app/cases/title";
import { caseFacts } from "@/app/cases/words";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { KeyLists } from "@/components/rating/key-lists";
import { RatingForm } from "@/components/rating/rating-form";
import { PageTitle } from "@/components/ui/page-title";
import { waitsForPractice } from "@/db/practice-cases/requirement";
import { getDraft } from "@/db/ratings/drafts";
import { currentCodeLists } from "@/db/study/code-lists";
import { formatTime } from "@/domain/dates";
import { rateAction, saveDraftAction } from "./actions";
import { leaveFor } from "./leave";
import { PractiseFirst } from "./practise-first";

interface Props {
  params: Promise<{ reference: string }>;
}

const draftOf = cache(getDraft);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { reference } = await params;
  return titleOf(
    `Rate case ${reference}`,
    async (viewer) =>
      (await draftOf(viewer, reference)) || (await waitsForPractice(viewer, reference)),
  );
}

export default async function RatePage({ params }: Props) {
  const { reference } = await params;
  const viewer = await viewerFor(`/cases/${reference}/rate`);
  const draft = await draftOf(viewer, reference);
  if (!draft) {
    if (!(await waitsForPractice(viewer, reference))) return leaveFor(viewer, reference);
    return (
      <Shell viewer={viewer} current="/">
        <PractiseFirst viewer={viewer} reference={reference} />
      </Shell>
    );
  }
  const { codebook, ratings, revision, savedAt } = draft;
  const page = { reference: draft.reference, personId: viewer.id };
  return (
    <Shell viewer={viewer} current="/">
      <PageTitle
        title={`Rate case ${draft.reference}`}
        facts={caseFacts(await currentCodeLists(), draft)}
      />
      <RatingForm
        page={`/cases/${draft.reference}/rate`}
        handBack={`/cases/${draft.reference}/hand-back`}
        keyLists={<KeyLists factors={codebook.factors} />}
        factors={codebook.factors.map(({ evidence: _, ...factor }) => factor)}
        themes={codebook.otherThemes}
        criteria={codebook.criteria}
        referencePoint={codebook.referencePoint}
        ratings={ratings}
        revision={revision}
        savedAt={savedAt && formatTime(savedAt)}
        saveDraft={saveDraftAction.bind(null, page)}
        action={rateAction.bind(null, page)}
      />
    </Shell>
  );
}
