import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { codeOptions } from "@/app/cases/words";
import { nextPage, type Query, textIn } from "@/app/query";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { type DatasetLine, DatasetTable } from "@/components/dataset/dataset-table";
import { FilterForm } from "@/components/ui/filter-form";
import { PageTitle } from "@/components/ui/page-title";
import { listSamples } from "@/db/cases/case-list";
import { type DatasetRow, listDataset } from "@/db/dataset/dataset";
import { currentCodeLists } from "@/db/study/code-lists";
import { currentCodebook } from "@/db/study/codebooks";
import { caveatsFor } from "@/domain/caveats";
import { type CodeList, valueFor } from "@/domain/code-lists/code-lists";
import { mayExport } from "@/domain/workflow";

export const metadata: Metadata = { title: "Dataset" };

export default async function DatasetPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const viewer = await viewerFor("/dataset", query);
  const sample = textIn(query, "sample");
  const { case_type: caseTypes } = await currentCodeLists();
  const asked = textIn(query, "caseType");
  const caseType = caseTypes.values.find(({ key }) => key === asked)?.key;
  const page = await listDataset(viewer, { sample, caseType, after: textIn(query, "after") });
  if (!page) notFound();
  const samples = await listSamples(viewer);
  const { factors } = await currentCodebook();
  const count = `${page.total} committed ${page.total === 1 ? "case" : "cases"}`;
  return (
    <Shell viewer={viewer} current="/dataset">
      <PageTitle
        title="Dataset"
        facts={[count, "Latest version of each", "Without excluded cases"]}
      />
      <FilterForm
        filters={[
          {
            name: "sample",
            label: "Sample",
            all: "All samples",
            options: samples.map((one) => ({ value: one, label: one })),
            chosen: sample,
          },
          {
            name: "caseType",
            label: "Case type",
            all: "All case types",
            options: codeOptions(caseTypes),
            chosen: caseType,
          },
        ]}
      />
      <DatasetTable
        factors={factors.map(({ key, label }) => ({ key, label }))}
        lines={page.rows.map((row) => lineOf(caseTypes, row))}
        markNotes={notesOf(page.rows)}
        nextHref={nextPage("/dataset", { sample, caseType }, page.next)}
      />
      {mayExport(viewer) && (
        <p>
          <a className="govuk-link" href="/releases">
            Releases
          </a>
        </p>
      )}
      <ul className="caveats">
        {caveatsFor("dataset").map((caveat) => (
          <li key={caveat}>{caveat}</li>
        ))}
      </ul>
    </Shell>
  );
}

function lineOf(caseTypes: CodeList, row: DatasetRow): DatasetLine {
  return {
    reference: row.reference,
    sample: row.sample,
    caseType: valueFor(caseTypes, row.caseType).label,
    version: row.version,
    scores: row.scores,
    riskRating: row.riskRating,
    marks: [...(row.imported ? [importMark(row)] : []), ...(row.reopened ? ["Reopened"] : [])],
  };
}

const imported = "Imported";
const importedWithIndependent = "Imported, independent too";

function importMark({ independentRatings }: DatasetRow): string {
  return independentRatings ? importedWithIndependent : imported;
}

/** What the marks of imported cases mean, where there are any. */
function notesOf(rows: readonly DatasetRow[]): string[] {
  const marks = new Set(rows.filter((row) => row.imported).map(importMark));
  return [
    ...(marks.has(imported) ? [`“${imported}”: agreed ratings only.`] : []),
    ...(marks.has(importedWithIndependent)
      ? [`“${importedWithIndependent}”: agreed ratings, and the independent ratings of coders.`]
      : []),
  ];
}
