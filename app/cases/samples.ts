import { textOf } from "@/app/act";
import type { Viewer } from "@/db/people/people";
import { listSampleDates } from "@/db/study/samples";
import type { Problem } from "@/domain/outcome";
import { newSampleProblem, oldestFirst } from "@/domain/samples";

/** The samples that a case or a day is in, as far as the viewer edits them. */
export async function knownSamples(viewer: Viewer): Promise<string[]> {
  const samples = (await listSampleDates(viewer)) ?? [];
  return oldestFirst(
    samples.map(({ name }) => name),
    new Map(),
  );
}

/** What to ask where a form would make a new sample of this name. */
export async function newSampleIn(
  viewer: Viewer,
  form: FormData,
  sample: string,
): Promise<Problem | null> {
  return newSampleProblem(sample, await knownSamples(viewer), textOf(form, "newSample"));
}
