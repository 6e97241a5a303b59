import { expect, it } from "vitest";
import { firstCodebook, readCodebook } from "../codebook/codebook";
import { otherNeeds } from "./other-needs";
import { unrated } from "./ratings";

const { factors } = readCodebook(firstCodebook);

it.each([
  ["other", { level: null }, []],
  ["other", { level: "not_indicated" }, []],
  ["other", { level: "low" }, ["themes", "description"]],
  ["other", { level: "high", themes: ["child_behaviour"] }, ["description"]],
  ["other", { level: "high", themes: ["child_behaviour"], description: " \n" }, ["description"]],
  ["other", { level: "medium", description: "Debt" }, ["themes"]],
  ["other", { level: "low", themes: ["child_behaviour"], description: "Debt" }, []],
  ["neglect", { level: "high" }, []],
  ["child_protection_plan", { level: "currently" }, []],
])("%s with %j still needs %j", (key, given, needs) => {
  const asked = factors.filter((factor) => factor.key === key);
  expect(asked.map((factor) => otherNeeds(factor, { ...unrated, ...given }))).toEqual([needs]);
});
