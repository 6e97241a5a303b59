import type { Check } from "./checks.mjs";

/** The text of a check's file once the check is taken away. */
export function withoutCheck(text: string, check: Check): string;
/** The text of a file of code whose checks can be taken away while it runs. */
export function withSwitches(text: string, checks: readonly Check[]): string;
