import { expect, test } from "vitest";
import { firstCodebook, readCodebook } from "../codebook/codebook";
import { compareWithReference, resultOf } from "./result";

const codebook = readCodebook(firstCodebook);
const none = Object.fromEntries(
  codebook.factors.map(({ key, levels }) => [key, levels.at(-1)?.key ?? ""]),
);

test("levels stand beside the reference levels in the order of the codebook, with their gap", () => {
  const given = { ...none, neglect: "high", child_protection_plan: "previously" };
  const reference = { ...none, neglect: "medium", physical_abuse: "low" };
  const compared = compareWithReference(codebook, given, reference);
  expect(compared.map(({ factor }) => factor)).toEqual(codebook.factors.map(({ key }) => key));
  expect(compared.filter(({ gap }) => gap !== 0)).toEqual([
    {
      ...{ factor: "neglect", given: "high", reference: "medium" },
      ...{ difference: "one_apart", gap: 1 },
    },
    {
      ...{ factor: "physical_abuse", given: "not_indicated", reference: "low" },
      ...{ difference: "presence_differs", gap: -1 },
    },
    {
      ...{ factor: "child_protection_plan", given: "previously", reference: "no" },
      ...{ difference: "presence_differs", gap: 2 },
    },
  ]);
  expect(resultOf(compared)).toEqual({
    ...{ factors: 13, same: 10, withinOne: 12, higher: 2, lower: 1 },
  });
});

test("a blank is never 0", () => {
  const { neglect: _, ...missing } = none;
  expect(() => compareWithReference(codebook, missing, none)).toThrow("neglect has no level");
  expect(() => compareWithReference(codebook, none, missing)).toThrow("neglect has no level");
});
