import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { PracticeFields } from "@/components/practice-cases/practice-fields";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { PageTitle } from "@/components/ui/page-title";
import { getPracticeCodebook } from "@/db/practice-cases/cases";
import { makePracticeCaseAction } from "./actions";

export const metadata: Metadata = { title: "Make a practice case" };

export default async function NewPracticePage() {
  const viewer = await viewerFor("/practice/new");
  const codebook = await getPracticeCodebook(viewer);
  if (!codebook) notFound();
  return (
    <Shell viewer={viewer} current="/settings">
      <PageTitle title="Make a practice case" facts={[`Codebook ${codebook.version}`]} />
      <ActionForm action={makePracticeCaseAction}>
        <PracticeFields factors={codebook.factors} />
        <Button>Make the practice case</Button>
      </ActionForm>
    </Shell>
  );
}
