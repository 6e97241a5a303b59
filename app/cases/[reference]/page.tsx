import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { titleOf } from "@/app/cases/title";
import { caseFacts, deedInWords } from "@/app/cases/words";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { LinksToRecord } from "@/components/case-record/record-links";
import { CaseDetails } from "@/components/cases/case-details";
import { OwnRatings } from "@/components/rating/own-ratings";
import { OwnSecondLook } from "@/components/second-look/check-second-look";
import { getCaseRecord } from "@/db/cases/case-records";
import { getCase } from "@/db/cases/cases";
import { listHistory } from "@/db/cases/history";
import { listVersions } from "@/db/dataset/dataset";
import { listCoders } from "@/db/people/people";
import { listYetToPractise } from "@/db/practice-cases/requirement";
import { getOwnSubmission } from "@/db/ratings/ratings";
import { listMeetingNotes } from "@/db/reconciliation/meeting-notes";
import { getOwnSecondLook } from "@/db/second-look/second-looks";
import { currentCodeLists } from "@/db/study/code-lists";
import { formatDateTime } from "@/domain/dates";
import { stages } from "@/domain/workflow";
import { CaseActions } from "./case-actions";
import { CoderForms } from "./coder-forms";
import { detailRows } from "./details";
import { Disagreements } from "./disagreements";
import { NotesOfMeetings } from "./notes-of-meetings";
import { OpeningForms, WaitingForLead } from "./opening-forms";
import { OwnDifferences } from "./own-differences";
import { ratingLines, sumOfScores } from "./rating-view";
import { linesAgain } from "./second-look/view";
import { Versions } from "./versions";

interface Props {
  params: Promise<{ reference: string }>;
}

const caseOf = cache(getCase);
const recordOf = cache(getCaseRecord);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { reference } = await params;
  return titleOf(
    `Case ${reference}`,
    async (viewer) => (await caseOf(viewer, reference)) && (await recordOf(viewer, reference)),
  );
}

export default async function CasePage({ params }: Props) {
  const { reference } = await params;
  const viewer = await viewerFor(`/cases/${reference}`);
  const found = await caseOf(viewer, reference);
  const record = await recordOf(viewer, reference);
  if (!found || !record) notFound();
  const lists = await currentCodeLists();
  const history = await listHistory(viewer, reference);
  const own = await getOwnSubmission(viewer, reference);
  const ownLines = own ? ratingLines(own.codebook, own.ratings) : [];
  const again = await getOwnSecondLook(viewer, reference);
  const versions = await listVersions(viewer, reference);
  return (
    <Shell viewer={viewer} current="/cases">
      <CaseDetails
        reference={found.reference}
        facts={caseFacts(lists, found)}
        stage={{
          key: found.stage,
          label: stages[found.stage].label,
          excluded: !found.included,
        }}
        details={detailRows(found, record, lists)}
        detailLinks={<LinksToRecord reference={found.reference} mayChange={record.mayChange} />}
        coders={found.coders}
        notice={<WaitingForLead found={found} />}
        history={(history ?? []).map((entry, index) => ({
          key: String(index),
          when: formatDateTime(entry.at),
          who: entry.who ?? "Concord",
          what: deedInWords(entry),
          reason: entry.reason,
        }))}
        actions={<CaseActions found={found} personId={viewer.id} />}
        coderForms={
          <>
            <CoderForms
              found={found}
              coders={await listCoders(viewer)}
              yetToPractise={await listYetToPractise(viewer)}
            />
            <OpeningForms found={found} />
          </>
        }
      >
        {own && (
          <OwnRatings
            lines={ownLines}
            riskRating={sumOfScores(ownLines)}
            submittedAt={formatDateTime(own.submittedAt)}
          />
        )}
        <OwnDifferences viewer={viewer} reference={reference} />
        {own && again && (
          <OwnSecondLook
            lines={linesAgain(again.codebook, own.ratings, again.ratings)}
            submittedAt={formatDateTime(again.submittedAt)}
          />
        )}
        <Versions versions={versions} />
        <Disagreements viewer={viewer} found={found} />
        <NotesOfMeetings versions={await listMeetingNotes(viewer, reference)} />
      </CaseDetails>
    </Shell>
  );
}
