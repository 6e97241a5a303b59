import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { type Query, textIn } from "@/app/query";
import { viewerFor } from "@/app/viewer";
import { SamplesFilter } from "@/components/tables/samples-filter";
import { Details } from "@/components/ui/details";
import { Notice } from "@/components/ui/notice";
import { type ByCoderView, getByCoder } from "@/db/tables/by-coder";
import { tablesByCoder } from "@/domain/tables/coders/tables";
import {
  coverageInWords,
  findingsInWords,
  insteadInWords,
  readingNotes,
} from "@/domain/tables/coders/words";
import { releaseAsked } from "../asked";
import { BesideTables } from "../beside-tables";
import { codedChoiceInAddress, filesByCoder } from "../links";
import { type TablesOfPage, TableToRead } from "../table-to-read";

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
      release={release}
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
      {view.inPlaceOf !== null && <Notice>{insteadInWords(view.inPlaceOf, view)}</Notice>}
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
      {tablesByCoder(view).map(({ shown }) => {
        const table = <TableToRead key={shown.name} table={shown} {...pageOf(view)} />;
        // One as long and wide as chart 2 opens in place.
        if (shown.name !== "chart_2_by_coder") return table;
        return (
          <Details key={shown.name} summary={shown.title}>
            {table}
          </Details>
        );
      })}
    </>
  );
}

/** Who may see this page may take its tables away. */
function pageOf({ sample, release }: ByCoderView): TablesOfPage {
  return {
    ...{ kind: "leads", release },
    cases: codedChoiceInAddress(sample, release),
    files: filesByCoder(sample, release),
    reading: readingNotes,
  };
}
