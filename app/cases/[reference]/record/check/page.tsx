import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { titleOf } from "@/app/cases/title";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { RecordLinks } from "@/components/case-record/record-links";
import { RecordWarnings } from "@/components/case-record/record-warnings";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { getCaseRecord } from "@/db/cases/case-records";
import { currentCodeLists } from "@/db/study/code-lists";
import { type Section, sections } from "@/domain/case-record/case-record";
import { warningsOf } from "@/domain/case-record/warnings";
import { sectionInWords } from "@/domain/case-record/words";
import { factRow } from "../../details";

interface Props {
  params: Promise<{ reference: string }>;
}

const recordOf = cache(getCaseRecord);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { reference } = await params;
  return titleOf(`Whole record of case ${reference}`, (viewer) => recordOf(viewer, reference));
}

export default async function CheckRecordPage({ params }: Props) {
  const { reference } = await params;
  const viewer = await viewerFor(`/cases/${reference}/record/check`);
  const view = await recordOf(viewer, reference);
  if (!view) notFound();
  const lists = await currentCodeLists();
  const page = `/cases/${view.reference}/record`;
  return (
    <Shell viewer={viewer} current="/cases">
      <PageTitle title={`Whole record of case ${view.reference}`} />
      <RecordWarnings
        page={view.mayChange ? page : null}
        warnings={warningsOf(view.record, lists)}
      />
      {(Object.keys(sections) as Section[]).map((section) => (
        <section key={section} aria-labelledby={`section-${section}`}>
          <div className="heading-with-link">
            <h2 id={`section-${section}`}>{sections[section].label}</h2>
            {view.mayChange && (
              <a className="govuk-link" href={`${page}/${section}`}>
                Change
                <span className="govuk-visually-hidden">
                  {" "}
                  {sections[section].label.toLowerCase()}
                </span>
              </a>
            )}
          </div>
          <SummaryList rows={sectionInWords(section, view.record, lists).map(factRow)} />
        </section>
      ))}
      <RecordLinks
        page={page}
        caseHref={`/cases/${view.reference}`}
        shown={view.mayChange ? ["change", "history"] : ["history"]}
      />
    </Shell>
  );
}
