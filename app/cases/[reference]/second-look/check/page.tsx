import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { titleOf } from "@/app/cases/title";
import { caseFacts } from "@/app/cases/words";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { CheckSecondLook } from "@/components/second-look/check-second-look";
import { getSecondLook } from "@/db/second-look/second-look-drafts";
import { currentCodeLists } from "@/db/study/code-lists";
import { whatIsMissing } from "@/domain/ratings/ratings";
import { linesAgain } from "../view";
import { submitSecondLookAction } from "./actions";

interface Props {
  params: Promise<{ reference: string }>;
}

const lookOf = cache(getSecondLook);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { reference } = await params;
  return titleOf(`Check your second look at case ${reference}`, (viewer) =>
    lookOf(viewer, reference),
  );
}

export default async function CheckSecondLookPage({ params }: Props) {
  const { reference } = await params;
  const viewer = await viewerFor(`/cases/${reference}/second-look/check`);
  const look = await lookOf(viewer, reference);
  if (!look) notFound();
  const { codebook, factors, first, ratings, revision } = look;
  if (whatIsMissing({ factors }, ratings).length > 0) redirect(`/cases/${reference}/second-look`);
  const page = { reference: look.reference, personId: viewer.id };
  return (
    <Shell viewer={viewer} current="/">
      <CheckSecondLook
        reference={look.reference}
        facts={caseFacts(await currentCodeLists(), look)}
        lines={linesAgain(codebook, first, ratings)}
        revision={revision}
        confirm={submitSecondLookAction.bind(null, page)}
      />
    </Shell>
  );
}
