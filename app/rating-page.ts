import { z } from "zod";
import type { DraftAnswer, RatingFormState } from "@/components/rating/rating-form-state";
import { readRatings } from "@/components/rating/read-ratings";
import type { Viewer } from "@/db/people/people";
import { formatTime } from "@/domain/dates";
import type { Outcome, Problem } from "@/domain/outcome";
import { act, goTo, textOf } from "./act";
import { currentNewcomer } from "./viewer";

/* What the pages have in common on which somebody rates, a case or a practice case. */

/** Such a page, and how what is given on it is kept. */
export interface RatingPage {
  /** Its address; the check page is below it. */
  readonly address: string;
  /** Where somebody goes who comes back later. */
  readonly later: string;
  /** Who opened it. */
  readonly personId: string;
  save(
    viewer: Viewer,
    revision: number,
    ratings: unknown,
  ): Promise<Outcome<{ revision: number; savedAt: string }>>;
  /** What still keeps what was saved from being submitted. */
  missing(viewer: Viewer): Promise<readonly Problem[]>;
}

// A revision that nobody has, when none was sent: the save is then refused as out of date.
const revisionSchema = z.int().min(0).catch(-1);

/** What a page sends while somebody works on it. */
export const work = z
  .object({ revision: revisionSchema, ratings: z.unknown() })
  .catch({ revision: -1, ratings: null });

/** What the form showed: it names every factor, because the page was made from the codebook. */
export const shown = z.object({
  ratings: z.record(z.string(), z.unknown()),
  revision: z.int(),
  savedAt: z.string().max(20).nullable(),
});

/** Saves what somebody rates while they work. */
export function saveWhileRating(
  page: RatingPage,
  { revision, ratings }: z.output<typeof work>,
): Promise<DraftAnswer> {
  return act<DraftAnswer>(
    async () => ({ kind: (await currentNewcomer()) ? "second_factor" : "signed_out" }),
    async (viewer) => {
      if (viewer.id !== page.personId) return { kind: "other_person" };
      const saved = await page.save(viewer, revision, ratings);
      if (saved.kind === "not_found") return { kind: "closed" };
      if (saved.kind === "refused") return whyUnsaved(saved.problems);
      const { revision: next, savedAt } = saved.value;
      return { kind: "saved", revision: next, savedAt: formatTime(savedAt) };
    },
  );
}

function whyUnsaved(problems: readonly Problem[]): DraftAnswer {
  const isAbout = (field: string) => problems.some((problem) => problem.field === field);
  if (isAbout("revision")) return { kind: "stale" };
  return isAbout("practice") ? { kind: "practise_first" } : { kind: "refused", problems };
}

/** Why the form came back unsaved, with everything typed still in it. */
const unsaved = {
  signedOut:
    "You have been signed out. What you typed is still here: sign in in another tab, then try again.",
  secondFactor:
    "Everyone must have a second factor now. What you typed is still here: set yours up in another tab, then try again.",
  otherPerson:
    "Somebody else is signed in here now. What you typed has not been saved: sign in as yourself to go on.",
  closed:
    "This case can no longer be rated here. What you typed last has not been saved: copy what you want to keep.",
} as const;

/**
 * Saves from the form and goes on: to the check page when all is there, to `later` when they asked
 * for that, or to the form with what is missing.
 */
export function rateOnPage(
  page: RatingPage,
  state: z.output<typeof shown>,
  form: FormData,
): Promise<RatingFormState> {
  const ratings = readRatings(factorsOf(state.ratings), form);
  const again = (problems: readonly Problem[]) => ({ ...state, problems, ratings });
  const because = (message: string) => again([{ field: "", message }]);
  return act<RatingFormState>(
    async () => because((await currentNewcomer()) ? unsaved.secondFactor : unsaved.signedOut),
    async (viewer) => {
      if (viewer.id !== page.personId) return because(unsaved.otherPerson);
      const revision = revisionSchema.parse(Number(textOf(form, "revision") || "-1"));
      const saved = await page.save(viewer, revision, ratings);
      if (saved.kind === "not_found") return because(unsaved.closed);
      if (saved.kind === "refused") return again(saved.problems.map(withPlace));
      const intent = textOf(form, "intent");
      if (intent === "save") goTo(page.later);
      const quotes = /^(?:quote|remove):(\w+\.quotes)\./.exec(intent)?.[1];
      if (quotes) goTo(`${page.address}#${quotes}`);
      const missing = await page.missing(viewer);
      if (missing.length === 0) goTo(`${page.address}/check`);
      const { revision: next, savedAt } = saved.value;
      return { problems: missing, ratings, revision: next, savedAt: formatTime(savedAt) };
    },
  );
}

// Which of them takes themes does not matter here: the others have no such fields.
function factorsOf(ratings: object) {
  return Object.keys(ratings).map((key) => ({ key, takesThemes: true }));
}

// What is sent unseen has no field that a link could lead to, and practice has none here.
function withPlace(problem: Problem): Problem {
  return ["revision", "practice"].includes(problem.field) ? { ...problem, field: "" } : problem;
}
