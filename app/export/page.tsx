import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { type Query, textsIn } from "@/app/query";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { ExportForm } from "@/components/dataset/export-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { PageTitle } from "@/components/ui/page-title";
import { listSamples } from "@/db/case-list";
import { checkExportChoice, listColumns } from "@/db/exports/choice";
import { exportFilesFor } from "@/db/exports/dataset";
import { countHowRated } from "@/db/exports/how-rated";
import { caveatsFor } from "@/domain/caveats";
import { methodsParagraph } from "@/domain/dataset/methods";
import { mayExportRatings } from "@/domain/workflow";
import { exportChoiceIn } from "./choice";

export const metadata: Metadata = { title: "Export" };

const kinds = [
  { title: "Everything", ending: /^dataset\./ },
  { title: "Tables as CSV", ending: /\.csv$/ },
  { title: "Tables for SPSS", ending: /\.sav$/ },
];

export default async function ExportPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const viewer = await viewerFor("/export", query);
  const choice = exportChoiceIn((name) => textsIn(query, name));
  const tables = await listColumns(viewer);
  const checked = await checkExportChoice(viewer, choice);
  if (!tables || checked.kind === "not_found") notFound();
  const problems = checked.kind === "refused" ? checked.problems : [];
  const isAsked = textsIn(query, "show").includes("methods") && problems.length === 0;
  const counts = isAsked ? await countHowRated(viewer, choice) : null;
  const files = exportFilesFor(viewer);
  return (
    <Shell viewer={viewer} current="/export">
      <ErrorSummary problems={problems} />
      <PageTitle title="Export" />
      <p className="govuk-body">
        Each file holds every committed case and every case that is left out of the analysis, in its
        latest version. They hold a record for each case: they are for analysis, not for
        publication. Each download is logged.
      </p>
      <ExportForm
        choice={choice}
        problems={problems}
        samples={await listSamples(viewer)}
        tables={tables}
        methods={{ may: mayExportRatings(viewer), text: counts && methodsParagraph(counts) }}
        groups={kinds.map(({ title, ending }) => ({
          title,
          files: files.filter(({ name }) => ending.test(name)),
        }))}
      />
      <h2 className="govuk-heading-m">What to keep in mind</h2>
      <ul className="govuk-list govuk-list--bullet">
        {caveatsFor("dataset").map((caveat) => (
          <li key={caveat}>{caveat}</li>
        ))}
      </ul>
    </Shell>
  );
}
