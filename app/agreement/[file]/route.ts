import { notFound } from "next/navigation";
import type { NextRequest } from "next/server";
import { isReleaseKeptBack } from "@/app/export/choice";
import { queryOf } from "@/app/query";
import { seeOther } from "@/app/see-other";
import { viewerFor } from "@/app/viewer";
import { exportReliability } from "@/db/exports/reliability/export-reliability";
import { savedName } from "@/domain/dataset/made";
import { mayExport } from "@/domain/workflow";
import { askedIn } from "../asked";

/**
 * The reliability report as a file, of the cases and coders that the query chooses. Where there is
 * none to be had, the page that says why.
 */
export async function GET(request: NextRequest, context: { params: Promise<{ file: string }> }) {
  const { file: name } = await context.params;
  const viewer = await viewerFor("/agreement");
  const { search, searchParams } = request.nextUrl;
  // A window is looked into on the page; the report is of all that is chosen.
  const asked = { ...askedIn(queryOf(searchParams)), window: null };
  if (searchParams.get("release") && asked.release === null) notFound();
  if (asked.problems.length > 0 && mayExport(viewer)) return seeOther(`/agreement${search}`);
  const outcome = await exportReliability(viewer, name, asked);
  if (outcome.kind === "not_found") notFound();
  if (outcome.kind === "refused")
    return seeOther(
      isReleaseKeptBack(outcome) ? `/releases/${asked.release}` : `/agreement${search}`,
    );
  const { file, bytes, made } = outcome.value;
  const saved = encodeURIComponent(savedName(name, asked.release, made));
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Disposition": `attachment; filename="${name}"; filename*=UTF-8''${saved}`,
      "Cache-Control": "no-store",
    },
  });
}
