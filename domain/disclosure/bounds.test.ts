import { describe, expect, it } from "vitest";
import { boundsOf } from "./bounds";
import type { Figure, Publication } from "./figure";
import { whatIsKnown } from "./known";
import { otherNumbersFor } from "./other-numbers";

const figure = (
  key: string,
  atoms: Figure["atoms"],
  nature: Figure["nature"] = "other",
): Figure => ({
  key,
  atoms,
  nature,
});
const [a, b, c] = [
  figure("a", { a: 3 }, "small"),
  figure("b", { b: 5 }),
  figure("c", { c: 10 }),
] as const;
const all = figure("all", { a: 3, b: 5, c: 10 }, "base");

/** Whether a reader of one publication can work a figure out. */
const told = (one: Figure, publication: Publication) =>
  otherNumbersFor(one, whatIsKnown([publication])) === "none";

describe("the bounds of a withheld figure", () => {
  it("are its own number where everything else is shown", () => {
    const publication = { shown: [b, c, all], withheld: [a] };
    expect(boundsOf(a, [publication])).toEqual({ lowest: 3, highest: 3 });
    expect(told(a, publication)).toBe(true);
  });

  it("leave the other withheld figures at least 1 each", () => {
    const publication = { shown: [c, all], withheld: [a, b] };
    expect(boundsOf(a, [publication])).toEqual({ lowest: 1, highest: 7 });
    expect(boundsOf(b, [publication])).toEqual({ lowest: 1, highest: 7 });
    expect(told(a, publication)).toBe(false);
  });

  it("leave them 0 too where a 0 is withheld, and where nothing but bases is shown", () => {
    const zero = figure("zero", { z: 0 });
    const withZero = {
      shown: [c, figure("all", { a: 3, b: 5, c: 10, z: 0 }, "base")],
      withheld: [a, b, zero],
    };
    expect(boundsOf(a, [withZero])).toEqual({ lowest: 0, highest: 8 });
    expect(boundsOf(a, [{ shown: [all], withheld: [a, b, c] }])).toEqual({
      lowest: 0,
      highest: 18,
    });
  });

  it("leave one that has no place in the table 0", () => {
    const unseen = { ...b, unseen: true };
    const publication = { shown: [c, all], withheld: [a, unseen] };
    expect(boundsOf(a, [publication])).toEqual({ lowest: 1, highest: 8 });
    expect(boundsOf(unseen, [publication])).toEqual({ lowest: 0, highest: 7 });
  });

  it("are no lower than what everybody knows a figure to be", () => {
    const known = { ...a, least: 3 };
    expect(boundsOf(b, [{ shown: [c, all], withheld: [known, b] }])).toEqual({
      lowest: 1,
      highest: 5,
    });
  });

  it("have no highest where nothing shown has it in it", () => {
    expect(boundsOf(a, [{ shown: [b], withheld: [a] }])).toEqual({ lowest: 1, highest: null });
  });

  it("close as another publication is laid beside", () => {
    const first = { shown: [c, all], withheld: [a, b] };
    const second = { shown: [b], withheld: [] };
    expect(boundsOf(a, [first, second])).toEqual({ lowest: 3, highest: 3 });
  });

  it("cannot be told where publications contradict each other", () => {
    const more = figure("all", { a: 4, b: 5, c: 10 });
    const contradiction = [
      { shown: [all], withheld: [] },
      { shown: [more], withheld: [] },
    ];
    expect(() => boundsOf(a, contradiction)).toThrow("Nothing fits what is published");
  });
});
