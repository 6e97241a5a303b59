import type { Action } from "../built";
import type { Ask } from "./asking";
import { callOf, postOf } from "./bodies";
import { calls } from "./calls";
import type { Random } from "./random";
import { type Actor, actorFor, type Team } from "./team";
import { anything, oddText } from "./values";

/** Who calls an action, and with what. */
interface Call {
  readonly actor: Actor;
  readonly args: readonly unknown[];
}

/** The actions that nobody has said how to call: a new one is to be added above. */
export function uncalled(actions: readonly Action[]): string[] {
  return actions.map(({ name }) => name).filter((name) => !Object.hasOwn(calls, name));
}

/** One of the actions, those more often of which more is to be seen. */
export function actionFor(r: Random, actions: readonly Action[]): Action {
  return r.weighted(actions.map((one) => [calls[one.name]?.often ?? 1, () => one] as const));
}

/** A call of an action: mostly right, often nearly so, sometimes absurd. */
export async function actionCall(
  r: Random,
  team: Team,
  action: Action,
): Promise<{ actor: Actor; sent: Ask }> {
  const reference = r.chance(0.95) ? r.one(team.references) : oddText(r);
  const { actor, args } = callTo(r, team, action, reference);
  const { headers, body } = await (r.chance(0.3) ? postOf : callOf)(action, args);
  const path = r.chance(0.9) ? r.one(action.pages) : "/codebook";
  return {
    actor,
    sent: { method: "POST", path: path.replace(/\[\w+\]/, "2016-05"), headers, body },
  };
}

function callTo(r: Random, team: Team, action: Action, reference: string): Call {
  const { by, make } = calls[action.name] ?? { by: [], make: () => [] };
  const actor = actorFor(r, team, ...by);
  const args = [...make(r, team, actor, reference)];
  const wrong = () => args.splice(r.below(args.length + 1), r.below(2), anything(r));
  if (r.chance(0.12)) wrong();
  if (r.chance(0.04)) return { actor, args: [anything(r), anything(r), anything(r)] };
  return { actor, args };
}
