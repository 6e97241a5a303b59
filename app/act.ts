import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { type FormState, untouched } from "@/components/ui/form-state";
import { getCase } from "@/db/cases/cases";
import type { Viewer } from "@/db/people/people";
import type { Outcome, Problem } from "@/domain/outcome";
import type { PageOf } from "./arguments";
import { leaveNotice, type Notice } from "./notices/notices";
import {
  currentListener,
  currentNewcomer,
  currentPerson,
  currentViewer,
  refuseForeignOrigin,
} from "./viewer";

/**
 * The one way into every server action: the request comes from our own page, and somebody is
 * signed in. `signedOut` says what to answer when nobody is, so that nothing typed is lost.
 */
export async function act<S>(
  signedOut: () => S | Promise<S>,
  work: (viewer: Viewer) => Promise<S>,
): Promise<S> {
  await refuseForeignOrigin();
  const viewer = await currentViewer();
  return viewer ? work(viewer) : signedOut();
}

/** As `act`, for what a page asks by itself: it is no use of the session, and tells nobody of it. */
export async function actUnasked(work: (viewer: Viewer) => Promise<void>): Promise<void> {
  await refuseForeignOrigin();
  const viewer = await currentListener();
  if (viewer) await work(viewer);
}

const signedOutProblem: Problem = {
  field: "",
  message: "You have been signed out. Sign in in another tab, then try again here.",
};

const newcomerProblem: Problem = {
  field: "",
  message:
    "Everyone must have a second factor now. Open Concord in another tab and set yours up, then try again here.",
};

/** Why nobody who may do anything asks: they are signed out, or must set up a second factor first. */
export async function whyNobody(): Promise<Problem> {
  return (await currentNewcomer()) ? newcomerProblem : signedOutProblem;
}

/** As `act`, for a form that shows a FormState. */
export function actOnForm<S extends FormState = FormState>(
  form: FormData,
  work: (viewer: Viewer) => Promise<S | FormState>,
): Promise<S | FormState> {
  return act<S | FormState>(async () => problemsOn(form, [await whyNobody()]), work);
}

/**
 * As `actOnForm`, also for somebody who must set up a second factor before anything else: for
 * nothing but setting it up.
 */
export async function actOnSetUp<S extends FormState = FormState>(
  form: FormData,
  work: (viewer: Viewer) => Promise<S | FormState>,
): Promise<S | FormState> {
  await refuseForeignOrigin();
  const person = await currentPerson();
  return person ? work(person) : problemsOn(form, [signedOutProblem]);
}

const otherPersonProblem: Problem = {
  field: "",
  message: "Somebody else is signed in here now. Sign in as yourself, then try again.",
};

/** As `actOnForm`, for a form that only the person who opened its page can send. */
export function actOnPage<S extends FormState = FormState>(
  page: Pick<PageOf, "personId">,
  form: FormData,
  work: (viewer: Viewer) => Promise<S | FormState>,
): Promise<S | FormState> {
  return actOnForm<S>(form, async (viewer) =>
    viewer.id === page.personId ? work(viewer) : problemsOn(form, [otherPersonProblem]),
  );
}

// Never sent back, not even to whoever typed them.
const secret = ["password", "current", "next"];

/** The state of a form that came back with problems: what was typed stays. */
export function problemsOn(form: FormData, problems: readonly Problem[]): FormState {
  const shown = [...new Set(form.keys())].filter(
    (name) => !name.startsWith("$ACTION") && !secret.includes(name),
  );
  const typed = (name: string) => {
    const all = form.getAll(name).filter((value) => typeof value === "string");
    return all.length === 1 ? (all[0] ?? "") : all;
  };
  return { problems, values: Object.fromEntries(shown.map((name) => [name, typed(name)])) };
}

/** The value of an outcome; its problems on the form; or the page for what is not there. */
export function resultOn<T>(form: FormData, outcome: Outcome<T>): { value: T } | FormState {
  if (outcome.kind === "not_found") notFound();
  if (outcome.kind === "refused") return problemsOn(form, outcome.problems.map(withPlace));
  return { value: outcome.value };
}

/**
 * As `resultOn`, for something done to a case. To somebody who may know the case, a thing that can
 * no longer be done is told as that; to others there is no such case.
 */
export async function resultOnCase<T>(
  viewer: Viewer,
  reference: string,
  form: FormData,
  outcome: Outcome<T>,
): Promise<{ value: T } | FormState> {
  if (outcome.kind === "not_found" && (await getCase(viewer, reference)))
    return problemsOn(form, [{ field: "", message: tooLate }]);
  return resultOn(form, outcome);
}

/**
 * A form with which one thing is done to a case, and the page to go to when it is done, which says
 * so where there is a notice of it.
 */
export function actOnCase<T>(
  reference: string,
  form: FormData,
  next: string,
  work: (viewer: Viewer) => Promise<Outcome<T>>,
  notice?: Notice,
): Promise<FormState> {
  return actOnForm(form, async (viewer) => {
    const result = await resultOnCase(viewer, reference, form, await work(viewer));
    if (!("value" in result)) return result;
    return notice ? goToTell(next, notice) : goTo(next);
  });
}

/**
 * As `resultOnCase`, for a form whose page stays. Whoever sent it sees what holds now, also when it
 * was refused.
 */
export async function stayOnCase(
  viewer: Viewer,
  reference: string,
  form: FormData,
  outcome: Outcome<unknown>,
): Promise<FormState> {
  if (outcome.kind !== "not_found") forgetPagesSeen();
  const result = await resultOnCase(viewer, reference, form, outcome);
  return "value" in result ? untouched : result;
}

/** What to say when a case has moved on since a page of it was opened. */
export const tooLate =
  "This can no longer be done: the case has changed since you opened this page. Open the case again to see where it stands.";

// Fields that are sent unseen have no place on the page that a link could lead to.
const unseen = ["revision", "seenRevision", "factor"];

function withPlace(problem: Problem): Problem {
  return unseen.includes(problem.field) ? { ...problem, field: "" } : problem;
}

/**
 * Goes to another page after something was done. Whatever the browser kept of pages seen before
 * is out of date then, for Back too.
 */
export function goTo(path: string): never {
  forgetPagesSeen();
  redirect(path);
}

/** As `goTo`; the page says what was done. */
export async function goToTell(path: string, notice: Notice): Promise<never> {
  await leaveNotice(path, notice);
  goTo(path);
}

/**
 * Lets the browser forget every page that it has kept. To do that Next must be named a path; this
 * is one that the server keeps nothing of. For "/" it would make the icon anew, and say so in a
 * header: anybody could count what others save.
 */
export function forgetPagesSeen(): void {
  revalidatePath("/cases");
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

/** The problems of one field under the name that it has on the page, and all others on top. */
export function placed(problems: readonly Problem[], field: string, name: string): Problem[] {
  return problems.map((one) => ({ ...one, field: one.field === field ? name : "" }));
}

/** The text of a field, as typed; "" when it was not sent. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
