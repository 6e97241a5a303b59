import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { PageTitle } from "@/components/ui/page-title";
import { TaskList } from "@/components/ui/task-list";
import { exportFiles } from "@/db/exports/dataset";
import { caveatsFor } from "@/domain/caveats";
import { mayExport } from "@/domain/workflow";

export const metadata: Metadata = { title: "Export" };

export default async function ExportPage() {
  const viewer = await viewerFor("/export");
  if (!mayExport(viewer)) notFound();
  const files = Object.entries(exportFiles).map(([file, what]) => ({
    id: file.replaceAll(".", "-"),
    title: what,
    href: `/export/${file}`,
    hint: `Downloads ${file}`,
  }));
  return (
    <Shell viewer={viewer} current="/export">
      <PageTitle title="Export" />
      <p className="govuk-body">
        Each file holds every committed or excluded case, in its latest version. They hold a record
        for each case: they are for analysis, not for publication. Each download is logged.
      </p>
      <TaskList tasks={files} />
      <h2 className="govuk-heading-m">What to keep in mind</h2>
      <ul className="govuk-list govuk-list--bullet">
        {caveatsFor("dataset").map((caveat) => (
          <li key={caveat}>{caveat}</li>
        ))}
      </ul>
    </Shell>
  );
}
