import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { titleOf } from "@/app/cases/title";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { RecordLinks } from "@/components/case-record/record-links";
import { RevisionList } from "@/components/case-record/revision-list";
import { PageTitle } from "@/components/ui/page-title";
import { getCaseRecord, listRevisions } from "@/db/cases/case-records";
import { formatDateTime } from "@/domain/dates";

interface Props {
  params: Promise<{ reference: string }>;
}

const recordOf = cache(getCaseRecord);
const revisionsOf = cache(listRevisions);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { reference } = await params;
  return titleOf(
    `History of the record of case ${reference}`,
    async (viewer) => (await recordOf(viewer, reference)) && (await revisionsOf(viewer, reference)),
  );
}

export default async function RecordHistoryPage({ params }: Props) {
  const { reference } = await params;
  const viewer = await viewerFor(`/cases/${reference}/record/history`);
  const view = await recordOf(viewer, reference);
  const revisions = await revisionsOf(viewer, reference);
  if (!view || !revisions) notFound();
  return (
    <Shell viewer={viewer} current="/cases">
      <PageTitle title="History of the record" facts={[`Case ${view.reference}`]} />
      <RevisionList
        revisions={revisions.map(({ at, who, ...revision }) => ({
          ...revision,
          when: formatDateTime(at),
          who: who ?? "Concord",
        }))}
      />
      <RecordLinks
        page={`/cases/${view.reference}/record`}
        caseHref={`/cases/${view.reference}`}
        shown={view.mayChange ? ["change", "check"] : ["check"]}
      />
    </Shell>
  );
}
