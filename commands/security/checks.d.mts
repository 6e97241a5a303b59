/** A check of the code in db/, and what stands there once it is taken away. */
export interface Check {
  readonly file: string;
  /** The function or the value that it stands in. */
  readonly within: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  readonly name: string;
}

/** Every check of these files, or of all. */
export function findChecks(files?: readonly string[]): Check[];
/** The checks of a file of code, without their names. */
export function checksOfCode(file: string, text: string): Omit<Check, "name">[];
