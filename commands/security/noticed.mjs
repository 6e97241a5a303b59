import { readFileSync, writeFileSync } from "node:fs";
import { inProject } from "../launch/children.mjs";
import { findChecks } from "./checks.mjs";

const noticedBy = inProject("commands/security/noticed-by.json");

/**
 * Which file of tests noticed, once, that a check was gone, where that took long to find out. It is
 * asked first, and all others after it as ever: what is out of date here costs a moment.
 */
export function hints() {
  return JSON.parse(readFileSync(noticedBy, "utf8"));
}

/** Adds to the hints that a file noticed a check, at once: what is interrupted has learned it too. */
export function learn(name, file) {
  write(Object.entries({ ...hints(), [name]: file }));
}

/** Takes away the hints for checks that there are no more. */
export function forgetGone() {
  const names = new Set(findChecks().map(({ name }) => name));
  write(Object.entries(hints()).filter(([name]) => names.has(name)));
}

function write(entries) {
  const sorted = entries.sort(([one], [other]) => (one < other ? -1 : 1));
  writeFileSync(noticedBy, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
}

/** How often each file of tests noticed that a check of a file of code was gone. */
export class Noticed {
  #times = new Map();

  add(name, by) {
    const both = this.#key(name, by.split(": ")[0]);
    this.#times.set(both, 1 + (this.#times.get(both) ?? 0));
  }

  times({ name }, file) {
    return this.#times.get(this.#key(name, file)) ?? 0;
  }

  #key(name, file) {
    return `${name.split(" › ")[0]} by ${file}`;
  }
}
