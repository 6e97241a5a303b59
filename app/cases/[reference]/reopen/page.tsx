import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { titleOf } from "@/app/cases/title";
import { caseFacts } from "@/app/cases/words";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { PageTitle } from "@/components/ui/page-title";
import { TextArea } from "@/components/ui/text-area";
import { getCase } from "@/db/cases/cases";
import { currentCodeLists } from "@/db/study/code-lists";
import { reopenAction } from "../actions";

interface Props {
  params: Promise<{ reference: string }>;
}

const caseOf = cache(getCase);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { reference } = await params;
  return titleOf(
    `Reopen case ${reference}`,
    async (viewer) => (await caseOf(viewer, reference))?.may.reopen,
  );
}

export default async function ReopenPage({ params }: Props) {
  const { reference } = await params;
  const viewer = await viewerFor(`/cases/${reference}/reopen`);
  const found = await caseOf(viewer, reference);
  if (!found?.may.reopen) notFound();
  return (
    <Shell viewer={viewer} current="/cases">
      <PageTitle
        title={`Reopen case ${found.reference}`}
        facts={caseFacts(await currentCodeLists(), found)}
      />
      <p className="govuk-body">
        The version in the dataset stays as it is, and holds until you commit the next one. The
        agreed levels are carried over, and you change those that need it.
      </p>
      <ActionForm action={reopenAction.bind(null, reference)}>
        <TextArea name="reason" label="Why is the case reopened?" rows={3} />
        <Button>Reopen the case</Button>
      </ActionForm>
    </Shell>
  );
}
