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
