import { describe, expect, it } from "vitest";
import { addTogether, factorsTogether, type TogetherCounts } from "./factors-together";
import { firstBook, referenceCases } from "./reference-cases.fixtures";
import type { TableCase } from "./table-case";

const { codebook } = firstBook;
const [template] = referenceCases();

function countsOf(cases: readonly TableCase[]): TogetherCounts {
  const counts = new Map();
  addTogether(counts, codebook, cases);
  return counts;
}

/** An analysed case with these scores, and 0 for every other factor. */
function caseWith(scores: Record<string, number>, over: Partial<TableCase> = {}): TableCase {
  if (!template) throw new Error("There is no case");
  const none = codebook.factors.map(({ key }) => [key, 0] as const);
  return { ...template, scores: { ...Object.fromEntries(none), ...scores }, ...over };
}

const row = (cases: readonly TableCase[], samples: readonly string[], factor: string) => {
  const { rows } = factorsTogether(countsOf(cases), codebook, samples);
  const own = rows.find(({ key }) => key === factor);
  return Object.fromEntries(rows.map(({ key }, at) => [key, own?.together[at]]));
};

describe("factors that occur together", () => {
  it("counts the cases in which both are present, at whatever level above Not indicated", () => {
    const cases = [
      caseWith({ neglect: 1, domestic_violence: 3 }),
      caseWith({ neglect: 2 }),
      caseWith({ domestic_violence: 1, child_protection_plan: 2 }),
    ];
    expect(row(cases, ["2012"], "neglect")).toMatchObject({
      ...{ neglect: 2, domestic_violence: 1, child_protection_plan: 0, other: 0 },
    });
    expect(row(cases, ["2012"], "domestic_violence")).toMatchObject({
      ...{ neglect: 1, domestic_violence: 2, child_protection_plan: 1 },
    });
  });

  it("counts analysed cases of the samples that are chosen, and no others", () => {
    const both = { neglect: 3, other: 3 };
    const cases = [
      caseWith(both),
      caseWith(both, { sample: "2013" }),
      caseWith(both, { sample: "2014" }),
      caseWith(both, { included: false }),
      caseWith(both, { scores: null }),
    ];
    const counts = countsOf(cases);
    expect(factorsTogether(counts, codebook, ["2012", "2014"])).toMatchObject({ cases: 2 });
    expect(row(cases, ["2012", "2014"], "neglect")).toMatchObject({ neglect: 2, other: 2 });
    expect(factorsTogether(counts, codebook, ["2016"])).toMatchObject({ cases: 0 });
  });

  it("counts a case with the factors that its codebook has, and no others", () => {
    const unlike = { ...caseWith({ neglect: 3 }), scores: { neglect: 3, other: 0 } };
    const cases = [caseWith({ neglect: 2, domestic_violence: 1 }), unlike];
    const { rows } = factorsTogether(countsOf(cases), codebook, ["2012"]);
    const at = (factor: string) => rows.findIndex(({ key }) => key === factor);
    const [neglect, violence] = [rows[at("neglect")], rows[at("domestic_violence")]];
    expect(neglect?.together[at("domestic_violence")]).toBe(1);
    expect(neglect?.of[at("domestic_violence")]).toBe(1);
    expect([neglect?.of[at("neglect")], neglect?.of[at("other")]]).toEqual([2, 2]);
    expect(violence?.of[at("domestic_violence")]).toBe(1);
  });

  it("has no row for a factor that no case was rated on", () => {
    const { rows } = factorsTogether(
      countsOf([{ ...caseWith({}), scores: { neglect: 3, other: 0 } }]),
      codebook,
      ["2012"],
    );
    expect(rows.map(({ key }) => key)).toEqual(["neglect", "other"]);
  });

  it("says of each factor in how many cases of 2015 the report features it", () => {
    const { cases, rows } = factorsTogether(countsOf(referenceCases()), codebook, ["2015"]);
    expect(cases).toBe(23);
    const present = Object.fromEntries(rows.map(({ key, together }, at) => [key, together[at]]));
    expect(present).toMatchObject({
      ...{ neglect: 15, emotional_abuse: 15, domestic_violence: 15, parental_mental_health: 11 },
      ...{ parental_self_harm_suicide: 2, child_putting_self_at_risk: 6 },
      ...{ child_protection_plan: 13, other: 22 },
    });
  });
});
