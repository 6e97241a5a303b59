import { describe, expect, it } from "vitest";
import { coverFor } from "./cover";
import type { Figure } from "./figure";
import { whatIsKnown } from "./known";

const figure = (
  key: string,
  atoms: Figure["atoms"],
  nature: Figure["nature"] = "other",
): Figure => ({
  key,
  atoms,
  nature,
});
const keysOf = (figures: readonly Figure[]) => figures.map(({ key }) => key).sort();

const nothing = whatIsKnown([]);
const secret = figure("a", { a: 3 }, "small");
const b = figure("b", { b: 14 });
const both = (nature: Figure["nature"]) => figure("both", { a: 3, b: 14 }, nature);

describe("what covers a secret", () => {
  it("is the cheapest figure that would change with it", () => {
    const now = { shown: [b, both("other")], withheld: [secret] };
    expect(keysOf(coverFor(secret, now, nothing))).toEqual(["b"]);
  });

  it("is never a base", () => {
    const c = figure("c", { c: 40 });
    const all = figure("all", { a: 3, b: 14, c: 40 }, "base");
    const now = { shown: [b, c, all, both("other")], withheld: [secret] };
    expect(keysOf(coverFor(secret, now, nothing))).toEqual(["b"]);
    const only = { shown: [figure("only", { a: 3 }, "base")], withheld: [secret] };
    expect(coverFor(secret, only, nothing)).toEqual([]);
  });

  it("is a 0 only where nothing else would do", () => {
    const zero = figure("zero", { z: 0 });
    const all = figure("all", { a: 3, b: 14, z: 0 }, "base");
    expect(
      keysOf(coverFor(secret, { shown: [b, zero, all], withheld: [secret] }, nothing)),
    ).toEqual(["b"]);
    const alone = figure("all", { a: 3, z: 0 }, "base");
    expect(keysOf(coverFor(secret, { shown: [zero, alone], withheld: [secret] }, nothing))).toEqual(
      ["zero"],
    );
  });

  it("leaves what earlier publications showed as it was", () => {
    const c = figure("c", { c: 40 });
    const all = figure("all", { a: 3, b: 14, c: 40 }, "base");
    const earlier = { shown: [b], withheld: [] };
    const now = { shown: [b, c, all], withheld: [secret] };
    expect(keysOf(coverFor(secret, now, whatIsKnown([earlier])))).toEqual(["c"]);
  });

  it("is nothing where the secret can change already", () => {
    const now = { shown: [both("other")], withheld: [secret, b] };
    expect(coverFor(secret, now, nothing)).toEqual([]);
  });
});
