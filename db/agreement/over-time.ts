import {
  inCases,
  type WindowAgreement,
  windowOfAll,
  windowOfFactor,
} from "@/domain/agreement/over-time";
import { windowsOf } from "@/domain/agreement/windows";
import { type Codebook, findFactor } from "@/domain/codebook/codebook";
import { mayCompareCoders, mayReadAgreement } from "@/domain/workflow";
import type { Db } from "../engine";
import type { Viewer } from "../people";
import { onceAtOneMoment } from "../store";
import { keptByKey } from "../tables/cache";
import { type AgreementAsked, type Choice, choiceFor, type ToChoose, toChoose } from "./choice";
import { keyOf, pause, ratedOf } from "./chosen";
import { casesIn } from "./ratings";
import type { IndependentSubmission } from "./submissions";

/** Agreement over time is asked for all factors, or for one. */
export interface OverTimeAsked extends AgreementAsked {
  readonly factor: string | null;
}

/** Some cases that follow each other, and how far their coders agreed. */
export interface WindowView {
  /** When the first and the last of them had all their independent ratings. */
  readonly from: string;
  readonly to: string;
  readonly agreement: WindowAgreement;
  /** The codebook versions that no earlier case was rated by. */
  readonly codebooks: readonly string[];
  /** Who rated no earlier case: of others for leads alone. */
  readonly joined: readonly string[];
}

/** How far coders agreed over time. */
export interface OverTimeView extends ToChoose {
  readonly codebook: Codebook;
  readonly factor: string | null;
  /** How many of the chosen cases two or more of the chosen coders rated. */
  readonly cases: number;
  /** In the order in which the cases had all their independent ratings. */
  readonly windows: readonly WindowView[];
}

/**
 * How far the coders of the chosen cases agreed over time, in windows of equally many cases: of the
 * cases that count for this viewer in figures of agreement. Null for those who do not read what is
 * committed, and when there is no such factor.
 */
export async function getAgreementOverTime(
  viewer: Viewer,
  asked: OverTimeAsked,
): Promise<OverTimeView | null> {
  if (!mayReadAgreement(viewer)) return null;
  return onceAtOneMoment(async (db) => {
    const choice = await choiceFor(db, viewer, asked);
    if (asked.factor !== null && !findFactor(choice.codebook, asked.factor)) return null;
    return {
      ...toChoose(choice),
      codebook: choice.codebook,
      factor: asked.factor,
      cases: comparableIn(choice).length,
      windows: await windowsFor(db, viewer, choice, asked.factor),
    };
  });
}

const kept = keptByKey<WindowAgreement[]>(40);

/** The windows of what is chosen, of one factor or of all. For use inside db/. */
export async function windowsFor(
  db: Db,
  viewer: Viewer,
  choice: Choice,
  factor: string | null,
): Promise<WindowView[]> {
  const order = inOrder(choice, comparableIn(choice));
  const rows = new Map(choice.cases.map(({ caseId }, row) => [caseId, row]));
  const windows = windowsOf(order.length).map(({ start, end }) => order.slice(start, end));
  const key = JSON.stringify([keyOf(choice), factor, order.map(({ caseId }) => rows.get(caseId))]);
  const agreements = await kept(key, async () => {
    const { factors } = await ratedOf(db, choice);
    const asked = factors.filter((one) => factor === null || one.factor === factor);
    const all: WindowAgreement[] = [];
    for (const cases of windows) {
      const places = cases.map(({ caseId }) => rows.get(caseId) ?? -1);
      const within = asked.map((one) => inCases(one, places));
      const [one] = within;
      if (factor !== null && one) all.push(windowOfFactor(one));
      else all.push(await windowOfAll(within, pause));
      await pause();
    }
    return all;
  });
  const firsts = firstsOf(viewer, choice);
  return windows.flatMap((cases, place) => {
    const [first, last, agreement] = [cases[0], cases.at(-1), agreements[place]];
    if (!first || !last || !agreement) return [];
    return {
      from: choice.completed.get(first.caseId) ?? "",
      to: choice.completed.get(last.caseId) ?? "",
      agreement,
      ...newIn(cases, firsts),
    };
  });
}

/** The chosen cases that two or more of the chosen coders rated. */
function comparableIn({ cases, submissions }: Choice): IndependentSubmission[] {
  const sets = new Map<string, number>();
  for (const { caseId } of submissions) sets.set(caseId, (sets.get(caseId) ?? 0) + 1);
  return cases.filter(({ caseId }) => (sets.get(caseId) ?? 0) > 1);
}

/** By when cases had all their independent ratings; those of one moment by reference. */
function inOrder(
  { completed }: Choice,
  cases: readonly IndependentSubmission[],
): IndependentSubmission[] {
  const keys = new Map(
    cases.map(({ caseId, reference }) => [caseId, `${completed.get(caseId)} ${reference}`]),
  );
  const key = ({ caseId }: IndependentSubmission) => keys.get(caseId) ?? "";
  return [...cases].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

/** A name, and the case that it came in with. */
type First = readonly [name: string, caseId: string];

/** Which codebook versions and coders came in with which case, whether that is chosen or not. */
interface Firsts {
  /** The first case of all. */
  readonly earliest: string;
  readonly codebooks: readonly First[];
  readonly coders: readonly First[];
}

function firstsOf(viewer: Viewer, choice: Choice): Firsts {
  const order = inOrder(choice, casesIn(choice.all));
  const codebooks = new Map<string, string>();
  for (const { caseId, codebookVersion } of order)
    if (!codebooks.has(codebookVersion)) codebooks.set(codebookVersion, caseId);
  const places = new Map(order.map(({ caseId }, place) => [caseId, place]));
  const earliest = new Map<string, number>();
  for (const { coder, caseId } of choice.all) {
    const place = places.get(caseId) ?? 0;
    earliest.set(coder, Math.min(place, earliest.get(coder) ?? place));
  }
  const coders = choice.coders.flatMap(({ id, label, isViewer }): First[] => {
    const first = order[earliest.get(id) ?? 0]?.caseId ?? "";
    // When somebody joined says whose ratings a change in the figures goes back to.
    if (!mayCompareCoders(viewer)) return isViewer ? [["You", first]] : [];
    return [[label, first]];
  });
  return { earliest: order[0]?.caseId ?? "", codebooks: [...codebooks], coders };
}

/** What came in with some cases. In the window of the very first case nobody joins. */
function newIn(
  cases: readonly IndependentSubmission[],
  { earliest, codebooks, coders }: Firsts,
): Pick<WindowView, "codebooks" | "joined"> {
  const ids = new Set(cases.map(({ caseId }) => caseId));
  const cameIn = (firsts: readonly First[]) =>
    firsts.filter(([, caseId]) => ids.has(caseId) && caseId !== earliest).map(([name]) => name);
  return { codebooks: cameIn(codebooks), joined: ids.has(earliest) ? [] : cameIn(coders) };
}
