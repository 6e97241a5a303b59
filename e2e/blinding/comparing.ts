import { formatDateTime, formatTime } from "@/domain/dates";
import { type Answer, ask, headerOf, type Question } from "./asking";
import type { Twins } from "./twins";
import { bobs, type Name } from "./world";

/** How many questions are on their way to each twin at once. */
const atOnce = 8;
/** How often a question is sent on before that is taken for a circle. */
const mostHops = 3;

/** A question that was answered otherwise in one twin than in the other, and where they part. */
export interface Difference {
  readonly ask: string;
  readonly answers: readonly [string, string];
}

/** What came of asking both twins the same. */
export interface Comparison {
  /** How many requests were compared. */
  readonly asked: number;
  /** In the order of the questions. */
  readonly differences: readonly Difference[];
}

/**
 * Asks both twins the same questions as one person, or signed out, and compares the answers whole:
 * status, every header and the body, and how long it is. Each question whose answer can be asked
 * for again on a condition is asked so too.
 */
export async function compare(
  twins: Twins,
  who: Name | null,
  questions: readonly Question[],
): Promise<Comparison> {
  const cookie = who === null ? "" : twins.cookies[who];
  const found: Difference[][] = questions.map(() => []);
  let asked = 0;
  const compareOne = async (question: Question): Promise<Difference[]> => {
    const minute = minuteNow();
    const answers = twins.pair.map(({ url }) => ask(url, question, cookie));
    const [one, two] = await Promise.all(answers);
    if (!one || !two) throw new Error("There are two twins");
    // Files of tables say their minute in bytes that are no text, under whatever path they are asked for:
    // both are to be of the same.
    if (!question.body && minuteNow() !== minute) return compareOne(question);
    asked += 1;
    const told = differenceOf(twins, question, one, two);
    for (const next of [onward(question, one), onCondition(question, one)])
      if (next) told.push(...(await compareOne(next)));
    return told;
  };
  let next = 0;
  const work = async () => {
    for (let question = questions[next]; question; question = questions[next]) {
      const index = next++;
      found[index] = await compareOne(question);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { asked, differences: found.flat() };
}

function minuteNow(): number {
  return Math.floor(Date.now() / 60_000);
}

/** What both twins answer to whoever asks for their own account: 200 to whoever is signed in. */
export async function accountStatuses(twins: Twins, cookie: string): Promise<number[]> {
  const own = { ask: "own account", path: "/account", headers: { Accept: "text/html" } };
  const answers = await Promise.all(twins.pair.map(({ url }) => ask(url, own, cookie)));
  return answers.map(({ status }) => status);
}

/** The same question at the place that it was sent on to, unless that is asked for anyway. */
function onward(question: Question, answer: Answer): Question | null {
  const location = headerOf(answer, "location");
  if (!location || question.hops === mostHops) return null;
  const { pathname, search } = new URL(location, "http://127.0.0.1");
  if (/^\/(api\/auth|sign-in)/.test(pathname)) return null;
  return { ...question, path: pathname + search, hops: (question.hops ?? 0) + 1 };
}

// An answer that says how it can be asked for again says it to the other twin's friends too.
function onCondition(question: Question, answer: Answer): Question | null {
  const tag = headerOf(answer, "etag");
  const changed = headerOf(answer, "last-modified");
  if (question.conditional || (!tag && !changed)) return null;
  const condition = {
    ...(tag && { "If-None-Match": tag }),
    ...(changed && { "If-Modified-Since": changed }),
  };
  return {
    ...question,
    ask: `${question.ask}, unless it is the same`,
    conditional: true,
    headers: { ...question.headers, ...condition },
  };
}

/** Where the two answers to a question part; nothing when they are equal and without Bob's words. */
export function differenceOf(
  twins: Twins,
  question: Question,
  one: Answer,
  two: Answer,
): Difference[] {
  const [shown, shownToo] = [withoutItsOwn(one), withoutItsOwn(two)];
  if (shown === shownToo && !shown.includes(bobs.note)) return [];
  const [first, second] = [normalised(one, twins), normalised(two, twins)];
  if (first === second && !first.includes(bobs.note)) return [];
  let parts = 0;
  while (parts < first.length && first[parts] === second[parts]) parts += 1;
  const around = (text: string) => text.slice(Math.max(0, parts - 80), parts + 120);
  return [{ ask: question.ask, answers: [around(first), around(second)] }];
}

/**
 * An answer without what is made anew for each answer or each server and says nothing of a rating:
 * the address of the server, the `Date` of the answer, the nonce of its policy, the token against
 * forgery, the random id that Next gives to each payload, the seconds that a session lasts, when a
 * notice goes out of date, the key of one's own second factor, and what the twins made and when since they live each their own time.
 */
export function normalised(
  answer: Answer,
  { since, ownIds }: Pick<Twins, "since" | "ownIds">,
): string {
  let text = withoutMoments(withoutItsOwn(answer), since);
  for (const [id, name] of ownIds) text = text.replaceAll(id, name);
  const withKey = /[A-Z2-7]{4}(?: [A-Z2-7]{4}){7}/g;
  // The picture of a key is as long as it happens to be.
  if (withKey.test(text)) text = text.replace(/^\d+ bytes$/m, "BYTES");
  return text
    .replaceAll(/(?<=concord\.csrf=)[0-9a-f]{64}%7C[0-9a-f]{64}/g, "TOKEN")
    .replaceAll(/(?<=concord\.notice=[^;\n]+; Path=\/; Expires=)[^;\n]+/g, "MOMENT")
    .replaceAll(/(?<="seconds":)\d+/g, "SECONDS")
    .replaceAll(withKey, "KEY")
    .replaceAll(/(?<=<rect width="\d+" height="\d+" fill="#fff"><\/rect><path d=")[^"]*/g, "QR")
    .replaceAll(/(?<="d":")M[^"]*h1v1h-1z(?=")/g, "QR")
    .replaceAll(/T[0-9a-f]+,(?:M\d+ \d+h1v1h-1z)+/g, "QR");
}

// What every answer has of its own. Where that is all, there is no need to look for the rest.
function withoutItsOwn({ status, headers, body, bytes }: Answer): string {
  const sent = headers.map(([name, value]) =>
    /^date$/i.test(name) ? "Date: DATE" : `${name}: ${value}`,
  );
  const whole = [status, ...sent, `${bytes} bytes`, "", body].join("\n");
  const nonce = /'nonce-([^']+)'/.exec(whole)?.[1] ?? "no nonce";
  return whole
    .replaceAll(nonce, "NONCE")
    .replaceAll(/127\.0\.0\.1(:|%3A)\d+/g, "HOST")
    .replaceAll(/("\$L[0-9a-f]+",")[\w-]{21}(?=[mv]")/g, "$1ANSWER ID");
}

// The twins' own past is in 2016, moment for moment the same; what happens now is not.
function withoutMoments(text: string, since: Date): string {
  let without = text;
  for (let moment = since.getTime(); moment < Date.now() + 60_000; moment += 60_000) {
    const iso = new Date(moment).toISOString();
    without = without
      .replaceAll(formatDateTime(iso), "NOW")
      .replaceAll(`"savedAt":"${formatTime(iso)}"`, '"savedAt":"NOW"')
      .replaceAll(`Saved ${formatTime(iso)}`, "Saved NOW");
  }
  return without;
}
