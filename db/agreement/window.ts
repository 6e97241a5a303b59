import { comparableRows } from "@/domain/agreement/over-time";
import type { RatedFactor } from "@/domain/agreement/rated-cases";
import { windowsOf } from "@/domain/agreement/windows";
import type { Viewer } from "../people/people";
import type { Db } from "../store/engine";
import { type AgreementAsked, type Choice, choiceFor, narrowed } from "./choice";
import { inOrder } from "./order";
import { ratedOf } from "./rated";
import type { IndependentSubmission } from "./submissions";

/** What is cut into windows: of one factor or of all, and which cases in their order. */
export interface ToCut {
  readonly rated: readonly RatedFactor[];
  readonly order: readonly IndependentSubmission[];
}

/** The chosen cases that two or more of the chosen coders rated, on this factor or on any. For use inside db/. */
export async function toCut(db: Db, choice: Choice, factor: string | null): Promise<ToCut> {
  const { factors } = await ratedOf(db, choice);
  const rated = factors.filter((one) => factor === null || one.factor === factor);
  const comparable = comparableRows(rated).flatMap((row) => choice.cases[row] ?? []);
  return { rated, order: inOrder(choice, comparable) };
}

/** The windows of cases in their order. For use inside db/. */
export function windowsIn(order: ToCut["order"]): IndependentSubmission[][] {
  return windowsOf(order.length).map(({ start, end }) => order.slice(start, end));
}

/**
 * What is chosen, as far as the viewer may learn it: of one window over time where one is asked for.
 * For use inside db/.
 */
export async function choiceWithin(db: Db, viewer: Viewer, asked: AgreementAsked): Promise<Choice> {
  const choice = await choiceFor(db, viewer, asked);
  if (!asked.window) return choice;
  const { factor, number, coders, secondLook } = asked.window;
  const cut = await choiceFor(db, viewer, { ...asked, coders, secondLook });
  const { order } = await toCut(db, cut, factor);
  const cases = windowsIn(order)[number - 1] ?? [];
  return narrowed(db, choice, new Set(cases.map(({ caseId }) => caseId)));
}
