import { done, notFound, type Outcome, refused } from "@/domain/outcome";
import { type AssignmentChoice, giveToAll, type Share, shareOut } from "@/domain/sharing";
import { mayAssignCoders, mayPlanWork } from "@/domain/workflow";
import type { Viewer } from "../people/people";
import type { Db } from "../store/engine";
import { reader, write } from "../store/store";
import type { Load } from "./loads";
import {
  type Candidate,
  candidatesOf,
  carryOut,
  chosenCoders,
  type Plan,
  type Planned,
  planOf,
} from "./plans";

/** Who would get which of these cases, by the seed. Nothing is stored. Only leads may. */
export async function planAssignments(
  viewer: Viewer,
  choice: AssignmentChoice,
): Promise<Outcome<Plan>> {
  const planned = await plannedIn(reader(), viewer, choice);
  return planned.kind === "done" ? done(planned.value.plan) : planned;
}

/**
 * Assigns coders to many cases as `planAssignments` said it would, to all of them or to none.
 * `shown` is what the page showed of the plan: when the plan is another by now, nothing is stored.
 */
export async function assignAsPlanned(
  viewer: Viewer,
  choice: AssignmentChoice,
  shown: readonly string[],
): Promise<Outcome<{ cases: number }>> {
  const how = choice.how === "balanced" ? `At random, seed ${choice.seed}` : undefined;
  return write(async (tx) => {
    const planned = await plannedIn(tx, viewer, choice);
    if (planned.kind !== "done") return planned;
    return carryOut(tx, viewer, planned.value, { shown, how });
  });
}

async function plannedIn(
  db: Db,
  viewer: Viewer,
  choice: AssignmentChoice,
): Promise<Outcome<Planned>> {
  if (!mayPlanWork(viewer)) return notFound;
  const { how, each, third } = choice;
  const all = how === "every" && third !== null ? [...choice.coders, third] : choice.coders;
  const coders = await chosenCoders(db, all);
  if (!coders) return refused("coders", "Select coders from the list");
  const candidates = await candidatesOf(db, viewer, choice.cases);
  if (candidates.length === 0) return refused("cases", "Select the cases on the board first");
  const able = candidates.filter(({ found }) => mayAssignCoders(viewer, found.facts));
  const shares = sharesOf(able, coders, choice);
  const whyNone = (one: Candidate) => {
    if (!able.includes(one)) return "Coders cannot be assigned to it now";
    if (how === "every") return "All of them have been assigned to it before";
    if (one.found.facts.coders >= each) return "It has as many coders already";
    return "Too few of them can be assigned to it";
  };
  return done(await planOf(db, { candidates, coders, shares, whyNone }));
}

function sharesOf(
  able: readonly Candidate[],
  coders: readonly Load[],
  { how, coders: chosen, each, third, seed }: AssignmentChoice,
): Share[] {
  const shared = able.map(({ found, earlier }) => ({
    reference: found.reference,
    wanted: Math.max(0, each - found.facts.coders),
    not: earlier,
  }));
  return how === "every" ? giveToAll(shared, chosen, third) : shareOut(shared, coders, seed);
}
