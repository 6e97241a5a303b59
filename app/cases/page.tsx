import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { nextPage, type Query, textIn } from "@/app/query";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { CaseTable } from "@/components/cases/case-table";
import { ButtonLink } from "@/components/ui/button";
import { FilterForm } from "@/components/ui/filter-form";
import { PageTitle } from "@/components/ui/page-title";
import { TextField } from "@/components/ui/text-field";
import { type CaseListRow, listCases, listSamples } from "@/db/cases/case-list";
import type { Viewer } from "@/db/people/people";
import { currentCodeLists } from "@/db/study/code-lists";
import { type CodeLists, valueFor } from "@/domain/code-lists/code-lists";
import { mayImport, mayRegisterCase, type Stage, stages } from "@/domain/workflow";
import { optionsOf } from "./words";

export const metadata: Metadata = { title: "Cases" };

export default async function CasesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const viewer = await viewerFor("/cases", query);
  const sample = textIn(query, "sample");
  const asked = textIn(query, "stage");
  const stage = asked && Object.hasOwn(stages, asked) ? (asked as Stage) : undefined;
  const text = textIn(query, "reference");
  const page = await listCases(viewer, { sample, stage, text, after: textIn(query, "after") });
  if (!page) notFound();
  const samples = await listSamples(viewer);
  const lists = await currentCodeLists();
  return (
    <Shell viewer={viewer} current="/cases">
      <PageTitle title="Cases" />
      {mayRegisterCase(viewer) && (
        <div className="govuk-button-group">
          <ButtonLink href="/cases/new">Register a case</ButtonLink>
          {mayImport(viewer) && (
            <ButtonLink href="/import" look="secondary">
              Import cases
            </ButtonLink>
          )}
        </div>
      )}
      {samples.length > 0 && (
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
              name: "stage",
              label: "Stage",
              all: "All stages",
              options: optionsOf(stages),
              chosen: stage,
            },
          ]}
        >
          <TextField
            key={text}
            name="reference"
            label="Reference, or a part of it"
            type="search"
            autoComplete="off"
            defaultValue={text}
          />
        </FilterForm>
      )}
      <CaseTable
        cases={page.rows.map((row) => lineOf(lists, row))}
        nextHref={nextPage("/cases", { sample, stage, reference: text }, page.next)}
        empty={samples.length > 0 ? "No case fits these filters." : noCases(viewer)}
      />
    </Shell>
  );
}

function noCases(viewer: Viewer): string {
  return mayRegisterCase(viewer)
    ? "There are no cases yet. Register the first one, or import cases from a file."
    : "There are no cases for you yet. A case stands here once you are to rate it, or once it is committed.";
}

function lineOf(lists: CodeLists, row: CaseListRow) {
  return {
    reference: row.reference,
    sample: row.sample,
    caseType: valueFor(lists.case_type, row.caseType).label,
    incidentType: valueFor(lists.incident_type, row.incidentType).label,
    stage: row.stage,
    stageLabel: stages[row.stage].label,
    excluded: !row.included,
    imported: row.origin === "imported" && row.stage === "committed",
    coders: row.coders,
    submitted: row.submitted,
  };
}
