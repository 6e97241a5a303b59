import { notFound } from "next/navigation";
import { viewerFor } from "@/app/viewer";
import { type ExportFile, exportDataset, exportFiles } from "@/db/exports/dataset";

/** One file of the dataset, streamed. */
export async function GET(_: Request, context: { params: Promise<{ file: string }> }) {
  const { file } = await context.params;
  const viewer = await viewerFor("/export");
  if (!isExportFile(file)) notFound();
  const outcome = await exportDataset(viewer, file);
  if (outcome.kind !== "done") notFound();
  return new Response(streamOf(outcome.value), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${file}"`,
      "Cache-Control": "no-store",
    },
  });
}

function isExportFile(file: string): file is ExportFile {
  return Object.hasOwn(exportFiles, file);
}

// Asks for the next chunk only when the last has been taken.
function streamOf(chunks: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
