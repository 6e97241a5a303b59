import { describe, expect, it } from "vitest";
import { atomsFor, type History, type Numbers, withNumbers } from "./publication-atoms";

const numbers = (byGroup: Readonly<Record<string, number>>): Numbers =>
  new Map([["high", new Map(Object.entries(byGroup))]]);
const none: History = new Map();
const first = withNumbers(none, numbers({ "2015": 4, "2016": 6 }), {
  publication: "Release 1",
  named: [],
});
const next = (byGroup: Readonly<Record<string, number>>, named: string[] = []) =>
  withNumbers(first, numbers(byGroup), { publication: "Release 2", named });
const groups = ["2015", "2016"];

describe("the atoms of publications", () => {
  it("are what is counted of each part and group", () => {
    expect(atomsFor(first, ["high"], groups)).toEqual({
      "Release 1 | 2015 | high": 4,
      "Release 1 | 2016 | high": 6,
    });
  });

  it("stay where nothing changed, and what was added is one more", () => {
    expect(atomsFor(next({ "2015": 4, "2016": 9 }), ["high"], groups)).toEqual({
      "Release 1 | 2015 | high": 4,
      "Release 1 | 2016 | high": 6,
      "Release 2 | 2016 | high": 3,
    });
  });

  it("begin anew in a group in which anything went down", () => {
    expect(atomsFor(next({ "2015": 3, "2016": 6 }), ["high"], groups)).toEqual({
      "Release 2 | 2015 | high": 3,
      "Release 1 | 2016 | high": 6,
    });
  });

  it("get a layer in every group of a sample that changed in one", () => {
    const before = withNumbers(none, numbers({ "2016, public": 4, "2016, private": 6 }), {
      publication: "Release 1",
      named: [],
    });
    const after = withNumbers(before, numbers({ "2016, public": 5, "2016, private": 6 }), {
      publication: "Release 2",
      named: [],
    });
    expect(atomsFor(after, ["high"], ["2016, private"])).toEqual({
      "Release 1 | 2016, private | high": 6,
      "Release 2 | 2016, private | high": 0,
    });
  });

  it("are there at 0 for a group that is named and has no case", () => {
    const history = next({ "2015": 4, "2016": 6 }, ["2017"]);
    expect(atomsFor(history, ["high"], ["2017"])).toEqual({ "Release 2 | 2017 | high": 0 });
    expect(atomsFor(first, ["high"], ["2017"])).toEqual({});
  });
});
