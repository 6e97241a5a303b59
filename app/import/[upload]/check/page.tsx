import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { countIn, type Query, textIn } from "@/app/query";
import { CheckImport, type CheckImportProps } from "@/components/import/check-import";
import { ImportDoubts } from "@/components/import/import-doubts";
import { ImportFaults } from "@/components/import/import-faults";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextArea } from "@/components/ui/text-area";
import type { PassedOver, Review } from "@/db/imports/review";
import type { Viewer } from "@/db/people/people";
import { tooMuchToCopy } from "@/db/uploads/faults-copy";
import { refusalOf, reviewUpload } from "@/db/uploads/importing";
import { keptNote } from "@/db/uploads/note";
import type { Prepared } from "@/db/uploads/prepared";
import { groupsOf } from "@/domain/import/sheets/guess";
import { countToChoose } from "@/domain/import/sheets/to-choose";
import { importUploadAction } from "../actions";
import { UploadShell } from "../upload-shell";
import { faultsOfFiles } from "./faults-of-files";

export const metadata: Metadata = { title: "Import: check" };

const formId = "import-form";

interface Props {
  params: Promise<{ upload: string }>;
  searchParams: Promise<Query>;
}

export default async function CheckPage({ params, searchParams }: Props) {
  const { upload } = await params;
  const query = await searchParams;
  return (
    <UploadShell upload={upload} step="check">
      {(ready) => <Check {...ready} query={query} />}
    </UploadShell>
  );
}

async function Check(props: { viewer: Viewer; id: string; prepared: Prepared; query: Query }) {
  const { viewer, id, prepared, query } = props;
  const passedOver = passedOverIn(query);
  const review = await reviewUpload(viewer, id, passedOver);
  // It is being read or imported since the page was asked for.
  if (!review) redirect(`/import/${id}/check`);
  const problems = (refusalOf(viewer, id) ?? []).map(({ message }) => message);
  if (textIn(query, "copy") === "refused") problems.push(tooMuchToCopy);
  const faults = prepared.faultCount + review.faults.length;
  const ofRows = (doubts: Review["doubts"]) =>
    doubts.map(({ place, ...doubt }) => ({ ...place, column: "", ...doubt }));
  const doubts = [
    ...ofRows(review.warnings),
    ...(prepared.doubts ?? []).map(({ file, ...doubt }) => ({ ...doubt, sheet: file })),
    ...ofRows(review.doubts),
  ];
  const groups = groupsOf(prepared.columns);
  const note = await keptNote(viewer, id);
  const stores = review.counts.new + review.counts.changed;
  const hasButton = faults === 0 && stores + review.lists.length > 0;
  return (
    <>
      <ErrorSummary problems={problems.map((message) => ({ field: "", message }))} />
      <CheckImport
        review={review}
        prepared={prepared}
        parts={partsOf(id, review, passedOver, hasButton)}
      />
      {doubts.length > 0 && <ImportDoubts doubts={doubts} />}
      {faults > 0 && (
        <ImportFaults
          hrefs={{
            columns: `/import/${id}`,
            values: `/import/${id}/values`,
            copy: `/import/${id}/faults`,
          }}
          toChoose={groups.reduce((sum, group) => sum + countToChoose(group), 0)}
          count={faults}
          faults={[
            ...faultsOfFiles(id, prepared, groups),
            ...review.faults.map(({ place, value, expected }) => ({
              ...{ ...place, column: "", value, expected },
            })),
          ]}
        />
      )}
      {faults === 0 && !hasButton && (
        <p className="govuk-body">There is nothing to import: the study has all of it already.</p>
      )}
      {hasButton && (
        <ActionForm
          id={formId}
          action={importUploadAction.bind(null, id)}
          hidden={{ seen: review.seen }}
        >
          <TextArea
            name="reason"
            label={
              review.needsReason
                ? "Why are the records of committed cases changed?"
                : "A note on this import (optional)"
            }
            rows={2}
            defaultValue={note}
          />
          <Button>Import {inWords(stores)}</Button>
        </ActionForm>
      )}
    </>
  );
}

function inWords(cases: number): string {
  if (cases === 0) return "the code lists";
  return cases === 1 ? "1 case" : `${cases} cases`;
}

function passedOverIn(query: Query): PassedOver {
  return { changed: countIn(query, "changesAfter"), totals: countIn(query, "totalsAfter") };
}

/**
 * Which parts of its lists the page shows, and where their next parts are: with a note to be typed,
 * behind its form.
 */
function partsOf(
  id: string,
  review: Review,
  { changed, totals }: PassedOver,
  hasNote: boolean,
): CheckImportProps["parts"] {
  const part = (passedOver: number, shown: number, count: number, place: string) => {
    const last = passedOver + shown;
    const value = `${place}After=${last}`;
    const isMore = shown > 0 && last < count;
    return {
      ...{ passedOver, count },
      nextHref: isMore ? `/import/${id}/check?${value}#${place}` : null,
      ...(hasNote && { sent: { form: formId, name: "part", value } }),
    };
  };
  return {
    changed: part(changed, review.changed.length, review.counts.changed, "changes"),
    totals: part(totals, review.totals.length, review.differing, "totals"),
  };
}
