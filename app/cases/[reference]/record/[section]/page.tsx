import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { knownSamples } from "@/app/cases/samples";
import { titleOf } from "@/app/cases/title";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { RecordForm } from "@/components/case-record/record-form";
import { PageTitle } from "@/components/ui/page-title";
import { getCaseRecord } from "@/db/cases/case-records";
import { currentCodeLists } from "@/db/study/code-lists";
import { progressOf, type Section, sectionAfter, sections } from "@/domain/case-record/case-record";
import { saveSectionAction } from "./actions";
import { SectionFields } from "./section-fields";

interface Props {
  params: Promise<{ reference: string; section: string }>;
}

const recordOf = cache(getCaseRecord);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { reference, section } = await params;
  const label = isSection(section) ? sections[section].label : "";
  return titleOf(
    `${label}, case ${reference}`,
    async (viewer) => isSection(section) && (await recordOf(viewer, reference))?.mayChange,
  );
}

export default async function SectionPage({ params }: Props) {
  const { reference, section } = await params;
  const viewer = await viewerFor(`/cases/${reference}/record/${section}`);
  const view = await recordOf(viewer, reference);
  if (!view?.mayChange || !isSection(section)) notFound();
  const page = { reference: view.reference, personId: viewer.id };
  const record = `/cases/${view.reference}/record`;
  const next = sectionAfter(section);
  const begun = progressOf(section, view.record) !== "nothing";
  return (
    <Shell viewer={viewer} current="/cases">
      <PageTitle title={sections[section].label} facts={[`Case ${view.reference}`]} />
      {view.untold.includes(section) ? (
        <>
          <p className="govuk-body">
            Something that stands here was written after the case opened. It can be read and changed
            when every coder of the case has submitted.
          </p>
          <p>
            <a className="govuk-link" href={record}>
              Back to the record
            </a>
          </p>
        </>
      ) : (
        <RecordForm
          action={saveSectionAction.bind(null, page, section)}
          revision={view.revision}
          next={next && sections[next].label}
          back={record}
          reason={view.committed ? "needed" : begun ? "possible" : "none"}
        >
          <SectionFields
            section={section}
            record={view.record}
            lists={await currentCodeLists()}
            samples={await knownSamples(viewer)}
          />
        </RecordForm>
      )}
    </Shell>
  );
}

function isSection(text: string): text is Section {
  return Object.hasOwn(sections, text);
}
