import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { titleOf } from "@/app/cases/title";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { RecordLinks } from "@/components/case-record/record-links";
import { RecordWarnings } from "@/components/case-record/record-warnings";
import { PageTitle } from "@/components/ui/page-title";
import { Tag, type TagTone } from "@/components/ui/tag";
import { type Task, TaskList } from "@/components/ui/task-list";
import { getCaseRecord, type RecordView } from "@/db/cases/case-records";
import { currentCodeLists } from "@/db/study/code-lists";
import {
  factsMissing,
  type Progress,
  progressOf,
  type Section,
  sections,
} from "@/domain/case-record/case-record";
import { warningsOf } from "@/domain/case-record/warnings";
import { factLabels } from "@/domain/case-record/words";

interface Props {
  params: Promise<{ reference: string }>;
}

const recordOf = cache(getCaseRecord);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { reference } = await params;
  return titleOf(
    `Record of case ${reference}`,
    async (viewer) => (await recordOf(viewer, reference))?.mayChange,
  );
}

const progress: Record<Progress, { label: string; tone: TagTone }> = {
  complete: { label: "Complete", tone: "good" },
  part: { label: "In part", tone: "warm" },
  nothing: { label: "Nothing recorded", tone: "neutral" },
};

export default async function RecordPage({ params }: Props) {
  const { reference } = await params;
  const viewer = await viewerFor(`/cases/${reference}/record`);
  const view = await recordOf(viewer, reference);
  if (!view?.mayChange) notFound();
  const page = `/cases/${view.reference}/record`;
  return (
    <Shell viewer={viewer} current="/cases">
      <PageTitle title={`Record of case ${view.reference}`} />
      <RecordWarnings page={page} warnings={warningsOf(view.record, await currentCodeLists())} />
      <TaskList tasks={(Object.keys(sections) as Section[]).map((one) => task(one, view, page))} />
      <RecordLinks page={page} caseHref={`/cases/${view.reference}`} shown={["check", "history"]} />
    </Shell>
  );
}

function task(section: Section, { record, untold }: RecordView, page: string): Task {
  const state = progressOf(section, record);
  const { label, tone } = progress[state];
  const missing = factsMissing(section, record).map((fact) => factLabels[fact]);
  // What this person may not read of it yet is not known to be missing.
  const isKnown = state === "part" && !untold.includes(section);
  return {
    id: section,
    title: sections[section].label,
    href: `${page}/${section}`,
    hint: isKnown ? `Not recorded yet: ${missing.join(", ")}` : undefined,
    status: <Tag tone={tone}>{label}</Tag>,
  };
}
