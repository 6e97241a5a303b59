import { expect, test } from "vitest";
import { randomFrom, shuffled } from "../random";
import { alphaInterval } from "./alpha-interval";
import { cohensKappa } from "./cohens-kappa";
import { fleissKappa } from "./fleiss-kappa";
import { gwetsAC } from "./gwets-ac";
import { krippendorffsAlpha } from "./krippendorffs-alpha";
import { type Given, type Patterns, patternsOf } from "./patterns";
import { percentAgreement } from "./percent-agreement";

type Rows = readonly Given[];

const scales = [
  [0, 1, 2, 3],
  [0, 2, 3],
] as const;

/** Ratings of three coders who tend to agree, with blanks, that a seed decides. */
function randomRows(seed: number, scale: readonly number[]): Rows {
  const random = randomFrom(seed);
  const any = () => scale[Math.floor(random() * scale.length)] ?? null;
  return Array.from({ length: 40 }, () => {
    const usual = any();
    return [0, 1, 2].map(() => (random() < 0.15 ? null : random() < 0.6 ? usual : any()));
  });
}

const worlds = scales.flatMap((scale) =>
  Array.from({ length: 20 }, (_, seed) => ({ scale, seed, rows: randomRows(seed, scale) })),
);

/** Every coefficient of all coders together. */
function together(patterns: Patterns): Record<string, number | null> {
  return {
    percent: percentAgreement(patterns).value,
    pooled: percentAgreement(patterns).pooled,
    pairMean: percentAgreement(patterns).pairMean,
    listwise: fleissKappa(patterns, "listwise").value,
    available: fleissKappa(patterns, "available").value,
    nominal: krippendorffsAlpha(patterns, "nominal").value,
    ordinal: krippendorffsAlpha(patterns, "ordinal").value,
    interval: krippendorffsAlpha(patterns, "interval").value,
    ac1: gwetsAC(patterns, "unweighted").value,
    ac2: gwetsAC(patterns, "quadratic").value,
  };
}

function expectSame(a: Record<string, number | null>, b: Record<string, number | null>): void {
  expect(Object.keys(a).sort()).toEqual(Object.keys(b).sort());
  for (const [name, value] of Object.entries(a))
    expect(value, name).toBeCloseTo(b[name] ?? Number.NaN, 10);
}

const bootstrap = { resamples: 200, seed: 1 };

test.each(worlds)("the order of cases is nothing: $scale, $seed", ({ scale, seed, rows }) => {
  const other = patternsOf(scale, shuffled(rows, randomFrom(seed)));
  expect(other).toEqual(patternsOf(scale, rows));
  expect(alphaInterval(other, "ordinal", bootstrap)).toEqual(
    alphaInterval(patternsOf(scale, rows), "ordinal", bootstrap),
  );
});

test.each(worlds)("nor is the order of coders: $scale, $seed", ({ scale, rows }) => {
  const own = patternsOf(scale, rows);
  const other = patternsOf(
    scale,
    rows.map(([a, b, c]) => [c ?? null, a ?? null, b ?? null]),
  );
  expectSame(together(other), together(own));
  expect(alphaInterval(other, "ordinal", bootstrap)).toEqual(
    alphaInterval(own, "ordinal", bootstrap),
  );
  expect(cohensKappa(other, 1, 2, "quadratic")).toEqual(cohensKappa(own, 0, 1, "quadratic"));
  expect(cohensKappa(own, 1, 0, "quadratic").value).toBeCloseTo(
    cohensKappa(own, 0, 1, "quadratic").value ?? Number.NaN,
    10,
  );
});

test.each(worlds)("cases that stand twice leave every value: $scale, $seed", ({ scale, rows }) => {
  const patterns = patternsOf(scale, rows);
  const { nominal, ordinal, interval, ...own } = together(patterns);
  const twice = together(patternsOf(scale, [...rows, ...rows]));
  // Alpha allows for small numbers of ratings by (n - 1) / n: but for that it stays too.
  const n = krippendorffsAlpha(patterns, "nominal").ratings;
  const doubled = (alpha: number | null | undefined) =>
    typeof alpha !== "number" ? null : 1 - ((1 - alpha) * (2 * n - 1)) / (2 * n - 2);
  expectSame(twice, {
    ...own,
    nominal: doubled(nominal),
    ordinal: doubled(ordinal),
    interval: doubled(interval),
  });
  for (const weights of ["unweighted", "linear", "quadratic"] as const)
    expect(
      cohensKappa(patternsOf(scale, [...rows, ...rows]), 0, 1, weights).value ?? 2,
    ).toBeCloseTo(cohensKappa(patterns, 0, 1, weights).value ?? 2, 10);
});

