import { notFound } from "next/navigation";
import { currentViewer, refuseForeignOrigin } from "@/app/viewer";
import { beginUpload, uploadProblems } from "@/db/uploads/uploads";

/** Takes the files of an upload in, and goes on to its page; or back, to say what is wrong. */
export async function POST(request: Request) {
  await refuseForeignOrigin();
  const viewer = await currentViewer();
  if (!viewer) return goTo("/import");
  const files = await filesOf(request);
  if (!files) return goTo("/import?problem=large");
  const outcome = await beginUpload(viewer, files);
  if (outcome.kind === "not_found") notFound();
  if (outcome.kind === "done") return goTo(`/import/${outcome.value.id}`);
  const known = Object.entries(uploadProblems);
  const [problem = ""] = known.find(([, words]) => words === outcome.problems[0]?.message) ?? [];
  return goTo(`/import?problem=${problem}`);
}

/** The files of the form; null when it breaks off, as one that is too large does. */
async function filesOf(request: Request) {
  let form: FormData;
  try {
    form = await request.formData();
  } catch {
    return null;
  }
  const sent = form.getAll("files").filter((one) => typeof one !== "string");
  // A browser sends a field in which nothing is chosen as one file without a name.
  return Promise.all(sent.filter((one) => one.name !== "" || one.size > 0).map(withBytes));
}

async function withBytes(file: File) {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

function goTo(path: string): Response {
  return new Response(null, {
    status: 303,
    headers: { Location: path, "Cache-Control": "no-store" },
  });
}
