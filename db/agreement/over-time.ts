import {
  inCases,
  type WindowAgreement,
  windowOfAll,
  windowOfFactor,
} from "@/domain/agreement/over-time";
import { type Codebook, findFactor } from "@/domain/codebook/codebook";
import { mayReadAgreement } from "@/domain/workflow";
import type { Viewer } from "../people/people";
import { onceAtOneMoment } from "../store/store";
import { keptByKey } from "../tables/cache";
import { type AgreementAsked, type Choice, choiceFor, type ToChoose, toChoose } from "./choice";
import { pause } from "./chosen";
import { newsOf } from "./news";
import { keyOf } from "./rated";
import type { IndependentSubmission } from "./submissions";
import { type ToCut, toCut, windowsIn } from "./window";

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
  /** The codebook versions that no earlier case of the windows was rated by. */
  readonly codebooks: readonly string[];
  /** Who rated no earlier case: of others for leads alone. */
  readonly joined: readonly string[];
}

/** How far coders agreed over time. */
export interface OverTimeView extends ToChoose {
  readonly codebook: Codebook;
  readonly factor: string | null;
  /** How many of the chosen cases two or more of the chosen coders rated, on this factor or on any. */
  readonly cases: number;
  /** In the order in which the cases had all their independent ratings. */
  readonly windows: readonly WindowView[];
}

/**
 * How far the coders of the chosen cases agreed over time, in windows of equally many cases, whichever
 * window is asked for: of the cases that count for this viewer in figures of agreement. Null for
 * those who do not read what is committed, and when there is no such factor.
 */
export async function getAgreementOverTime(
  viewer: Viewer,
  asked: OverTimeAsked,
): Promise<OverTimeView | null> {
  if (!mayReadAgreement(viewer)) return null;
  return onceAtOneMoment(async (db) => {
    const choice = await choiceFor(db, viewer, asked);
    const { factor } = asked;
    if (factor !== null && !findFactor(choice.codebook, factor)) return null;
    const { rated, order } = await toCut(db, choice, factor);
    return {
      ...toChoose(choice),
      codebook: choice.codebook,
      factor,
      cases: order.length,
      windows: await windowsFor(viewer, choice, { factor, rated, order }),
    };
  });
}

const kept = keptByKey<WindowAgreement[]>(40);

async function windowsFor(
  viewer: Viewer,
  choice: Choice,
  { factor, rated, order }: ToCut & { readonly factor: string | null },
): Promise<WindowView[]> {
  const rows = new Map(choice.cases.map(({ caseId }, row) => [caseId, row]));
  const windows = windowsIn(order);
  const key = JSON.stringify([keyOf(choice), factor, order.map(({ caseId }) => rows.get(caseId))]);
  const agreements = await kept(key, async () => {
    const all: WindowAgreement[] = [];
    for (const cases of windows) {
      const places = cases.map(({ caseId }) => rows.get(caseId) ?? -1);
      const within = rated.map((one) => inCases(one, places));
      const [one] = factor === null ? [] : within;
      all.push(one ? windowOfFactor(one) : await windowOfAll(within, pause));
      await pause();
    }
    return all;
  });
  const news = newsOf(viewer, choice, windows);
  const completed = (one?: IndependentSubmission) => choice.completed.get(one?.caseId ?? "") ?? "";
  return agreements.map((agreement, place) => ({
    from: completed(windows[place]?.[0]),
    to: completed(windows[place]?.at(-1)),
    agreement,
    codebooks: news.codebooks[place] ?? [],
    joined: news.joined[place] ?? [],
  }));
}
