import { liesIn, type Period } from "@/domain/agreement/period";
import type { Codebook } from "@/domain/codebook/codebook";
import { codebooksTogether } from "@/domain/codebook/together";
import { dayOf } from "@/domain/dates";
import { mayCompareCoders } from "@/domain/workflow";
import type { Viewer } from "../people/people";
import type { Db } from "../store/engine";
import { codebooksNamed } from "../study/codebooks";
import { lettersOfCoders, namedCoders } from "./letters";
import { casesIn } from "./ratings";
import { type IndependentSubmission, independentSubmissions } from "./submissions";

/**
 * A window over time: of one factor or of all, and which of them, from 1. It is cut of the cases that
 * these coders and this choice by second look leave, whatever is looked at within it.
 */
export interface WindowAsked extends Pick<AgreementAsked, "coders" | "secondLook"> {
  readonly factor: string | null;
  readonly number: number;
}

/** Which cases and coders somebody asks about. What is empty leaves nothing out. */
export interface AgreementAsked {
  /** The number of a release; null or nothing for the dataset as it is now. */
  readonly release?: number | null;
  readonly samples: readonly string[];
  /** Only cases that had a second look, or that had none. */
  readonly secondLook: "with" | "without" | null;
  /** Only cases whose last independent ratings were submitted in it. */
  readonly period: Period;
  /** Only the cases of one window over time. */
  readonly window?: WindowAsked | null;
  /** For leads: the coders to compare, by their keys. */
  readonly coders: readonly string[];
  /** For leads: whether coders go by their names. */
  readonly names: boolean;
}

/** A coder as the page names them. */
export interface NamedCoder {
  readonly key: string;
  readonly label: string;
}

/** What there is to choose from, as far as the viewer may learn it. */
export interface ToChoose {
  /** Every sample with independent ratings that count for this viewer. */
  readonly samples: readonly string[];
  /** For leads everybody who rated, whether chosen or not; null for others. */
  readonly everyCoder: readonly NamedCoder[] | null;
  /** For leads: the keys that they chose and that name nobody. */
  readonly unknownCoders: readonly string[];
}

/** What the chosen cases were rated by. */
export interface ByCodebooks {
  /** Every factor that the chosen cases were rated on, whichever version of the codebook has it. */
  readonly codebook: Codebook;
  /** The versions that they were rated by, the newest first. */
  readonly codebooks: readonly Codebook[];
}

/** What is chosen. For use inside db/. */
export interface Choice extends ToChoose, ByCodebooks {
  /** The coders who are compared, in the order of the columns. Their labels are for leads alone. */
  readonly coders: readonly (NamedCoder & { readonly id: string; readonly isViewer: boolean })[];
  /** The ratings that are compared. */
  readonly submissions: readonly IndependentSubmission[];
  /** Their cases, in the order of the rows. */
  readonly cases: readonly IndependentSubmission[];
  /** Every set of ratings that counts for the viewer, whether chosen or not. */
  readonly all: readonly IndependentSubmission[];
  /** When the last independent ratings of each case were submitted, by the case. */
  readonly completed: ReadonlyMap<string, string>;
}

/** What is chosen, as far as the viewer may learn it. For use inside db/. */
export async function choiceFor(db: Db, viewer: Viewer, asked: AgreementAsked): Promise<Choice> {
  const all = await independentSubmissions(db, viewer, asked.release);
  const compares = mayCompareCoders(viewer);
  const everybody = namedCoders(all, await lettersOfCoders(db), asked.names);
  const wanted = everybody.filter(({ key }) => compares && asked.coders.includes(key));
  const coders = wanted.length > 0 ? wanted : everybody;
  const ids = new Set(coders.map(({ id }) => id));
  const completed = completedAt(all);
  const isChosen = chosenBy(asked, completed);
  const submissions = all.filter((one) => ids.has(one.coder) && isChosen(one));
  const keys = everybody.map(({ key }) => key);
  return {
    samples: [...new Set(all.map(({ sample }) => sample))].sort(),
    everyCoder: compares ? everybody.map(({ key, label }) => ({ key, label })) : null,
    unknownCoders: compares ? asked.coders.filter((key) => !keys.includes(key)) : [],
    ...(await chosenOf(
      db,
      submissions,
      coders.map((coder) => ({ ...coder, isViewer: coder.id === viewer.id })),
    )),
    all,
    completed,
  };
}

/** A choice with some of its cases alone. For use inside db/. */
export async function narrowed(
  db: Db,
  choice: Choice,
  cases: ReadonlySet<string>,
): Promise<Choice> {
  const submissions = choice.submissions.filter(({ caseId }) => cases.has(caseId));
  return { ...choice, ...(await chosenOf(db, submissions, choice.coders)) };
}

/** What follows from which ratings are compared. */
async function chosenOf(
  db: Db,
  submissions: readonly IndependentSubmission[],
  coders: Choice["coders"],
): Promise<Pick<Choice, "codebook" | "codebooks" | "coders" | "submissions" | "cases">> {
  const versions = new Set(submissions.map(({ codebookVersion }) => codebookVersion));
  const codebooks = await codebooksNamed(db, versions);
  const present = new Set(submissions.map(({ coder }) => coder));
  return {
    ...{ codebook: codebooksTogether(codebooks), codebooks },
    coders: coders.filter(({ id }) => present.has(id)),
    submissions,
    cases: casesIn(submissions),
  };
}

/** What there is to choose from, without what is chosen. */
export function toChoose({ samples, everyCoder, unknownCoders }: Choice): ToChoose {
  return { samples, everyCoder, unknownCoders };
}

function chosenBy(
  { samples, secondLook, period }: AgreementAsked,
  completed: Choice["completed"],
): (one: IndependentSubmission) => boolean {
  const everAfter = period.from === null && period.to === null;
  return (one) =>
    (samples.length === 0 || samples.includes(one.sample)) &&
    (secondLook === null || one.secondLook === (secondLook === "with")) &&
    (everAfter || liesIn(dayOf(completed.get(one.caseId) ?? ""), period));
}

/**
 * When each case had all its independent ratings, whoever of its coders is chosen: so a case stands
 * at one day, and choosing coders moves none.
 */
function completedAt(all: readonly IndependentSubmission[]): Map<string, string> {
  const completed = new Map<string, string>();
  for (const { caseId, submittedAt } of all)
    if (submittedAt > (completed.get(caseId) ?? "")) completed.set(caseId, submittedAt);
  return completed;
}
