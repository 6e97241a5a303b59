import { expect, it } from "vitest";
import { tagLabels, tagsSchema } from "./decision-tags";

it("takes any of the four tags, each once, in the order in which they are offered", () => {
  expect(tagsSchema.parse([])).toEqual([]);
  expect(tagsSchema.parse(["slip", "evidence_missed", "slip"])).toEqual([
    "evidence_missed",
    "slip",
  ]);
  expect(tagLabels(tagsSchema.parse(["borderline", "rule_unclear"]))).toEqual([
    "Rule unclear",
    "Borderline",
  ]);
});

it.each([[["high"]], [["Slip"]], [["slip", ""]], ["slip"], [null]])("refuses %j", (given) => {
  expect(tagsSchema.safeParse(given).success).toBe(false);
});
