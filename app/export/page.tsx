import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { type Query, textIn } from "@/app/query";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { ExportForm } from "@/components/dataset/export-form";
import { PageTitle } from "@/components/ui/page-title";
import { listSamples } from "@/db/case-list";
import { exportFiles } from "@/db/exports/dataset";
import { listReleases } from "@/db/releases/releases";
import { caveatsFor } from "@/domain/caveats";
import { releaseInWords, releaseNumberFrom } from "@/domain/releases/release";

export const metadata: Metadata = { title: "Export" };

const kinds = [
  { title: "Everything", ending: /^dataset\./ },
  { title: "Tables as CSV", ending: /\.csv$/ },
  { title: "Tables for SPSS", ending: /\.sav$/ },
];

export default async function ExportPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const viewer = await viewerFor("/export", query);
  const releases = await listReleases(viewer);
  if (!releases) notFound();
  const chosen = releaseNumberFrom(textIn(query, "release") ?? "");
  const release = releases.find(({ number, told }) => told && number === chosen);
  return (
    <Shell viewer={viewer} current="/export">
      <PageTitle title="Export" />
      <p className="govuk-body">
        Each file holds every committed case and every case that is left out of the analysis, in its
        latest version, or as they were in a{" "}
        <a className="govuk-link" href="/releases">
          release
        </a>
        . They hold a record for each case: they are for analysis, not for publication. Each
        download is logged.
      </p>
      <ExportForm
        releases={releases
          .filter(({ told }) => told)
          .map((one) => ({ value: String(one.number), label: releaseInWords(one) }))}
        release={String(release?.number ?? "")}
        samples={await listSamples(viewer)}
        groups={kinds.map(({ title, ending }) => ({
          title,
          files: exportFiles.filter(({ name }) => ending.test(name)),
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
