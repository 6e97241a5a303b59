import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { type Query, textIn } from "@/app/query";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { ReportTable } from "@/components/tables/report-table";
import { FilterForm } from "@/components/ui/filter-form";
import { PageTitle } from "@/components/ui/page-title";
import { currentCodeLists } from "@/db/code-lists";
import { listRiskRatings } from "@/db/dataset";
import { caveatsFor } from "@/domain/caveats";
import { formatDateTime } from "@/domain/dates";
import { cellText } from "@/domain/tables/mean";
import { table10 } from "@/domain/tables/table10";

export const metadata: Metadata = { title: "Tables" };

export default async function TablesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const viewer = await viewerFor("/tables", query);
  const cases = await listRiskRatings(viewer);
  if (!cases) notFound();
  const samples = [...new Set(cases.map((one) => one.sample))].sort();
  const asked = textIn(query, "sample");
  const thisSample = samples.find((sample) => sample === asked) ?? newestOf(cases, samples);
  if (thisSample === undefined)
    return (
      <Shell viewer={viewer} current="/tables">
        <PageTitle title="Tables" />
        <p className="govuk-body">
          No case is committed yet. Tables are made from committed cases.
        </p>
      </Shell>
    );
  const earlierSamples = samples.filter((sample) => sample < thisSample);
  const { case_type: caseTypes } = await currentCodeLists();
  const rows = table10(caseTypes, cases, { thisSample, earlierSamples });
  const total = rows[rows.length - 1]?.cells;
  const earlier = rangeOf(earlierSamples);
  return (
    <Shell viewer={viewer} current="/tables">
      <PageTitle title="Tables" />
      <FilterForm
        filters={[
          {
            name: "sample",
            label: "This sample",
            options: samples.map((one) => ({ value: one, label: one })),
            chosen: thisSample,
          },
        ]}
      />
      <ReportTable
        caption="Table 10: average risk rating by case type"
        lineLabel="Case type"
        columns={[earlier, thisSample, "All"]}
        lines={rows.map((row) => ({
          key: `${row.kind} ${row.key}`,
          label: row.label,
          kind: row.kind,
          cells: [cellText(row.cells.earlier), cellText(row.cells.this), cellText(row.cells.all)],
        }))}
        note="Mean risk rating, and in brackets the number of cases. Means are taken over all cases of a row together and rounded to one decimal."
        base={`${total?.all.n ?? 0} analysed, committed cases: ${total?.earlier.n ?? 0} of ${earlier}, ${total?.this.n ?? 0} of ${thisSample}. Latest version of each case on ${formatDateTime(new Date().toISOString())}.`}
        caveats={caveatsFor("table_10")}
      />
    </Shell>
  );
}

// A sample that is only just being coded would make an empty table of everything.
const enoughCases = 10;

function newestOf(
  cases: readonly { readonly sample: string }[],
  samples: readonly string[],
): string | undefined {
  const enough = samples.filter(
    (sample) => cases.filter((one) => one.sample === sample).length >= enoughCases,
  );
  return enough[enough.length - 1] ?? samples[samples.length - 1];
}

function rangeOf(samples: readonly string[]): string {
  const [first, last] = [samples[0], samples[samples.length - 1]];
  if (first === undefined || last === undefined) return "Earlier samples";
  return first === last ? first : `${first} to ${last}`;
}
