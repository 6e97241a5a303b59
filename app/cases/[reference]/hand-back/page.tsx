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
import { getCase } from "@/db/cases/cases";
import { currentCodeLists } from "@/db/study/code-lists";
import { handBackAction } from "./actions";

interface Props {
  params: Promise<{ reference: string }>;
}

const caseOf = cache(getCase);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { reference } = await params;
  return titleOf(
    `Hand case ${reference} back`,
    async (viewer) => (await caseOf(viewer, reference))?.may.handBack,
  );
}

export default async function HandBackPage({ params }: Props) {
  const { reference } = await params;
  const viewer = await viewerFor(`/cases/${reference}/hand-back`);
  const found = await caseOf(viewer, reference);
  if (!found?.may.handBack) notFound();
  const page = { reference: found.reference, personId: viewer.id };
  return (
    <Shell viewer={viewer} current="/">
      <PageTitle
        title={`Hand case ${found.reference} back`}
        facts={caseFacts(await currentCodeLists(), found)}
      />
      <p className="govuk-body">
        The case will no longer be yours to rate. You need not say why, and nobody sees what you
        have rated so far: it never counts. A lead assigns another coder where one is needed.
      </p>
      <p className="govuk-body">
        This cannot be undone: nobody rates a case that they handed back.
      </p>
      <ActionForm action={handBackAction.bind(null, page)}>
        <div className="buttons">
          <Button>Hand the case back</Button>
          <a className="govuk-link" href={`/cases/${found.reference}/rate`}>
            Go on rating it
          </a>
        </div>
      </ActionForm>
    </Shell>
  );
}
