import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { type Query, searchOf, textIn } from "@/app/query";
import { viewerFor } from "@/app/viewer";
import { AnalysesFilter } from "@/components/tables/analyses-filter";
import { HeatMap } from "@/components/tables/heat-map";
import { ReportTable } from "@/components/tables/report-table";
import { TableSection } from "@/components/tables/table-section";
import { type AnalysesView, getAnalyses } from "@/db/tables/analyses";
import { caveatsFor } from "@/domain/caveats";
import { linesOf, marksOf, withNothingWithheld } from "@/domain/tables/shown-table";
import { releaseAsked } from "../asked";
import { BesideTables } from "../beside-tables";
import { choiceInAddress, withCases } from "../links";
import { samplesIn } from "../samples-in";
import { baseOf } from "./base";
import { caseMixTable } from "./case-mix";
import { intervalsTable } from "./intervals";
import { togetherMap, togetherNotes } from "./together";

export const metadata: Metadata = { title: "Analyses" };

export default async function AnalysesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const viewer = await viewerFor("/tables/analyses", query);
  const { release, choices } = await releaseAsked(viewer, query);
  const intervals = textIn(query, "intervals") === "yes";
  const shown = await getAnalyses(viewer, { release, intervals, ...samplesIn(query) });
  if (shown.kind === "not_found") notFound();
  const found = shown.kind === "done" ? shown.value : null;
  return (
    <BesideTables
      viewer={viewer}
      query={query}
      title="Analyses"
      facts={["For the team", "Not for publication"]}
      filter={
        <AnalysesFilter
          key={JSON.stringify(query)}
          releases={choices}
          release={release === null ? "" : String(release)}
          samples={found?.samples ?? []}
          thisSample={found?.choice.thisSample}
          earlierSamples={found?.choice.earlierSamples ?? []}
          intervals={intervals}
        />
      }
      shown={shown}
      nothing="No case is committed yet. Analyses are made from committed cases."
    >
      {found && <Analyses view={found} query={query} />}
    </BesideTables>
  );
}

function Analyses({ view, query }: { view: AnalysesView; query: Query }) {
  return (
    <>
      <ReportTable {...caseMixTable(view)} caveats={caveatsFor("case_mix")} />
      {view.means ? (
        view.means.map((means) => (
          <ReportTable
            key={means.table.kind.output}
            {...intervalsTable(means, view)}
            caveats={caveatsFor(means.table.kind.output)}
          />
        ))
      ) : (
        <p className="govuk-body">
          <a
            className="govuk-link"
            href={`${searchOf({ ...query, intervals: "yes" })}#table_10_intervals`}
          >
            Show means with 95% intervals
          </a>
        </p>
      )}
      <Together {...view} />
      <Practice {...view} />
    </>
  );
}

function Together(view: AnalysesView) {
  return (
    <TableSection
      id="factors_together"
      caption="Risk factors that occur together"
      notes={togetherNotes(view)}
      base={baseOf(view)}
      caveats={caveatsFor("factors_together")}
    >
      <HeatMap {...togetherMap(view)} />
    </TableSection>
  );
}

function Practice(view: AnalysesView) {
  const recorded = view.practice[0]?.lines.find(({ key }) => key === "recorded");
  if (recorded?.cells.every(({ n }) => n === 0))
    return (
      <>
        <h2 className="govuk-heading-m">Practice strengths and shortcomings by sample</h2>
        <p className="govuk-body">
          No practice is recorded for a case of these samples. It is written in the record of a
          case, under Practice.
        </p>
      </>
    );
  const asTeam = { kind: "team", withheldUpTo: view.withheldUpTo } as const;
  return withNothingWithheld(view.practice).map((table) => (
    <ReportTable
      key={table.kind.output}
      id={table.kind.output}
      caption={table.kind.title}
      lineLabel={table.kind.lineLabel}
      columns={table.columns.map(({ label }) => label)}
      lines={withCases(linesOf(table, asTeam), table, choiceInAddress(view))}
      notes={[table.kind.note, ...marksOf(table, asTeam)]}
      base={baseOf(view)}
      caveats={caveatsFor(table.kind.output)}
    />
  ));
}
