import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { type Query, searchOf, textIn } from "@/app/query";
import { viewerFor } from "@/app/viewer";
import { AnalysesFilter } from "@/components/tables/analyses-filter";
import { HeatMap } from "@/components/tables/heat-map";
import { Notice } from "@/components/ui/notice";
import type { Viewer } from "@/db/people/people";
import { type AnalysesView, getAnalyses } from "@/db/tables/analyses";
import { insteadInWords } from "@/domain/tables/analyses/analyses";
import { caseMixTable } from "@/domain/tables/analyses/case-mix";
import { intervalsTable } from "@/domain/tables/analyses/intervals";
import { childrenTables, practiceTables } from "@/domain/tables/analyses/tables";
import { togetherTable } from "@/domain/tables/analyses/together";
import { absentInWords } from "@/domain/tables/samples-asked";
import { mayExport } from "@/domain/workflow";
import { releaseAsked } from "../asked";
import { BesideTables } from "../beside-tables";
import { choiceInAddress } from "../links";
import { samplesIn } from "../samples-in";
import { type TablesOfPage, TableToRead } from "../table-to-read";
import { togetherMap } from "./together";

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
      release={release}
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
      nothing="There is no case to count yet. Analyses are made from committed cases that are in the analysis."
    >
      {found && <Analyses view={found} query={query} page={pageOf(viewer, found)} />}
    </BesideTables>
  );
}

function pageOf(viewer: Viewer, view: AnalysesView): TablesOfPage {
  const chosen = choiceInAddress(view);
  const files = mayExport(viewer) ? chosen : null;
  return { kind: "team", release: view.release, cases: chosen, files };
}

function Analyses({ view, query, page }: AnalysesProps) {
  const together = togetherTable(view).shown;
  const practice = practiceTables(view);
  const absent = absentInWords(samplesIn(query).earlierSamples, view.choice);
  return (
    <>
      {view.inPlaceOf !== null && <Notice>{insteadInWords(view.inPlaceOf, view)}</Notice>}
      {absent && <Notice>{absent}</Notice>}
      <TableToRead table={caseMixTable(view).shown} {...page} />
      {view.means?.map((means) => (
        <TableToRead
          key={means.table.kind.output}
          table={intervalsTable(means, view).shown}
          {...page}
        />
      )) ?? <AskForIntervals query={query} />}
      {childrenTables(view).map(({ shown }) => (
        <TableToRead key={shown.name} table={shown} {...page} />
      ))}
      <TableToRead table={together} {...page}>
        <HeatMap {...togetherMap(together, view, page.cases)} />
      </TableToRead>
      {practice.length === 0 && <NoPractice />}
      {practice.map(({ shown }) => (
        <TableToRead key={shown.name} table={shown} {...page} />
      ))}
    </>
  );
}

interface AnalysesProps {
  readonly view: AnalysesView;
  readonly query: Query;
  readonly page: TablesOfPage;
}

function AskForIntervals({ query }: { query: Query }) {
  const asked = searchOf({ ...query, intervals: "yes" });
  return (
    <p className="govuk-body tables-links">
      <a className="govuk-link" href={`${asked}#table_10_intervals`}>
        Show means with 95% intervals
      </a>
    </p>
  );
}

function NoPractice() {
  return (
    <>
      <h2 className="govuk-heading-m">Practice strengths and shortcomings by sample</h2>
      <p className="govuk-body">
        No practice is recorded for a case of these samples. It is written in the record of a case,
        under Practice.
      </p>
    </>
  );
}
