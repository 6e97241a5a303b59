import { expect, it } from "vitest";
import { randomFrom } from "../random";
import { atOnce } from "../steps";
import type { Figure } from "./figure";
import { couldBeOtherwise } from "./readers.fixtures";
import { secretsOf, withhold } from "./withhold";

const smallest = 3;

/** Counts by line and column; what an earlier release had, and what was added since. */
interface Counts {
  readonly lines: number;
  readonly columns: number;
  readonly at: readonly (readonly number[])[];
}

function countsFrom(
  next: () => number,
  shape: { lines: number; columns: number },
  highest: number,
): Counts {
  const cell = () => (next() < 0.25 ? 0 : Math.floor(next() ** 2 * highest));
  return {
    ...shape,
    at: Array.from({ length: shape.lines }, () => Array.from({ length: shape.columns }, cell)),
  };
}

/**
 * The figures of a table: cells, sums of lines, the first two lines together, and bases. A release
 * is added up from what was there before and what was added.
 */
function figuresOf(releases: readonly Counts[]): Figure[] {
  const [{ lines, columns } = { lines: 0, columns: 0 }] = releases;
  const all = (n: number) => Array.from({ length: n }, (_, index) => index);
  const figure = (key: string, ofLines: number[], ofColumns: number[], isBase: boolean): Figure => {
    const atoms = Object.fromEntries(
      releases.flatMap(({ at }, release) =>
        ofLines.flatMap((line) =>
          ofColumns.map((column) => [`${release} ${line} ${column}`, at[line]?.[column] ?? 0]),
        ),
      ),
    );
    const value = Object.values(atoms).reduce((sum, one) => sum + one, 0);
    const small = value > 0 && value <= smallest;
    return { key, atoms, nature: isBase ? "base" : small ? "small" : "other" };
  };
  const groups = [
    ...all(lines).map((line) => ({ name: `line ${line}`, of: [line], isBase: false })),
    { name: "sub-total", of: [0, 1], isBase: false },
    { name: "total", of: all(lines), isBase: true },
  ];
  const across = [...all(columns).map((column) => [column]), all(columns)];
  return groups.flatMap(({ name, of, isBase }) =>
    across.map((ofColumns) => figure(`${name}, ${ofColumns.join("+")}`, of, ofColumns, isBase)),
  );
}

/*
 * By default 200 of the tables are published twice; with CONCORD_LONG=1 all of them: it takes a
 * minute to look for other numbers that fit two releases.
 */
const besides = process.env.CONCORD_LONG === "1" ? 1000 : 200;
const seeds = Array.from({ length: 1000 }, (_, index) => index + 1);
const shapeFrom = (next: () => number) => ({
  lines: 3 + Math.floor(next() * 4),
  columns: 2 + Math.floor(next() * 3),
});

it("of 1,000 random tables no withheld figure can be worked out from the margins", () => {
  let withheldInAll = 0;
  for (const seed of seeds) {
    const next = randomFrom(seed);
    const publication = atOnce(withhold(figuresOf([countsFrom(next, shapeFrom(next), 16)])));
    for (const secret of secretsOf(publication))
      expect(couldBeOtherwise(secret, [publication]), `seed ${seed}, ${secret.key}`).toBe(true);
    const small = publication.shown.filter(({ nature }) => nature === "small");
    expect(small, `seed ${seed}`).toEqual([]);
    withheldInAll += publication.withheld.length;
  }
  expect(withheldInAll).toBeGreaterThan(5000);
}, 60_000);

it(`nor, of ${besides}, by laying two releases side by side`, ({ task }) => {
  let secretsInAll = 0;
  for (const seed of seeds.slice(0, besides)) {
    const next = randomFrom(seed);
    const shape = shapeFrom(next);
    const before = countsFrom(next, shape, 16);
    const added = countsFrom(next, shape, 3);
    const first = atOnce(withhold(figuresOf([before])));
    const second = atOnce(withhold(figuresOf([before, added]), [first]));
    const secrets = [...secretsOf(first), ...secretsOf(second)];
    for (const secret of secrets)
      expect(couldBeOtherwise(secret, [first, second]), `seed ${seed}, ${secret.key}`).toBe(true);
    secretsInAll += secrets.length;
  }
  expect(secretsInAll).toBeGreaterThan(besides * 10);
  task.meta.figure = `publication: ${besides} random tables, each in two releases side by side; none of the ${secretsInAll} figures that are withheld can be worked out`;
}, 600_000);

it("is the same whatever the order of the figures", () => {
  for (const seed of seeds.slice(0, 100)) {
    const next = randomFrom(seed);
    const figures = figuresOf([countsFrom(next, shapeFrom(next), 16)]);
    const other = atOnce(withhold([...figures].reverse()));
    expect(other, `seed ${seed}`).toEqual(atOnce(withhold(figures)));
  }
});

it.each([0, 8])(
  "a solver that gives up after %i pivots leads to more that is withheld, and never to less",
  (maxPivots) => {
    const patience = { maxPivots, maxIterations: 1 };
    let [more, usual] = [0, 0];
    for (const seed of seeds.slice(0, 100)) {
      const next = randomFrom(seed);
      const shape = shapeFrom(next);
      const before = countsFrom(next, shape, 16);
      const figures = figuresOf([before, countsFrom(next, shape, 3)]);
      const first = atOnce(withhold(figuresOf([before])));
      const second = atOnce(withhold(figures, [first], patience));
      const isAllWithheld = second.shown.every(({ nature }) => nature === "base");
      const secrets = [...secretsOf(first), ...secretsOf(second)];
      const areSafe = secrets.every((secret) => couldBeOtherwise(secret, [first, second]));
      expect(isAllWithheld || areSafe, `seed ${seed}`).toBe(true);
      more += second.withheld.length;
      usual += atOnce(withhold(figures, [first])).withheld.length;
    }
    expect(more).toBeGreaterThan(usual);
  },
  60_000,
);
