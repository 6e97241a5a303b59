import { person, temporaryStudy } from "@/db/fixtures";
import { signIn } from "@/db/sign-in/sign-in";

/*
 * How long a wrong password takes to be refused, and how long an address that nobody has, in turns.
 * Ends with 1 when either takes a fifth longer: somebody could tell by it who has an account.
 */

const people = 25;
// Fewer than make the next one wait.
const triesOfEach = 8;
const mostApart = 1.2;

const study = await temporaryStudy();
try {
  for (let n = 0; n < people; n += 1) await person(`Person${n}`, "coder");
  const times = { known: [] as number[], unknown: [] as number[] };
  for (let n = 0; n < people * triesOfEach; n += 1) {
    times.known.push(await timeOfTry(`person${n % people}@example.org`, n));
    times.unknown.push(await timeOfTry(`nobody${n % people}@example.org`, n));
  }
  const [known, unknown] = [median(times.known), median(times.unknown)];
  console.log(
    `signing in: a wrong password is refused in ${known.toFixed(1)} ms, an unknown address in ${unknown.toFixed(1)} ms (medians of ${times.known.length} each, in turns)`,
  );
  if (Math.max(known, unknown) > mostApart * Math.min(known, unknown)) process.exitCode = 1;
} finally {
  study.end();
}

async function timeOfTry(email: string, n: number): Promise<number> {
  // Each from an address of its own, which has tries of its own.
  const place = { browser: null, address: `203.0.113.${n}` };
  const start = performance.now();
  const { kind } = await signIn(email, "not the password of anybody", place);
  if (kind !== "wrong") throw new Error(`A wrong try was answered with “${kind}”`);
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
