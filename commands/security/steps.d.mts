import type { Step } from "./asking-tests.mjs";

/** How many milliseconds a step takes at most. */
export const longestStep: number;
/** The steps that runner-with-switches.mjs has told so far in a file. */
export function stepsIn(file: string): Step[];
/** What comes of some work that tells its steps in a file; undefined once none has come for so long. */
export function unlessStuck<T>(
  file: string,
  work: Promise<T>,
  longest?: number,
): Promise<T | undefined>;
