import type { Field } from "../../dataset/field";
import { orList, toldApart } from "../faults";
import { choicesFor, isExact, takenFor } from "./values";

/** A column of words or scores: how its texts are read, and what could have stood there. */
export interface CodedColumn {
  /** The key that a text stands for, "" for nothing recorded; null where it is none of the choices. */
  readonly answerFor: (text: string) => string | null;
  readonly expected: () => string;
}

const remembered = 1000;

/**
 * A column of words or scores, and how its texts were matched; null for other fields. Few different
 * texts stand in it, and comparing one with every choice takes long: it is done once for each.
 */
export function codedColumn(
  field: Field,
  values: Readonly<Record<string, string>>,
): CodedColumn | null {
  const choices = choicesFor(field);
  if (!choices) return null;
  const answers = new Map<string, string | null>();
  const read = (text: string) => {
    const taken = takenFor(choices, text);
    const answer = values[text] ?? (isExact(taken) ? taken.key : null);
    return answer === "" || choices.some(({ key }) => key === answer) ? answer : null;
  };
  return {
    answerFor(text) {
      const known = answers.get(text);
      if (known !== undefined) return known;
      const answer = read(text);
      if (answers.size < remembered) answers.set(text, answer);
      return answer;
    },
    expected: () => orList([...toldApart(choices.map(({ label }) => label)), "blank"]),
  };
}
