import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { type Query, textIn, textsIn } from "@/app/query";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { LevelBars } from "@/components/tables/level-bars";
import { ReportTable } from "@/components/tables/report-table";
import { TablesFilter } from "@/components/tables/tables-filter";
import { Notice } from "@/components/ui/notice";
import { PageTitle } from "@/components/ui/page-title";
import { currentCodebook } from "@/db/codebooks";
import type { Viewer } from "@/db/people";
import { listReleases } from "@/db/releases/releases";
import { getPublication } from "@/db/tables/publication";
import { getReport } from "@/db/tables/report";
import { caveatsFor } from "@/domain/caveats";
import type { Codebook } from "@/domain/codebook/codebook";
import type { Outcome } from "@/domain/outcome";
import { releaseInWords, releaseNumberFrom } from "@/domain/releases/release";
import type { PublishedTable } from "@/domain/tables/published-table";
import { chartOf, otherScales } from "./charts";
import { baseOf, linesOf, notesOf, type View, withNothingWithheld } from "./words";

export const metadata: Metadata = { title: "Tables" };

export default async function TablesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const viewer = await viewerFor("/tables", query);
  const releases = ((await listReleases(viewer)) ?? []).filter(({ told }) => told);
  const number = releaseNumberFrom(textIn(query, "release") ?? "");
  const release = releases.find((one) => one.number === number)?.number ?? null;
  const forPublication = textIn(query, "view") === "publication";
  const asked = { release, forPublication, query };
  const shown = await viewOf(viewer, asked);
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
      {shown.kind === "refused" && <Notice>{shown.problems[0]?.message}</Notice>}
      {shown.kind === "done" && !found && (
        <p className="govuk-body">
          No case is committed yet. Tables are made from committed cases.
        </p>
      )}
      {found && <Report {...found} codebook={await currentCodebook()} />}
    </Shell>
  );
}

interface Shown {
  readonly view: View;
  readonly samples: readonly string[];
  readonly tables: readonly PublishedTable[];
}

interface Asked {
  readonly release: number | null;
  readonly forPublication: boolean;
  readonly query: Query;
}

const chooseRelease: Outcome<never> = {
  kind: "refused",
  problems: [
    {
      field: "release",
      message:
        "Tables for publication are made from a release, so that they can be made again. Select a release.",
    },
  ],
};

async function viewOf(viewer: Viewer, asked: Asked): Promise<Outcome<Shown | null>> {
  const { release, forPublication, query } = asked;
  if (forPublication) {
    if (release === null) return chooseRelease;
    const found = await getPublication(viewer, release);
    if (found.kind !== "done" || !found.value) return found as Outcome<null>;
    const { tables, ...view } = found.value;
    return { kind: "done", value: { view: { kind: "publication", ...view }, samples: [], tables } };
  }
  const thisSample = textIn(query, "sample");
  // Earlier samples were chosen beside a sample; with another one the usual ones are shown first.
  const isOwn = thisSample !== undefined && textIn(query, "beside") === thisSample;
  const found = await getReport(viewer, {
    release,
    thisSample,
    earlierSamples: isOwn ? textsIn(query, "earlier") : undefined,
  });
  if (found.kind !== "done" || !found.value) return found as Outcome<null>;
  const { tables, samples, ...view } = found.value;
  return {
    kind: "done",
    value: { view: { kind: "team", ...view }, samples, tables: withNothingWithheld(tables) },
  };
}

function factsOf({ kind, withheldUpTo }: View): string[] {
  return kind === "publication"
    ? ["For publication", `Counts from 1 to ${withheldUpTo} are withheld`]
    : ["For the team", "Not for publication as they are"];
}

function Report({ view, tables, codebook }: Shown & { codebook: Codebook }) {
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
