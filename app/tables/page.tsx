import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { type Query, searchOf, textIn } from "@/app/query";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { LevelBars } from "@/components/tables/level-bars";
import { ReportTable } from "@/components/tables/report-table";
import { TablesFilter } from "@/components/tables/tables-filter";
import { Notice } from "@/components/ui/notice";
import { PageTitle } from "@/components/ui/page-title";
import { listReleases } from "@/db/releases/releases";
import { caveatsFor } from "@/domain/caveats";
import { releaseInWords, releaseNumberFrom } from "@/domain/releases/release";
import { mayExportRatings } from "@/domain/workflow";
import { chartOf, otherScales } from "./charts";
import { type Shown, shownTables } from "./shown";
import { baseOf, linesOf, notesOf, type View } from "./words";

export const metadata: Metadata = { title: "Tables" };

export default async function TablesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const viewer = await viewerFor("/tables", query);
  const releases = ((await listReleases(viewer)) ?? []).filter(({ told }) => told);
  const number = releaseNumberFrom(textIn(query, "release") ?? "");
  const release = releases.find((one) => one.number === number)?.number ?? null;
  const forPublication = textIn(query, "view") === "publication";
  const asked = { release, forPublication, query };
  const shown = await shownTables(viewer, asked);
  if (shown.kind === "not_found") notFound();
  const found = shown.kind === "done" ? shown.value : null;
  return (
    <Shell viewer={viewer} current="/tables">
      <PageTitle title="Tables" facts={found ? factsOf(found.view) : []} />
      <TablesFilter
        key={JSON.stringify(query)}
        releases={releases.map((one) => ({
          value: String(one.number),
          label: releaseInWords(one),
        }))}
        release={release === null ? "" : String(release)}
        forPublication={forPublication}
        samples={found?.samples ?? []}
        thisSample={found?.view.choice.thisSample}
        earlierSamples={found?.view.choice.earlierSamples ?? []}
      />
      {found?.view.kind === "publication" && (
        <p className="govuk-body">
          <a className="govuk-link" href={`/export/publication.xlsx?release=${release}`} download>
            Download these tables as a workbook
          </a>
          , with a list of what is withheld.
        </p>
      )}
      {found?.view.kind === "team" && (
        <p className="govuk-body">
          <a className="govuk-link" href={`/tables/analyses${searchOf(query)}`}>
            Case mix, intervals, factors together and practice
          </a>
          {mayExportRatings(viewer) && (
            <>
              <br />
              <a className="govuk-link" href={`/tables/coders${searchOf(query)}`}>
                What reconciliation changed
              </a>
            </>
          )}
        </p>
      )}
      {shown.kind === "refused" && (
        <Notice>
          {shown.problems[0]?.message}{" "}
          {releases.length === 0 && (
            <a className="govuk-link" href="/releases">
              Releases
            </a>
          )}
        </Notice>
      )}
      {shown.kind === "done" && !found && (
        <p className="govuk-body">
          No case is committed yet. Tables are made from committed cases.
        </p>
      )}
      {found && <Report {...found} />}
    </Shell>
  );
}

function factsOf({ kind, withheldUpTo }: View): string[] {
  return kind === "publication"
    ? ["For publication", `Counts from 1 to ${withheldUpTo} are withheld`]
    : ["For the team", "Not for publication as they are"];
}

function Report({ view, tables }: Shown) {
  const { codebook } = view;
  return (
    <>
      <nav aria-label="Tables and charts">
        <ul className="govuk-list contents">
          {tables.map(({ kind }) => (
            <li key={kind.output}>
              <a className="govuk-link" href={`#${kind.output}`}>
                {kind.title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {tables.map((table) => {
        const chart = chartOf(table, codebook);
        return (
          <ReportTable
            key={table.kind.output}
            id={table.kind.output}
            caption={table.kind.title}
            lineLabel={table.kind.lineLabel}
            columns={table.columns.flatMap(({ label, unseen }) => (unseen ? [] : [label]))}
            lines={linesOf(table, view)}
            notes={[...(chart ? otherScales(codebook) : []), ...notesOf(table, view)]}
            base={baseOf(table, tables, view)}
            caveats={caveatsFor(table.kind.output)}
          >
            {chart && <LevelBars {...chart} />}
          </ReportTable>
        );
      })}
    </>
  );
}
