import { parseArgs } from "node:util";
import type { Outcome } from "@/domain/outcome";

/** Something is wrong with what was asked; the message is for the person, one line each. */
export class Fault extends Error {
  constructor(lines: readonly string[]) {
    super(lines.join("\n"));
  }
}

/** The options of a command, all of them texts, and what stands without a name. */
export function optionsOf<R extends string, O extends string = never>(
  args: string[],
  required: readonly R[],
  optional: readonly O[] = [],
): { options: Record<R, string> & Partial<Record<O, string>>; rest: string[] } {
  const names = [...required, ...optional];
  let parsed: { values: Record<string, string | boolean | undefined>; positionals: string[] };
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: Object.fromEntries(names.map((name) => [name, { type: "string" as const }])),
    });
  } catch (error) {
    throw new Fault([error instanceof Error ? error.message : String(error)]);
  }
  const missing = required.filter((name) => typeof parsed.values[name] !== "string");
  if (missing.length > 0) throw new Fault(missing.map((name) => `Give --${name}`));
  return {
    options: parsed.values as Record<R, string> & Partial<Record<O, string>>,
    rest: parsed.positionals,
  };
}

/** The value of an outcome; a refusal or a missing thing ends the command with its sentence. */
export function valueOr<T>(outcome: Outcome<T>, notThere: string): T {
  if (outcome.kind === "done") return outcome.value;
  if (outcome.kind === "not_found") throw new Fault([notThere]);
  throw new Fault(outcome.problems.map((problem) => problem.message));
}

/** Faults of a schema as lines. */
export function schemaFault(error: { issues: readonly { message: string }[] }): Fault {
  return new Fault(error.issues.map((issue) => issue.message));
}

/** "1 case", "2 cases". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "Concord may not write there",
  EPERM: "Concord may not write there",
  EROFS: "that place is read-only",
  ENOSPC: "the disk is full",
  ENOTDIR: "a part of the path is a file",
  EISDIR: "a directory of that name is there",
  EEXIST: "a file of that name is there",
  ENOENT: "there is no such place",
};

/** A sentence for a file or directory that cannot be used; null for any other error. */
export function sentenceForFile(error: unknown): string | null {
  const { code, path } = error as { code?: unknown; path?: unknown };
  const reason = typeof code === "string" ? reasons[code] : undefined;
  return reason && typeof path === "string" ? `${path} cannot be used: ${reason}.` : null;
}