test.each(worlds)("names for levels in their order are nothing: $seed", ({ scale, rows }) => {
  const moved = rows.map((row) => row.map((score) => (score === null ? null : score + 5)));
  const other = patternsOf(
    scale.map((score) => score + 5),
    moved,
  );
  expectSame(together(other), together(patternsOf(scale, rows)));
});

test.each(worlds)("a coder without ratings changes nothing: $scale, $seed", ({ scale, rows }) => {
  const wider = patternsOf(
    scale,
    rows.map((row) => [...row, null]),
  );
  const { listwise, ...others } = together(wider);
  const { listwise: _, ...own } = together(patternsOf(scale, rows));
  expect(listwise).toBeNull();
  expect(fleissKappa(wider, "listwise").reason).toBe("no_ratings_of_all");
  expectSame(others, own);
  expect(cohensKappa(wider, 0, 3).value).toBeNull();
});

test("all the same: alpha and kappa are null, AC is 1 and says that nothing varies", () => {
  const patterns = patternsOf(
    [0, 1, 2, 3],
    [
      [0, 0, 0],
      [0, 0, null],
      [0, 0, 0],
    ],
  );
  for (const metric of ["nominal", "ordinal", "interval"] as const)
    expect(krippendorffsAlpha(patterns, metric)).toMatchObject({
      value: null,
      reason: "no_variation",
    });
  expect(cohensKappa(patterns, 0, 1)).toMatchObject({ value: null, reason: "no_variation" });
  expect(fleissKappa(patterns, "listwise")).toMatchObject({ value: null, reason: "no_variation" });
  expect(gwetsAC(patterns, "quadratic")).toMatchObject({
    value: 1,
    standardError: 0,
    interval: { low: 1, high: 1 },
    noVariation: true,
  });
  expect(alphaInterval(patterns, "ordinal", bootstrap)).toEqual({
    interval: null,
    below: [],
    resamples: 200,
    dropped: 200,
  });
});

test("resamples without variation are dropped and counted", () => {
  const rows = [...Array(4).fill([0, 0]), [3, 3]] as Rows;
  const found = alphaInterval(patternsOf([0, 1, 2, 3], rows), "ordinal", {
    resamples: 1000,
    seed: 5,
  });
  // All five draws are of the four alike with 0.8^5 = 0.328, of the other with 0.2^5.
  expect(found.dropped / 1000).toBeCloseTo(0.328, 1);
  expect(found.interval).toEqual({ low: 1, high: 1 });
  expect(found.below).toEqual([
    { mark: 0.667, share: 0 },
    { mark: 0.8, share: 0 },
  ]);
});

test("drawing tallies is drawing cases: the intervals are the same but for chance", () => {
  const scale = [0, 1, 2, 3];
  const rows = randomRows(11, scale);
  const compared = rows.filter((row) => row.filter((score) => score !== null).length >= 2);
  const random = randomFrom(99);
  const alphas = Array.from({ length: 4000 }, () => {
    const drawn = compared.map(() => compared[Math.floor(random() * compared.length)] ?? []);
    return krippendorffsAlpha(patternsOf(scale, drawn), "ordinal").value ?? Number.NaN;
  }).sort((a, b) => a - b);
  const found = alphaInterval(patternsOf(scale, rows), "ordinal", { resamples: 4000, seed: 99 });
  expect(Math.abs((found.interval?.low ?? 9) - (alphas[100] ?? 0))).toBeLessThan(0.02);
  expect(Math.abs((found.interval?.high ?? 9) - (alphas[3899] ?? 0))).toBeLessThan(0.02);
});

test("the same seed gives the same interval, another seed nearly the same", () => {
  const patterns = patternsOf([0, 1, 2, 3], randomRows(4, [0, 1, 2, 3]));
  const of = (seed: number) => alphaInterval(patterns, "ordinal", { resamples: 4000, seed });
  expect(of(1)).toEqual(of(1));
  expect(of(2)).not.toEqual(of(1));
  expect(Math.abs((of(2).interval?.low ?? 9) - (of(1).interval?.low ?? 0))).toBeLessThan(0.03);
});
