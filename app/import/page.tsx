import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { type Query, textIn } from "@/app/query";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { ImportList } from "@/components/import/import-list";
import { UploadForm } from "@/components/import/upload-form";
import { UploadList } from "@/components/import/upload-list";
import { PageTitle } from "@/components/ui/page-title";
import { listImports } from "@/db/imports/imports";
import { keptForDays } from "@/db/uploads/old-uploads";
import { listUploads, uploadProblems } from "@/db/uploads/uploads";
import { discardUploadAction } from "./[upload]/actions";

export const metadata: Metadata = { title: "Import" };

export default async function ImportPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const viewer = await viewerFor("/import");
  const uploads = await listUploads(viewer);
  const imports = await listImports(viewer);
  if (!uploads || !imports) notFound();
  const problem = textIn(query, "problem") ?? "";
  return (
    <Shell viewer={viewer} current="/cases">
      <PageTitle title="Import cases" />
      <p className="govuk-body">
        Bring in spreadsheets with cases, their children, involvement periods and ratings. You see
        what is understood and what would change before anything is stored.
      </p>
      <UploadForm
        problem={
          Object.hasOwn(uploadProblems, problem)
            ? uploadProblems[problem as keyof typeof uploadProblems]
            : undefined
        }
      />
      <UploadList
        uploads={uploads}
        keptForDays={keptForDays}
        discard={(id) => discardUploadAction.bind(null, id)}
      />
      <ImportList imports={imports} />
    </Shell>
  );
}
