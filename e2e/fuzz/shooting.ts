import type { Action, Route } from "../built";
import { plainAsk, routeAsk, routeFor } from "./addresses";
import { type Answer, type Ask, ask } from "./asking";
import { actionCall, actionFor } from "./calling";
import { Random } from "./random";
import { signInAsk, spoilt } from "./spoiling";
import { type Actor, signInActor, type Team } from "./team";

/** A request, who sent it, and what came back. */
export interface Shot {
  readonly index: number;
  readonly actor: Actor;
  /** The action that is called, or the pattern of the route that is asked. */
  readonly what: string;
  readonly sent: Ask;
  readonly answer: Answer;
}

interface Range {
  readonly seed: string;
  readonly requests: number;
  /** How long, in milliseconds, an answer may take. */
  readonly patience: number;
  readonly url: string;
  readonly team: Team;
  readonly routes: readonly Route[];
  readonly actions: readonly Action[];
}

const together = 8;

/** Sends that many random requests, a few at a time; the first ones to each route and each action. */
export async function shoot(range: Range): Promise<Shot[]> {
  const shots: Shot[] = [];
  let next = 0;
  const sendOn = async () => {
    while (next < range.requests) {
      const index = next;
      next += 1;
      shots.push(await oneShot(range, index));
    }
  };
  await Promise.all(Array.from({ length: together }, sendOn));
  return shots;
}

async function oneShot(range: Range, index: number): Promise<Shot> {
  const { url, patience } = range;
  const r = new Random(`${range.seed}:${index}`);
  const { actor, what, sent } = await (firstOf(r, range, index) ?? made(r, range));
  const headers = { Origin: url, Cookie: cookieOf(r, actor), ...sent.headers };
  const whole = withoutBodyAfterLongHead({ ...sent, headers });
  const first = await ask(url, whole, patience);
  // Next sends a request for a payload on to an address that it wants for it.
  const on = new URL(`${first.headers.location ?? "/"}`, url);
  const answer = on.searchParams.has("_rsc")
    ? await ask(url, { ...whole, path: on.pathname + on.search }, patience)
    : first;
  if (endsSessions.includes(what)) await signInActor(url, actor);
  return { index, actor, what, sent, answer };
}

// Node refuses a head of over 16 kB (431) and ends the connection; what is still being sent then can
// lose the answer on its way.
function withoutBodyAfterLongHead(sent: Ask): Ask {
  const head = sent.path.length + JSON.stringify(sent.headers).length;
  return head > 15_000 ? { ...sent, body: undefined } : sent;
}

const endsSessions = ["signOut", "changePasswordAction"];

interface Made {
  readonly actor: Actor;
  readonly what: string;
  readonly sent: Ask;
}

/** Nobody needs luck to be asked: each route and each action has one of the first requests. */
function firstOf(r: Random, range: Range, index: number): Promise<Made> | null {
  const { team, routes, actions } = range;
  const [route, action] = [routes[index], actions[index - routes.length]];
  if (route) return onRoute(r, team, route.pattern, plainAsk(r, team, route));
  return action ? onAction(r, team, action) : null;
}

async function made(r: Random, { team, routes, actions }: Range): Promise<Made> {
  return r.weighted<Promise<Made>>([
    [
      48,
      async () => {
        const call = await onAction(r, team, actionFor(r, actions));
        return r.chance(0.1) ? { ...call, sent: spoilt(r, call.sent) } : call;
      },
    ],
    [
      50,
      () => {
        const route = routeFor(r, routes);
        return onRoute(r, team, route.pattern, routeAsk(r, team, route));
      },
    ],
    [2, () => onRoute(r, team, "sign-in", signInAsk(r, team))],
  ]);
}

async function onRoute(r: Random, { actors }: Team, what: string, sent: Ask): Promise<Made> {
  return { actor: r.one(actors), what, sent };
}

async function onAction(r: Random, team: Team, action: Action): Promise<Made> {
  return { ...(await actionCall(r, team, action)), what: action.name };
}

/** Nearly always their own. */
function cookieOf(r: Random, actor: Actor): string {
  return r.weighted([
    [40, () => actor.cookie],
    [1, () => `${actor.cookie}x`],
    [1, () => actor.cookie.replace("eyJ", "eyI")],
    [1, () => "concord.session=forged; concord.session=again"],
    [1, () => `__proto__=1; a=%E0%A4%A; concord.session=${"x".repeat(5000)}`],
  ]);
}
