/** A test, how many milliseconds it took, and the checks that it asked, itself and around it. */
export interface Asking {
  readonly file: string;
  readonly name: string;
  readonly took: number;
  readonly asked: readonly string[];
  readonly askedAround: readonly string[];
}

/** Tests of a file, by their names, all of them for null, and how long they took. */
export interface FileAsking {
  readonly file: string;
  readonly names: readonly string[] | null;
  readonly took: number;
}

/** What tests of a file are to be repeated without, by the names of the tests. */
export interface Plan {
  readonly file: string;
  readonly repeats: Readonly<Record<string, readonly string[]>>;
  readonly took: number;
}

/** What a runner did: see steps.mjs. */
export interface Step {
  readonly kind: "tries" | "caught" | "spoilt";
  readonly test?: string;
  readonly check?: string | null;
}

interface Named {
  readonly name: string;
  readonly file: string;
}

/** The files with tests that may notice that a check is gone. */
export function filesOfTests(): string[];
/** The tests that ask a check, those that are likely to notice soon first that it is gone. */
export function testsAsking(
  check: Named,
  asked: readonly Asking[],
  options?: { around?: boolean },
): Asking[];
/** The tests to run without a check, file by file. */
export function filesAsking(check: Named, asked: readonly Asking[]): FileAsking[];
/** The same tests, file by file, those first that are not among the tried. */
export function untriedFirst(
  files: readonly FileAsking[],
  tried: readonly Pick<Asking, "file" | "name">[],
): FileAsking[];
/** What is left to do of a plan of which these steps were done. */
export function planAfter(plan: Plan, steps: readonly Step[]): Plan | null;
/** What tests are to be repeated without, file by file. */
export function plansFor(
  checks: readonly Named[],
  asked: readonly Asking[],
  part: { after: number; many: number; longest: number },
): Plan[];
