import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { type Query, textsIn } from "@/app/query";
import { Shell } from "@/app/shell";
import { publicationLink } from "@/app/tables/links";
import { viewerFor } from "@/app/viewer";
import { ExportForm } from "@/components/dataset/export-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { PageTitle } from "@/components/ui/page-title";
import { checkExportChoice, listColumns, listSamplesToExport } from "@/db/exports/choice";
import { wholeFiles } from "@/db/exports/dataset";
import { countHowRated } from "@/db/exports/how-rated";
import { listReleases } from "@/db/releases/releases";
import { caveatsFor } from "@/domain/caveats";
import { methodsParagraph } from "@/domain/dataset/methods";
import { tablesForAll, tablesForLeads } from "@/domain/dataset/tables";
import { releaseInWords } from "@/domain/releases/release";
import { mayExportRatings } from "@/domain/workflow";
import { exportChoiceIn, isReleaseKeptBack } from "./choice";

export const metadata: Metadata = { title: "Export" };

export default async function ExportPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const viewer = await viewerFor("/export", query);
  const choice = exportChoiceIn((name) => textsIn(query, name));
  if (!choice) notFound();
  const checked = await checkExportChoice(viewer, choice);
  const releases = await listReleases(viewer);
  const columns = await listColumns(viewer, choice.release);
  if (checked.kind === "not_found" || !releases || !columns) notFound();
  if (checked.kind === "refused" && isReleaseKeptBack(checked))
    redirect(`/releases/${choice.release}`);
  const samples = await listSamplesToExport(viewer, choice.release);
  if (!samples) notFound();
  const problems = checked.kind === "refused" ? checked.problems : [];
  const isAsked = textsIn(query, "show").includes("methods") && problems.length === 0;
  const counts = isAsked ? await countHowRated(viewer, choice) : null;
  return (
    <Shell viewer={viewer} current="/export">
      <PageTitle title="Export" />
      <ErrorSummary problems={problems} />
      <p className="govuk-body">
        Each file holds every committed case and every excluded case, in its latest version, or as
        they were in a{" "}
        <a className="govuk-link" href="/releases">
          release
        </a>
        . They hold a record for each case: they are for analysis, not for publication. They say who
        made them and when, and each download is logged.
      </p>
      <ExportForm
        choice={choice}
        problems={problems}
        releases={releases
          .filter(({ told }) => told)
          .map((one) => ({ value: String(one.number), label: releaseInWords(one) }))}
        samples={samples}
        columns={columns}
        whole={wholeFiles}
        tables={tablesForAll}
        forLeads={
          mayExportRatings(viewer)
            ? { tables: tablesForLeads, methods: counts && methodsParagraph(counts) }
            : null
        }
      />
      <h2 className="govuk-heading-m">For publication</h2>
      <p className="govuk-body">
        <a className="govuk-link" href={publicationLink(choice.release)}>
          Tables and charts of a release
        </a>
        , without what could tell who somebody is.
      </p>
      <h2 className="govuk-heading-m">What to keep in mind</h2>
      <ul className="govuk-list govuk-list--bullet">
        {caveatsFor("dataset").map((caveat) => (
          <li key={caveat}>{caveat}</li>
        ))}
      </ul>
    </Shell>
  );
}
