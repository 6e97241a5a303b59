import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { type Query, textIn } from "@/app/query";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { ContextTables } from "@/components/tables/context-tables";
import { SharedCaveats } from "@/components/tables/table-section";
import { TablesFilter } from "@/components/tables/tables-filter";
import { Notice } from "@/components/ui/notice";
import { PageTitle } from "@/components/ui/page-title";
import { expectDocuments } from "@/db/exports/apart";
import { getContextFigures } from "@/db/study/context-figures";
import { getTables, type TablesShown } from "@/db/tables/tables";
import { typedInWords } from "@/domain/context-figures";
import { absentInWords, insteadInWords } from "@/domain/tables/samples-asked";
import { shownTable, type View } from "@/domain/tables/shown-table";
import { mayExport, mayTypeContext } from "@/domain/workflow";
import { releaseAsked } from "./asked";
import { choiceInAddress, filesOfReport } from "./links";
import { OfPublication } from "./of-publication";
import { OtherTables } from "./other-tables";
import { type SamplesAsked, samplesIn } from "./samples-in";
import { TableToRead } from "./table-to-read";
import { WholeFiles } from "./whole-files";
import { WhyNot } from "./why-not";

export const metadata: Metadata = { title: "Tables" };

export default async function TablesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const viewer = await viewerFor("/tables", query);
  const { release: named, choices, newest } = await releaseAsked(viewer, query);
  const forPublication = textIn(query, "view") === "publication";
  // The dataset as it is now is not published.
  const release = named ?? (forPublication ? newest : null);
  const asked = samplesIn(query);
  const shown = await getTables(viewer, { release, forPublication, ...asked });
  if (shown.kind === "not_found") notFound();
  const found = shown.kind === "done" ? shown.value : null;
  if (found && mayExport(viewer)) expectDocuments();
  const context = await getContextFigures(viewer);
  return (
    <Shell viewer={viewer} current="/tables">
      <PageTitle title="Tables" facts={found ? factsOf(found.view) : []} />
      <TablesFilter
        key={JSON.stringify(query)}
        releases={choices}
        release={release === null ? "" : String(release)}
        forPublication={forPublication}
        samples={found?.samples ?? []}
        thisSample={found?.view.choice.thisSample}
        earlierSamples={found?.view.choice.earlierSamples ?? []}
      />
      {found?.view.kind === "publication" && <OfPublication {...found} isNewest={named === null} />}
      {found && mayExport(viewer) && <WholeFiles view={found.view} />}
      {found?.view.kind === "team" && (
        <OtherTables viewer={viewer} query={query} release={release} newest={newest} />
      )}
      {shown.kind === "refused" && (
        <WhyNot
          release={release}
          message={shown.problems[0]?.message}
          mayChoose={choices.length > 0}
        />
      )}
      {shown.kind === "done" && !found && (
        <p className="govuk-body">
          There is no case to count yet. Tables are made from committed cases that are in the
          analysis.
        </p>
      )}
      {found && <Instead asked={asked} view={found.view} />}
      {found && <Report {...found} mayTakeAway={mayExport(viewer)} />}
      {context && !forPublication && (
        <ContextTables
          figures={context.figures}
          typedIn={typedInWords(context)}
          changeHref={mayTypeContext(viewer) ? "/tables/context" : null}
        />
      )}
    </Shell>
  );
}

/** A release is published with one choice of samples: none other is in its place. */
function Instead({ asked, view: { kind, choice } }: { asked: SamplesAsked; view: View }) {
  if (kind === "publication") return null;
  const { thisSample, earlierSamples } = asked;
  const isAnother = thisSample !== undefined && thisSample !== choice.thisSample;
  const absent = absentInWords(earlierSamples, choice);
  return (
    <>
      {isAnother && <Notice>{insteadInWords(thisSample, choice)}</Notice>}
      {absent && <Notice>{absent}</Notice>}
    </>
  );
}

function factsOf({ kind }: View): string[] {
  return kind === "publication"
    ? ["For publication", "What could tell who somebody is, is withheld"]
    : ["For the team", "Not for publication as they are"];
}

function Report({ view, tables, mayTakeAway }: TablesShown & { mayTakeAway: boolean }) {
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
      <SharedCaveats />
      {tables.map((table) => (
        <TableToRead
          key={table.kind.output}
          table={shownTable(table, tables, view)}
          kind={view.kind}
          release={view.release}
          cases={choiceInAddress(view)}
          files={mayTakeAway ? filesOfReport(view) : null}
        />
      ))}
    </>
  );
}
