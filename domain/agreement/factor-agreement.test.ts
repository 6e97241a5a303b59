import { expect, test } from "vitest";
import { coderKeys, coderLabel } from "./coders";
import { agreementOnFactor, byNeed } from "./factor-agreement";
import { ownDifference } from "./own-difference";
import { overviewOfPairs, pairsOnFactor } from "./pair-agreement";
import { blank } from "./patterns";
import { type RatedFactor, riskRatingsAgreed, riskRatingsGiven } from "./rated-cases";
import { riskRatingAgreement } from "./risk-rating-agreement";
import { agreementOf } from "./team-agreement";
import { warningsOf } from "./warnings";

const scale = [0, 1, 2, 3];
const few = { resamples: 100, seed: 1 };

/** A factor from a row for each case: what each coder gave, and what was agreed. */
function factorFrom(
  rows: readonly (readonly (number | null)[])[],
  agreed: readonly (number | null)[] = [],
  factor = "neglect",
): RatedFactor {
  const columns = rows[0]?.map((_, coder) => Int8Array.from(rows, (row) => row[coder] ?? blank));
  return {
    factor,
    scale,
    given: columns ?? [],
    agreed: Int8Array.from(rows, (_, row) => agreed[row] ?? blank),
  };
}

const rows = [
  [3, 2, null],
  [0, 0, 0],
  [1, 0, 3],
  [2, null, null],
];

test("figures of a factor stand beside how often each level was given, and by how many", () => {
  const found = agreementOnFactor(factorFrom(rows), few);
  expect(found.coders).toBe(3);
  expect(found.alpha.cases).toBe(3);
  expect(found.percent.value).toBeCloseTo((0 + 1 + 0) / 3, 12);
  expect(found.withinOne.value).toBeCloseTo((1 + 1 + 1 / 3) / 3, 12);
  expect(found.presence.value).toBeCloseTo((1 + 1 + 1 / 3) / 3, 12);
  expect(found.levels).toEqual([
    [1, 1, 1, 1],
    [2, 0, 1, 0],
    [1, 0, 0, 1],
  ]);
});

test("a coder who rated nothing that another rated is not among those who are compared", () => {
  const alone = factorFrom([
    [3, 3, null],
    [null, null, 2],
  ]);
  expect(agreementOnFactor(alone, few).coders).toBe(2);
});

test("the factor whose interval reaches lowest comes first, one without any value last", () => {
  const of = (factor: string, given: readonly (readonly number[])[]) =>
    agreementOnFactor(factorFrom(given, [], factor), few);
  const good = of("good", [
    [3, 3],
    [0, 0],
    [2, 2],
    [1, 1],
  ]);
  const poor = of("poor", [
    [3, 0],
    [0, 3],
    [2, 2],
    [1, 1],
  ]);
  const same = of("same", [
    [0, 0],
    [0, 0],
  ]);
  expect(byNeed([same, good, poor]).map(({ factor }) => factor)).toEqual(["poor", "good", "same"]);
});

test("warnings say what is so, and no verdict", () => {
  const nearlyNever = Array.from({ length: 40 }, (_, row) => (row === 0 ? [1, 0] : [0, 0]));
  expect(warningsOf(agreementOnFactor(factorFrom(nearlyNever), few))).toContainEqual({
    kind: "one_level",
    place: 0,
    share: 79 / 80,
  });
  const wide = agreementOnFactor(factorFrom(rows), few);
  const resampled = { ...wide.resampled, interval: { low: 0.55, high: 0.84 } };
  expect(warningsOf({ ...wide, resampled })).toEqual([
    { kind: "few_cases", cases: 3 },
    { kind: "crosses", mark: 0.667 },
    { kind: "crosses", mark: 0.8 },
  ]);
  const sure = { ...wide, alpha: { ...wide.alpha, cases: 30 } };
  const above = { ...resampled, interval: { low: 0.8, high: 0.9 } };
  expect(warningsOf({ ...sure, resampled: above })).toEqual([]);
});

