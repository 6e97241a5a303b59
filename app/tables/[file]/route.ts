import { notFound } from "next/navigation";
import type { NextRequest } from "next/server";
import { isReleaseKeptBack } from "@/app/export/choice";
import { queryOf, textIn } from "@/app/query";
import { seeOther } from "@/app/see-other";
import { viewerFor } from "@/app/viewer";
import { exportTables } from "@/db/exports/tables/export-tables";
import { releaseNumberFrom } from "@/domain/releases/release";
import { savedTableName, tableFileNamed, tableFormats } from "@/domain/tables/table-files";
import { samplesIn } from "../samples-in";

/**
 * One table or chart as a file, or all of them: of the samples and the release that the query
 * chooses. Where that cannot be had, the page that says why.
 */
export async function GET(request: NextRequest, context: { params: Promise<{ file: string }> }) {
  const { file: name } = await context.params;
  const viewer = await viewerFor("/tables");
  const file = tableFileNamed(name);
  const { search, searchParams } = request.nextUrl;
  const query = queryOf(searchParams);
  const asked = textIn(query, "release");
  const release = releaseNumberFrom(asked ?? "");
  if (!file || (asked !== undefined && release === null)) notFound();
  const forPublication = textIn(query, "view") === "publication";
  const outcome = await exportTables(viewer, name, {
    ...{ release, forPublication },
    ...samplesIn(query),
  });
  if (outcome.kind === "not_found") notFound();
  if (outcome.kind === "refused")
    return seeOther(
      isReleaseKeptBack(outcome) ? `/releases/${release}` : `${pages[file.page]}${search}`,
    );
  const { bytes, made } = outcome.value;
  const saved = forPublication
    ? `release-${release}_publication_${name}`
    : savedTableName(file, release, made);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": tableFormats[file.format].mediaType,
      "Content-Disposition": `attachment; filename="${name}"; filename*=UTF-8''${encodeURIComponent(saved)}`,
      "Cache-Control": "no-store",
    },
  });
}

const pages = { report: "/tables", analyses: "/tables/analyses", coders: "/tables/coders" };
