import { notFound, redirect } from "next/navigation";
import type { NextRequest } from "next/server";
import { viewerFor } from "@/app/viewer";
import { exportDataset, exportFileNamed } from "@/db/exports/dataset";
import { releaseNumberFrom } from "@/domain/releases/release";

/**
 * One file of the dataset, streamed: as it is now or of a release, of the samples that are named or
 * of all. Of a release that is given to nobody for now, the page of it, which says why.
 */
export async function GET(request: NextRequest, context: { params: Promise<{ file: string }> }) {
  const { file: name } = await context.params;
  const viewer = await viewerFor("/export");
  const file = exportFileNamed(name);
  if (!file) notFound();
  const query = request.nextUrl.searchParams;
  const samples = query.getAll("samples");
  const asked = query.get("release") ?? "";
  const release = releaseNumberFrom(asked);
  if (asked !== "" && release === null) notFound();
  const outcome = await exportDataset(viewer, name, {
    release,
    samples: samples.length > 0 ? samples : null,
    freeText: query.get("freeText") === "yes",
  });
  if (outcome.kind === "refused") redirect(`/releases/${release}`);
  if (outcome.kind !== "done") notFound();
  const start = release === null ? "" : `release-${release}-`;
  return new Response(streamOf(outcome.value), {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Disposition": `attachment; filename="${start}${file.name}"`,
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
