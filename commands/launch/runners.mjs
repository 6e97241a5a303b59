import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { environment, inProject, runNode } from "./children.mjs";

const none = { passed: 0, failed: 0, skipped: [] };

/**
 * Runs the unit and database tests; gives back the counts, what was skipped, what was printed, and
 * the figures they tell.
 */
export function runVitest(extra) {
  return run((report) => ({
    args: [
      "vitest/vitest.mjs",
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
      ...extra,
    ],
    env: { NO_COLOR: "1", FORCE_COLOR: undefined, ...ofTheTests() },
    count: vitestCounts,
  }));
}

/** Runs the browser tests; gives back the counts, what was printed, and the figures they tell. */
export function runPlaywright(extra) {
  return run((report) => ({
    args: ["@playwright/test/cli.js", "test", "--reporter=list,json", "--workers=2", ...extra],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report, ...ofTheTests() },
    count: playwrightCounts,
  }));
}

async function run(plan) {
  const folder = mkdtempSync(join(tmpdir(), "concord-tests-"));
  const report = join(folder, "report.json");
  const { args, env, count } = plan(report);
  try {
    const [script, ...rest] = args;
    const options = { env: environment({ ...cleared(), ...env }) };
    const { code, output } = await runNode([inProject("node_modules", script), ...rest], options);
    return { ...honest(counted(report, count), code), output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The settings that are meant for the tests. */
function ofTheTests() {
  const meant = /^CONCORD_(BROWSER|LONG|MEASURE|PICTURES|FUZZ_\w+)$/;
  const names = Object.keys(process.env).filter((name) => meant.test(name));
  return Object.fromEntries(names.map((name) => [name, process.env[name]]));
}

/** The settings of somebody's own Concord must not reach the tests. */
function cleared() {
  const names = Object.keys(process.env).filter((name) => name.startsWith("CONCORD_"));
  return Object.fromEntries([...names, "PORT", "NODE_ENV"].map((name) => [name, undefined]));
}

function counted(report, count) {
  try {
    return count(JSON.parse(readFileSync(report, "utf8")));
  } catch {
    return none;
  }
}

/** No test at all, or a runner that ends badly without naming a test, is a failure. */
function honest(counts, code) {
  const nothingRan = counts.passed + counts.failed === 0;
  return counts.failed === 0 && (nothingRan || code !== 0) ? { ...counts, failed: 1 } : counts;
}

/** A file that cannot be loaded has no tests to count, so it counts as one failure. */
function vitestCounts(report) {
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  const all = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  return {
    figures: all.flatMap(({ meta }) => meta?.figure ?? []),
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: all
      .filter(({ status }) => status !== "passed" && status !== "failed")
      .map(({ fullName, meta }) => ({ name: fullName, because: meta?.skippedBecause ?? "" })),
  };
}

function playwrightCounts({ stats, errors, suites }) {
  return {
    figures: figuresIn(suites),
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + (errors.length > 0 ? 1 : 0),
    skipped: specsIn(suites)
      .filter(({ tests }) => tests.some(({ status }) => status === "skipped"))
      .map(({ title, tests }) => ({ name: title, because: reasonIn(tests) })),
  };
}

/** What tests have counted, as annotations of the type "figure", in the order of the tests. */
function figuresIn(suites) {
  return annotationsOf(
    specsIn(suites).flatMap(({ tests }) => tests),
    "figure",
  );
}

/** Why tests were skipped; "" where none says it. */
function reasonIn(tests) {
  return annotationsOf(tests, "skip")[0] ?? "";
}

function specsIn(suites) {
  return suites.flatMap(({ specs, suites: inside = [] }) => [...specs, ...specsIn(inside)]);
}

function annotationsOf(tests, kind) {
  return tests
    .flatMap(({ annotations }) => annotations)
    .filter(({ type, description }) => type === kind && description)
    .map(({ description }) => description);
}
