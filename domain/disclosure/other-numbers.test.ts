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

it("numbers are looked for nearby first, and what is further away stays as it is", () => {
  const withNine = figure("with nine", { seven: 7, nine: 9 }, "small");
  const more = whatIsKnown([{ shown: [seven, all], withheld: [two, three, withNine] }]);
  const found = otherNumbersFor(two, more);
  expect(typeof found === "string" ? found : [...found.keys()]).toEqual(["two", "three", "seven"]);
});

it("numbers are found where everything that is tied has to change together", () => {
  const numbers = { a: 2, b: 3, c: 2, d: 3, e: 2 };
  const sum = (...atoms: (keyof typeof numbers)[]) =>
    figure(
      atoms.join("+"),
      Object.fromEntries(atoms.map((atom) => [atom, numbers[atom]])),
      atoms.length === 1 ? "small" : "other",
    );
  const shown = [sum("a", "b"), sum("b", "c"), sum("c", "d"), sum("d", "e")];
  const withheld = [sum("a"), sum("b"), sum("c"), sum("d"), sum("e")];
  const chain = whatIsKnown([{ shown, withheld }]);
  expect(otherNumbersFor(sum("a"), chain)).toEqual(
    new Map(Object.entries({ a: 4, b: 1, c: 4, d: 1, e: 4 })),
  );
  const end = whatIsKnown([{ shown: [...shown, sum("e")], withheld }]);
  expect(otherNumbersFor(sum("a"), end)).toBe("none");
});
