import { expect, test } from "vitest";
import { binomialFrom } from "../binomial";
import { randomFrom } from "../random";
import { multinomial } from "./multinomial";

const meanAndVariance = (numbers: readonly number[]) => {
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const squares = numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0);
  return { mean, variance: squares / (numbers.length - 1) };
};

const draw = (draws: number, share: number) => {
  const random = randomFrom(2015);
  return meanAndVariance(Array.from({ length: 40_000 }, () => binomialFrom(random, draws, share)));
};

// A binomial has mean n p and variance n p (1 - p); 40,000 draws come as near as stands here.
test.each([
  { name: "few, one by one", draws: 20, share: 0.1, mean: 2, variance: 1.8 },
  { name: "few from many", draws: 100_000, share: 0.00005, mean: 5, variance: 4.99975 },
  { name: "many, by rejection", draws: 100, share: 0.3, mean: 30, variance: 21 },
  { name: "more likely than not", draws: 100, share: 0.9, mean: 90, variance: 9 },
  { name: "very many", draws: 100_000, share: 0.25, mean: 25_000, variance: 18_750 },
])("$name: mean and variance are those of the binomial", ({ draws, share, mean, variance }) => {
  const drawn = draw(draws, share);
  expect(Math.abs(drawn.mean - mean) / Math.sqrt(variance)).toBeLessThan(0.02);
  expect(drawn.variance / variance).toBeGreaterThan(0.97);
  expect(drawn.variance / variance).toBeLessThan(1.03);
});

test("how often each number comes up is what the binomial says", () => {
  const random = randomFrom(7);
  const counts = Array(41).fill(0) as number[];
  for (let round = 0; round < 100_000; round++) {
    const times = binomialFrom(random, 40, 0.4);
    counts[times] = (counts[times] ?? 0) + 1;
  }
  // R: dbinom(c(10, 16, 20), 40, .4)
  expect((counts[10] ?? 0) / 100_000).toBeCloseTo(0.01965, 2);
  expect((counts[16] ?? 0) / 100_000).toBeCloseTo(0.12791, 2);
  expect((counts[20] ?? 0) / 100_000).toBeCloseTo(0.05541, 2);
});

test("what cannot come up does not, and what must does", () => {
  const random = randomFrom(1);
  expect(binomialFrom(random, 0, 0.5)).toBe(0);
  expect(binomialFrom(random, 50, 0)).toBe(0);
  expect(binomialFrom(random, 50, 1)).toBe(50);
});

test("all draws are shared out, each thing as often as it is likely", () => {
  const random = randomFrom(3);
  const shares = Float64Array.from([0.5, 0.3, 0, 0.2]);
  const drawn = new Uint32Array(4);
  const sums = [0, 0, 0, 0];
  for (let round = 0; round < 5_000; round++) {
    multinomial(random, 100, shares, drawn);
    expect(drawn.reduce((sum, times) => sum + times, 0)).toBe(100);
    for (const [thing, times] of drawn.entries()) sums[thing] = (sums[thing] ?? 0) + times;
  }
  const [a, b, c, d] = sums.map((times) => times / 500_000);
  expect(a).toBeCloseTo(0.5, 2);
  expect(b).toBeCloseTo(0.3, 2);
  expect(c).toBe(0);
  expect(d).toBeCloseTo(0.2, 2);
});
