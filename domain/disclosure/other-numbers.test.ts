import { expect, it } from "vitest";
import { atOnce } from "../steps";
import type { Figure } from "./figure";
import { whatIsKnown } from "./known";
import { notWorkedOut, otherNumbersFor } from "./other-numbers";

const figure = (key: string, atoms: Figure["atoms"], nature: Figure["nature"]): Figure => ({
  key,
  atoms,
  nature,
});
const [two, three, seven] = [
  figure("two", { two: 2 }, "small"),
  figure("three", { three: 3 }, "small"),
  figure("seven", { seven: 7 }, "other"),
] as const;
const all = figure("all", { two: 2, three: 3, seven: 7 }, "base");
const known = whatIsKnown([{ shown: [seven, all], withheld: [two, three] }]);

it("other numbers fit as well, where a figure cannot be worked out", () => {
  expect(otherNumbersFor(two, known)).toEqual(
    new Map([
      ["two", 4],
      ["three", 1],
      ["seven", 7],
    ]),
  );
});

it("there are none where it can, and no end to them where nothing holds it", () => {
  const shown = { shown: [three, seven, all], withheld: [two] };
  expect(otherNumbersFor(two, whatIsKnown([shown]))).toBe("none");
  const alone = { shown: [three], withheld: [two] };
  expect(otherNumbersFor(two, whatIsKnown([alone]))).toEqual(new Map());
});

it("it is not known whether there are any, when the solver gives up", () => {
  expect(otherNumbersFor(two, known, { maxPivots: 1, maxIterations: 1 })).toBe("not known");
});

it("it is not known where publications contradict each other", () => {
  const more = figure("all", { two: 3, three: 3, seven: 7 }, "base");
  const contradiction = whatIsKnown([
    { shown: [seven, all], withheld: [two, three] },
    { shown: [more], withheld: [] },
  ]);
  expect(otherNumbersFor(two, contradiction)).toBe("not known");
});

it("what cannot be worked out is told from what can, of several figures at once", () => {
  expect(atOnce(notWorkedOut([seven, two, three], known))).toEqual([two, three]);
  const shown = whatIsKnown([{ shown: [three, seven, all], withheld: [two] }]);
  expect(atOnce(notWorkedOut([seven, two, three], shown))).toEqual([]);
});
