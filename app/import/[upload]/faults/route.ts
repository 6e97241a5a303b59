import { notFound } from "next/navigation";
import { viewerFor } from "@/app/viewer";
import { faultsCopy } from "@/db/uploads/faults-copy";

/** A copy of the files of an upload with the faults beside their rows. */
export async function GET(_: Request, context: { params: Promise<{ upload: string }> }) {
  const { upload } = await context.params;
  const viewer = await viewerFor(`/import/${upload}/check`);
  const copy = await faultsCopy(viewer, upload);
  if (copy.kind !== "done") notFound();
  return new Response(new Uint8Array(copy.value), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": 'attachment; filename="faults.xlsx"',
      "Cache-Control": "no-store",
    },
  });
}