test("pairs say who rates higher, and whose level became the agreed one", () => {
  const [first, ...others] = pairsOnFactor(factorFrom(rows, [3, 0, 0, 2]));
  expect(first?.pair).toEqual([0, 1]);
  expect(first?.kappa.cases).toBe(3);
  expect(first?.difference.value).toBeCloseTo(2 / 3, 12);
  expect(first?.agreedAs).toEqual({ first: 1, second: 1, neither: 0 });
  expect(others.map(({ pair }) => pair)).toEqual([
    [0, 2],
    [1, 2],
  ]);
  expect(others[0]?.agreedAs).toEqual({ first: 0, second: 0, neither: 1 });
});

test("risk ratings are sums, and missing where one factor is", () => {
  const rated = {
    cases: 2,
    asked: [2, 2],
    coders: 2,
    factors: [
      factorFrom([
        [3, 3],
        [2, 1],
      ]),
      factorFrom([
        [2, null],
        [0, 0],
      ]),
    ],
  };
  expect(riskRatingsGiven(rated)).toEqual([
    [5, null],
    [2, 1],
  ]);
  expect(riskRatingsGiven({ ...rated, asked: [2, 3] })).toEqual([
    [5, null],
    [null, null],
  ]);
  expect(riskRatingsAgreed(rated)).toEqual([null, null]);
});

test("the intraclass correlation is of the coders with most cases in common", () => {
  const totals = [
    [10, 11, null],
    [20, 19, 21],
    [5, 6, null],
    [30, 28, 33],
  ];
  const groups = riskRatingAgreement(totals);
  expect(groups.map(({ group, correlation }) => [group, correlation.cases])).toEqual([
    [[0, 1], 4],
    [[0, 1, 2], 2],
  ]);
  expect(riskRatingAgreement([[10, 11]])).toEqual([]);
  expect(riskRatingAgreement([])).toEqual([]);
});

test("an overview of a pair has its lowest kappa and counts of all factors", async () => {
  const factors = [
    factorFrom(
      [
        [3, 2],
        [0, 0],
      ],
      [3, 0],
      "neglect",
    ),
    factorFrom(
      [
        [0, 3],
        [3, 0],
      ],
      [3, 1],
      "other",
    ),
  ];
  const rated = { cases: 2, asked: [2, 2], coders: 2, factors };
  let turns = 0;
  const pause = async () => {
    turns += 1;
  };
  const [pair] = await overviewOfPairs(rated, riskRatingsGiven(rated), pause);
  expect(turns).toBe(1);
  expect(pair?.lowest).toMatchObject({ factor: "other", kappa: { value: -1, cases: 2 } });
  expect(pair?.agreedAs).toEqual({ first: 1, second: 1, neither: 1 });
  expect(pair?.difference).toBe(0.5 * (3 - 5 + (3 - 0)));
});

test("a coder stands to the mean of the others on the cases they share", () => {
  expect(ownDifference(factorFrom(rows), 0)).toEqual({ cases: 3, difference: (1 + 0 - 0.5) / 3 });
  expect(ownDifference(factorFrom([[3, null]]), 0)).toEqual({ cases: 0, difference: null });
});

test("others get a turn after each factor", async () => {
  let turns = 0;
  const pause = async () => {
    turns += 1;
  };
  const factors = [factorFrom(rows), factorFrom(rows, [], "other")];
  const found = await agreementOf({ cases: 4, asked: [2, 2, 2, 2], coders: 3, factors }, pause);
  expect(found.factors).toHaveLength(2);
  expect(turns).toBe(2);
});

test("coders go by letters, and whoever comes later moves nobody", () => {
  const comers = [2, 0, 2, 25, 25, 3].map((wish, place) => ({ coder: `${place}`, wish }));
  const keys = coderKeys(comers);
  expect([...keys.values()]).toEqual(["C", "A", "D", "Z", "B", "E"]);
  expect([...coderKeys(comers.slice(0, 3))]).toEqual([...keys].slice(0, 3));
  expect(coderLabel("A")).toBe("Coder A");
});

test("there are more than 26 of them", () => {
  const comers = Array.from({ length: 54 }, (_, place) => ({ coder: `${place}`, wish: 30 }));
  const keys = [...coderKeys(comers).values()];
  expect([0, 1, 25, 26, 53].map((place) => keys[place])).toEqual(["E", "F", "D", "E2", "F3"]);
  expect(new Set(keys).size).toBe(54);
});
