import { notFound, redirect } from "next/navigation";
import { viewerFor } from "@/app/viewer";
import { faultsCopy } from "@/db/uploads/faults-copy";

/** A copy of the files of an upload with the faults beside their rows. */
export async function GET(_: Request, context: { params: Promise<{ upload: string }> }) {
  const { upload } = await context.params;
  const check = `/import/${upload}/check`;
  const viewer = await viewerFor(check);
  const copy = await faultsCopy(viewer, upload);
  if (copy.kind === "not_found") notFound();
  if (copy.kind === "refused") redirect(`${check}?copy=refused`);
  return new Response(new Uint8Array(copy.value), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": 'attachment; filename="faults.xlsx"',
      "Cache-Control": "no-store",
    },
  });
}
