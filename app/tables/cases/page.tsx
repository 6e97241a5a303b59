import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { type Query, textIn } from "@/app/query";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { CasesBehindTable } from "@/components/tables/cases-behind-table";
import { PageTitle } from "@/components/ui/page-title";
import { type CasesBehind, getCasesBehind } from "@/db/tables/cases-behind";
import { getCodedCasesBehind } from "@/db/tables/coded-cases-behind";
import { outputsOfReport } from "@/domain/caveats";
import { releaseNumberFrom } from "@/domain/releases/release";
import { countedInWords } from "@/domain/tables/base";
import { cellText } from "@/domain/tables/cell-text";
import { nameByCoder } from "@/domain/tables/table-files";
import { casesLink, choiceInAddress, codedChoiceInAddress } from "../links";
import { samplesIn } from "../samples-in";
import { stateOf } from "../words";

export const metadata: Metadata = { title: "Cases behind a figure" };

export default async function CasesBehindPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const viewer = await viewerFor("/tables/cases", query);
  const [asked, table, line, column] = ["release", "table", "line", "column"].map((name) =>
    textIn(query, name),
  );
  const release = releaseNumberFrom(asked ?? "");
  if ((asked !== undefined && release === null) || !table || !line || !column) notFound();
  const cell = { release, table, line, column, after: textIn(query, "after") };
  const ofCoders = textIn(query, "by") === "coders";
  const found = ofCoders
    ? await getCodedCasesBehind(viewer, { ...cell, thisSample: textIn(query, "sample") })
    : await getCasesBehind(viewer, { ...cell, ...samplesIn(query) });
  if (found.kind === "not_found") notFound();
  if (found.kind === "refused") redirect(`/releases/${release}`);
  const { kind, rows, next, choice, release: ofRelease } = found.value;
  const chosen = ofCoders
    ? codedChoiceInAddress(choice.thisSample, ofRelease)
    : choiceInAddress(found.value);
  return (
    <Shell viewer={viewer} current="/tables">
      <PageTitle title="Cases behind a figure" facts={factsOf(found.value)} />
      <p className="govuk-body tables-links">
        <a className="govuk-link" href={placeOf(kind, ofCoders, chosen)}>
          Back to {kind.title}
        </a>
      </p>
      <CasesBehindTable
        caption={`${found.value.line.label}, ${found.value.column.label}`}
        rows={rows}
        counted={kind.unit === "index children" ? "Index children" : undefined}
        valued={kind.valueLabel}
        nextHref={
          next &&
          `${casesLink({ table: kind.output, line, column }, chosen)}&after=${encodeURIComponent(next)}`
        }
      />
      <p className="govuk-body">{stateOf(found.value)} For the team, not for publication.</p>
    </Shell>
  );
}

/** Where the table stands on its page. */
function placeOf(
  { output }: CasesBehind["kind"],
  ofCoders: boolean,
  chosen: URLSearchParams,
): string {
  if (ofCoders) return `/tables/coders?${chosen}#${nameByCoder(output)}`;
  const isOfReport = outputsOfReport.some((one) => one === output);
  return `${isOfReport ? "/tables" : "/tables/analyses"}?${chosen}#${output}`;
}

function factsOf({ kind, line, column, cell, base }: CasesBehind): string[] {
  const figure = `${line.label}, ${column.label}: ${cellText(kind, line, cell, base)}`;
  if (line.measure !== "count") return [kind.title, figure, countedInWords(cell.values, "cases")];
  return [kind.title, figure, countedInWords(cell.n, kind.unit)];
}
