import { expect, test } from "vitest";
import type { Field } from "../../dataset/field";
import { codedColumn } from "./coded-column";

/** A column of yes and no that counts how often its choices are looked at. */
function countingColumn(values: Readonly<Record<string, string>>) {
  let looks = 0;
  const choice = (key: string, label: string) => ({
    key,
    get label() {
      looks += 1;
      return label;
    },
  });
  const codes = [choice("yes", "Yes"), choice("no", "No")];
  const field: Field = { type: "code", name: "fatal", label: "Fatal", description: "", codes };
  const column = codedColumn(field, values);
  if (!column) throw new Error("It is a column of words");
  return { ...column, looks: () => looks };
}

test("a text stands for the choice that it was matched with, or is", () => {
  const { answerFor, expected } = countingColumn({ Fatality: "yes", "n/k": "", odd: "maybe" });
  const given = ["Fatality", "n/k", "NO", "", "odd", "Ye", "constructor"];
  expect(given.map(answerFor)).toEqual(["yes", "", "no", "", null, null, null]);
  expect(expected()).toBe("Yes, No or blank");
});

test("a text that stands in many rows is compared once", () => {
  const { answerFor, looks } = countingColumn({});
  expect([answerFor("No"), answerFor("Perhaps")]).toEqual(["no", null]);
  const once = looks();
  for (let row = 0; row < 1000; row += 1) {
    answerFor("No");
    answerFor("Perhaps");
  }
  expect(looks()).toBe(once);
});

test("other fields have no choices", () => {
  const field: Field = { type: "text", name: "note", label: "Note", description: "" };
  expect(codedColumn(field, {})).toBe(null);
});
