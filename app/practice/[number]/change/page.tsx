import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { PracticeFields } from "@/components/practice-cases/practice-fields";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { PageTitle } from "@/components/ui/page-title";
import { getPracticeCase } from "@/db/practice-cases/cases";
import { practiceNumberFrom } from "@/domain/practice-cases/practice-case";
import { changePracticeCaseAction } from "./actions";

interface Props {
  params: Promise<{ number: string }>;
}

export const metadata: Metadata = { title: "Change a practice case" };

export default async function ChangePracticePage({ params }: Props) {
  const { number: asked } = await params;
  const viewer = await viewerFor(`/practice/${asked}/change`);
  const number = practiceNumberFrom(asked);
  const found = number === null ? null : await getPracticeCase(viewer, number);
  if (!found) notFound();
  return (
    <Shell viewer={viewer} current="/settings">
      <PageTitle
        title={`Change Practice ${found.number}`}
        facts={[`Codebook ${found.codebook.version}`]}
      />
      <p className="govuk-body">
        Whoever has submitted it keeps their result, against the levels as they were. Whoever is
        rating it is asked to read it again.
      </p>
      <ActionForm
        action={changePracticeCaseAction.bind(null, found.number)}
        // What was typed is of the practice case as it stood when the page was opened.
        kept={{ revision: String(found.revision) }}
      >
        <PracticeFields
          factors={found.codebook.factors}
          text={found.text}
          references={found.references}
        />
        <Button>Save the practice case</Button>
      </ActionForm>
    </Shell>
  );
}
