import { notFound } from "next/navigation";
import type { FormState } from "@/components/ui/form-state";
import type { Viewer } from "@/db/people";
import type { Outcome, Problem } from "@/domain/outcome";
import { currentViewer, refuseForeignOrigin } from "./viewer";

/**
 * The one way into every server action: the request comes from our own page, and somebody is
 * signed in. `signedOut` says what to answer when nobody is, so that nothing typed is lost.
 */
export async function act<S>(signedOut: () => S, work: (viewer: Viewer) => Promise<S>): Promise<S> {
  await refuseForeignOrigin();
  const viewer = await currentViewer();
  return viewer ? work(viewer) : signedOut();
}

const signedOutProblem: Problem = {
  field: "",
  message: "You have been signed out. Sign in in another tab, then try again here.",
};

/** As `act`, for a form that shows a FormState. */
export function actOnForm(
  form: FormData,
  work: (viewer: Viewer) => Promise<FormState>,
): Promise<FormState> {
  return act(() => problemsOn(form, [signedOutProblem]), work);
}

/** The state of a form that came back with problems: what was typed stays. */
export function problemsOn(form: FormData, problems: readonly Problem[]): FormState {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION") || name === "password") continue;
    const all = form.getAll(name).filter((value) => typeof value === "string");
    values[name] = all.length === 1 ? (all[0] ?? "") : all;
  }
  return { problems, values };
}

/** The value of an outcome; its problems on the form; or the page for what is not there. */
export function resultOn<T>(form: FormData, outcome: Outcome<T>): { value: T } | FormState {
  if (outcome.kind === "not_found") notFound();
  if (outcome.kind === "refused") return problemsOn(form, outcome.problems);
  return { value: outcome.value };
}

/** The problems of a form whose values a schema refused, one for each field. */
export function problemsOf(error: {
  issues: readonly { path: readonly PropertyKey[]; message: string }[];
}): Problem[] {
  const problems = new Map<string, Problem>();
  for (const { path, message } of error.issues) {
    const field = String(path[0] ?? "");
    if (!problems.has(field)) problems.set(field, { field, message });
  }
  return [...problems.values()];
}

/** The text of a field, as typed; "" when it was not sent. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
