import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { getPracticeCase } from "@/db/practice-cases/cases";
import { getPracticeComparison } from "@/db/practice-cases/comparison";
import { listPracticeResults } from "@/db/practice-cases/results";
import { practiceNumberFrom } from "@/domain/practice-cases/practice-case";
import { OwnComparison } from "./own-comparison";
import { ReferenceView } from "./reference-view";

interface Props {
  params: Promise<{ number: string }>;
}

export const metadata: Metadata = { title: "Practice case" };

export default async function PracticeCasePage({ params }: Props) {
  const { number: asked } = await params;
  const viewer = await viewerFor(`/practice/${asked}`);
  const number = practiceNumberFrom(asked);
  if (number === null) notFound();
  const found = await getPracticeCase(viewer, number);
  if (found)
    return (
      <Shell viewer={viewer} current="/settings">
        <ReferenceView found={found} results={(await listPracticeResults(viewer)) ?? []} />
      </Shell>
    );
  const own = await getPracticeComparison(viewer, number);
  if (!own) notFound();
  return (
    <Shell viewer={viewer} current="/practice">
      <OwnComparison own={own} />
    </Shell>
  );
}
