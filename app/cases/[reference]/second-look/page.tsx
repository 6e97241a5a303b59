import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { titleOf } from "@/app/cases/title";
import { caseFacts } from "@/app/cases/words";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { nothingToReadAgain } from "@/components/second-look/check-second-look";
import { SecondLookForm } from "@/components/second-look/second-look-form";
import { PageTitle } from "@/components/ui/page-title";
import { getSecondLook } from "@/db/second-look/second-look-drafts";
import { currentCodeLists } from "@/db/study/code-lists";
import { secondLookAction } from "./actions";
import { factorsAgain } from "./view";

interface Props {
  params: Promise<{ reference: string }>;
}

const lookOf = cache(getSecondLook);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { reference } = await params;
  return titleOf(`Second look at case ${reference}`, (viewer) => lookOf(viewer, reference));
}

export default async function SecondLookPage({ params }: Props) {
  const { reference } = await params;
  const viewer = await viewerFor(`/cases/${reference}/second-look`);
  const look = await lookOf(viewer, reference);
  if (!look) notFound();
  const page = { reference: look.reference, personId: viewer.id };
  return (
    <Shell viewer={viewer} current="/">
      <PageTitle
        title={`Second look at case ${look.reference}`}
        facts={caseFacts(await currentCodeLists(), look)}
      />
      {look.factors.length === 0 ? (
        <p>{nothingToReadAgain} Submit your second look to go on.</p>
      ) : (
        <p>
          The levels that the coders gave differ on{" "}
          {look.factors.length === 1 ? "this factor" : `these ${look.factors.length} factors`}. You
          are not told how: read the submission again for each, and choose the level that you now
          think right, the same as before or another.
        </p>
      )}
      <SecondLookForm
        factors={factorsAgain(look)}
        themes={look.codebook.otherThemes}
        revision={look.revision}
        action={secondLookAction.bind(null, page)}
      />
    </Shell>
  );
}
