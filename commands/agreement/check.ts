import { adapter } from "./adapter";
import { type Check, type Expected, type Fixture, readExpected } from "./fixture";

/** What came of one check. */
export interface Checked {
  readonly name: string;
  readonly outcome: "passed" | "failed" | "not offered";
  /** What differs, a sentence each. */
  readonly faults: readonly string[];
}

type Fields = Record<string, number | null>;

/** Asks Concord for everything that a fixture says, and compares. */
export function checkFixture(fixture: Fixture): Checked[] {
  return fixture.checks.map((check, index) => {
    const name = `${fixture.id}, check ${index + 1}: ${nameOf(check)}`;
    try {
      return { name, ...checkOne(fixture, check) };
    } catch (error) {
      return { name, outcome: "failed", faults: [`It threw ${error}`] };
    }
  });
}

function nameOf({ fn, pair, options }: Check): string {
  const weights = typeof options.weights === "object" ? "own weights" : options.weights;
  const parts = [fn, pair?.join(" and "), weights, options.level, options.missing];
  return parts.filter((part) => part !== undefined).join(", ");
}

function checkOne(fixture: Fixture, check: Check): Omit<Checked, "name"> {
  const got = ask(fixture, check);
  if (got === undefined)
    return check.optional
      ? { outcome: "not offered", faults: [] }
      : { outcome: "failed", faults: ["Concord does not offer it"] };
  const faults = Object.entries(check.expect).flatMap(([field, want]) => {
    const found = got[field];
    if (found === undefined && check.soft.includes(field)) return [];
    const tolerance = check.tol[field] ?? fixture.tolerance[field] ?? 1e-9;
    if (found !== undefined && fits(readExpected(want), found, tolerance)) return [];
    return [`${field} should be ${JSON.stringify(want)} and is ${found}`];
  });
  if (check.repeatable && JSON.stringify(ask(fixture, check)) !== JSON.stringify(got))
    faults.push("The same seed gives another result");
  return { outcome: faults.length === 0 ? "passed" : "failed", faults };
}

function ask(fixture: Fixture, { fn, pair, options, ratings }: Check): Fields | undefined {
  const rows = ratings ?? fixture.ratings;
  const all = { ...options, categories: fixture.categories };
  if (fn === "cohenKappa") {
    if (!pair) throw new Error("It names no pair");
    const [first, second] = pair.map((coder) => rows.map((row) => row[coder] ?? null));
    return adapter.cohenKappa(first ?? [], second ?? [], all);
  }
  return isOffered(fn) ? adapter[fn](rows, all) : undefined;
}

type Offered = Exclude<keyof typeof adapter, "cohenKappa">;

function isOffered(fn: string): fn is Offered {
  return Object.hasOwn(adapter, fn);
}

/** Whether a result is what it should be. What is not a number is taken for null. */
export function fits(want: Expected, found: number | null, tolerance: number): boolean {
  const got = Number.isNaN(found) ? null : found;
  if (want === null || got === null) return want === got || isAmong(want, got, tolerance);
  if (typeof want === "number") return Math.abs(want - got) <= tolerance;
  if ("min" in want) return got >= want.min && got <= want.max;
  return isAmong(want, got, tolerance);
}

function isAmong(want: Expected, got: number | null, tolerance: number): boolean {
  if (want === null || typeof want === "number" || !("anyOf" in want)) return false;
  return want.anyOf.some((one) => fits(one, got, tolerance));
}
