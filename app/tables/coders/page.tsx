import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { type Query, textIn } from "@/app/query";
import { viewerFor } from "@/app/viewer";
import { ReportTable } from "@/components/tables/report-table";
import { SamplesFilter } from "@/components/tables/samples-filter";
import { type ByCoderView, getByCoder } from "@/db/tables/by-coder";
import { caveatsFor } from "@/domain/caveats";
import { releaseAsked } from "../asked";
import { BesideTables } from "../beside-tables";
import { SideBySide } from "./side-by-side";
import {
  baseOf,
  baseOfThemes,
  coverageInWords,
  findingsInWords,
  meansTable,
  readingNotes,
} from "./words";

export const metadata: Metadata = { title: "What reconciliation changed" };

export default async function CodersPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const viewer = await viewerFor("/tables/coders", query);
  const { release, choices } = await releaseAsked(viewer, query);
  const shown = await getByCoder(viewer, { release, thisSample: textIn(query, "sample") });
  if (shown.kind === "not_found") notFound();
  const found = shown.kind === "done" ? shown.value : null;
  return (
    <BesideTables
      viewer={viewer}
      query={query}
      title="What reconciliation changed"
      facts={["For leads", "Not for publication"]}
      filter={
        <SamplesFilter
          key={JSON.stringify(query)}
          releases={choices}
          release={release === null ? "" : String(release)}
          samples={found?.samples ?? []}
          thisSample={found?.sample}
        />
      }
      shown={shown}
      nothing="No committed case has independent ratings yet, so there is nothing to set beside what was agreed."
    >
      {found && <ByCoder {...found} />}
    </BesideTables>
  );
}

function ByCoder(view: ByCoderView) {
  return (
    <>
      <h2 className="govuk-heading-m">Does a finding rest on who coded?</h2>
      <p className="govuk-body">{coverageInWords(view)}</p>
      <ul className="govuk-list govuk-list--bullet">
        {findingsInWords(view).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {readingNotes.map((note) => (
        <p className="muted" key={note}>
          {note}
        </p>
      ))}
      <ReportTable {...meansTable(view)} caveats={caveatsFor("table_10")} />
      {view.tables.map((table) => (
        <SideBySide
          key={table.kind.output}
          table={table}
          caption={`${table.kind.title}, by who decides`}
          base={baseOf(view)}
          view={view}
        />
      ))}
      <SideBySide
        table={view.themes}
        caption={view.themes.kind.title}
        base={baseOfThemes(view)}
        view={view}
      />
    </>
  );
}
