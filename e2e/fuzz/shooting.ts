import type { Action, Route } from "../built";
import { routeAsk } from "./addresses";
import { type Answer, type Ask, ask } from "./asking";
import { actionCall } from "./calling";
import { Random } from "./random";
import { signInAsk, spoilt } from "./spoiling";
import { type Actor, signInActor, type Team } from "./team";

/** A request, who sent it, and what came back. */
export interface Shot {
  readonly index: number;
  readonly actor: Actor;
  /** The action that was called, or the kind of request. */
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

/** Sends that many random requests, a few at a time. */
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
  const { actor, what, sent } = await made(r, range);
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

async function made(r: Random, { team, routes, actions }: Range) {
  return r.weighted<Promise<{ actor: Actor; what: string; sent: Ask }> | Made>([
    [
      48,
      async () => {
        const { actor, name, sent } = await actionCall(r, team, actions);
        return { actor, what: name, sent: r.chance(0.1) ? spoilt(r, sent) : sent };
      },
    ],
    [50, () => ({ actor: r.one(team.actors), what: "route", sent: routeAsk(r, team, routes) })],
    [2, () => ({ actor: r.one(team.actors), what: "sign-in", sent: signInAsk(r, team) })],
  ]);
}

type Made = { actor: Actor; what: string; sent: Ask };

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
