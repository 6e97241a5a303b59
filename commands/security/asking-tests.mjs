import { readdirSync } from "node:fs";
import { dirname } from "node:path/posix";
import { inProject } from "../launch/children.mjs";

/** What makes and compares hashes of passwords, and the tests of that: they ask no database. */
export const passwords = { file: "db/sign-in/passwords.ts", test: "db/sign-in/passwords.test.ts" };

// These wait for other programs, look at what a file is like, and would notice no check.
const ofFiles = /^db\/exports\/(foreign-readers\/|formula-payloads|snapshots)/;

/** The files with tests that may notice that a check is gone. */
export function filesOfTests() {
  const inDb = readdirSync(inProject("db"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => `db/${file.replaceAll("\\", "/")}`)
    .filter((file) => !ofFiles.test(file));
  return [
    ...inDb.sort(),
    "domain/workflow.test.ts",
    "domain/reconciliation/reconciliation.test.ts",
  ];
}

/**
 * The tests that ask a check, those that are likely to notice soon first that it is gone: those of
 * its own file, those of its room, and the quick ones. `asked` is what a runner gave back. Without
 * `around`, those alone that ask it themselves, not what is done before them in their file.
 */
export function testsAsking({ name, file }, asked, { around = true } = {}) {
  const own = file.replace(/\.ts$/, ".test.ts");
  const near = (test) => (test.file === own ? 0 : dirname(test.file) === dirname(file) ? 1 : 2);
  const rank = (test) => near(test) * 1_000_000 + test.took;
  return asked
    .filter((test) => test.asked.includes(name) || (around && test.askedAround.includes(name)))
    .sort((a, b) => rank(a) - rank(b));
}

/**
 * The tests to run without a check, file by file, as `{ file, names, took }`; all of a file, with
 * null for names, where the check is asked around them. The database asks its own checks and says
 * nothing of it: there it is every test, those of what the database holds first.
 */
export function filesAsking(check, asked) {
  const isOfDatabase = check.file.endsWith(".sql");
  const tests = isOfDatabase
    ? asked.filter(({ file }) => file !== passwords.test)
    : testsAsking(check, asked);
  const files = [...new Set(tests.map(({ file }) => file))].map((file) => {
    const its = tests.filter((test) => test.file === file);
    const whole = isOfDatabase || its.some((test) => test.askedAround.includes(check.name));
    const all = whole ? asked.filter((test) => test.file === file) : its;
    const took = all.reduce((sum, test) => sum + test.took, its[0].tookAround ?? 0);
    return { file, names: whole ? null : all.map((test) => test.name), took };
  });
  if (!isOfDatabase) return files;
  const rank = ({ file, took }) => (file.startsWith("db/schema") ? 0 : 1_000_000) + took;
  return files.sort((a, b) => rank(a) - rank(b));
}

/**
 * The same tests, file by file, those first that are not among the `tried`: what passed without the
 * check once will hardly notice a second time.
 */
export function untriedFirst(files, tried) {
  const first = [];
  const last = [];
  for (const { file, names, took } of files) {
    const passed = tried.filter((test) => test.file === file).map(({ name }) => name);
    const left = names?.filter((name) => !passed.includes(name)) ?? null;
    const again = names?.filter((name) => passed.includes(name)) ?? [];
    if (left === null || left.length > 0) first.push({ file, names: left, took });
    if (again.length > 0) last.push({ file, names: again, took });
  }
  return [...first, ...last];
}

/**
 * What is left to do of a plan of which these steps were done, as stepsIn of steps.mjs gives them:
 * nothing that was tried, no check that was caught, and not the last check that was tried, in which it
 * ended. null where nothing is left, or nothing was tried.
 */
export function planAfter({ file, repeats, took }, steps) {
  const pair = (test, check) => JSON.stringify([test, check]);
  const done = steps.filter(({ check }) => check);
  const tried = new Set(done.map(({ test, check }) => pair(test, check)));
  const gone = new Set(done.filter(({ kind }) => kind === "caught").map(({ check }) => check));
  gone.add(done.at(-1)?.check);
  const left = Object.entries(repeats)
    .map(([test, checks]) => [
      test,
      checks.filter((check) => !gone.has(check) && !tried.has(pair(test, check))),
    ])
    .filter(([, checks]) => checks.length > 0);
  if (done.length === 0 || left.length === 0) return null;
  return { file, repeats: Object.fromEntries(left), took };
}

/**
 * What tests are to be repeated without, file by file, as `{ file, repeats, took }`: for each check
 * the next `many` of the tests that ask it themselves and take no longer than `longest`
 * milliseconds, after the first `after`.
 */
export function plansFor(checks, asked, { after, many, longest }) {
  const plans = new Map();
  const quick = asked.filter(({ took }) => took <= longest);
  for (const check of checks)
    for (const test of testsAsking(check, quick, { around: false }).slice(after, after + many)) {
      const plan = plans.get(test.file) ?? { file: test.file, repeats: {}, took: 0 };
      plans.set(test.file, plan);
      plan.repeats[test.name] = [...(plan.repeats[test.name] ?? []), check.name];
      plan.took += test.took;
    }
  return [...plans.values()].sort((a, b) => b.took - a.took);
}
