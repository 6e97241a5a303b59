import { notFound } from "next/navigation";
import type { NextRequest } from "next/server";
import { seeOther } from "@/app/see-other";
import { viewerFor } from "@/app/viewer";
import { exportDataset, exportFileNamed } from "@/db/exports/dataset";
import { exportPublication, publicationFile } from "@/db/exports/publication";
import type { Viewer } from "@/db/people/people";
import { savedName } from "@/domain/dataset/made";
import { exportChoiceIn, isReleaseKeptBack } from "../choice";

/**
 * One file of the dataset, streamed: of what the query chooses. Where that cannot be had, the page
 * that says why.
 */
export async function GET(request: NextRequest, context: { params: Promise<{ file: string }> }) {
  const { file: name } = await context.params;
  const viewer = await viewerFor("/export");
  const file = exportFileNamed(name);
  const { search, searchParams } = request.nextUrl;
  const choice = exportChoiceIn((field) => searchParams.getAll(field));
  if (!file || !choice) notFound();
  if (file === publicationFile) return publicationOf(viewer, choice.release);
  const outcome = await exportDataset(viewer, name, choice);
  if (outcome.kind === "not_found") notFound();
  if (outcome.kind === "refused")
    return seeOther(
      isReleaseKeptBack(outcome) ? `/releases/${choice.release}` : `/export${search}`,
    );
  const made = { by: viewer.name, at: new Date().toISOString() };
  const saved = savedName(file.name, choice.release, made);
  return new Response(streamOf(outcome.value), {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Disposition": `attachment; filename="${file.name}"; filename*=UTF-8''${encodeURIComponent(saved)}`,
      "Cache-Control": "no-store",
    },
  });
}

async function publicationOf(viewer: Viewer, release: number | null): Promise<Response> {
  const outcome = await exportPublication(viewer, release);
  if (outcome.kind === "not_found") notFound();
  if (outcome.kind === "refused") {
    const asked = release === null ? "" : `&release=${release}`;
    return seeOther(
      isReleaseKeptBack(outcome) ? `/releases/${release}` : `/tables?view=publication${asked}`,
    );
  }
  return new Response(new Uint8Array(outcome.value), {
    headers: {
      "Content-Type": publicationFile.mediaType,
      "Content-Disposition": `attachment; filename="release-${release}_${publicationFile.name}"`,
      "Cache-Control": "no-store",
    },
  });
}

// Asks for the next chunk only when the last has been taken.
function streamOf(chunks: AsyncIterable<string | Buffer>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done) controller.close();
      else
        controller.enqueue(
          typeof next.value === "string" ? encoder.encode(next.value) : next.value,
        );
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
