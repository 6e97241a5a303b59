import { expect, test } from "vitest";
import {
  type Crossings,
  countCrossings,
  pairCrossings,
  ratingCrossings,
  stageCrossings,
} from "./crossings";
import type { RereadFactor } from "./stages";

const columns = (...all: number[][]) => all.map((one) => Int8Array.from(one));

// Three cases: 2, 0 and 1 of the first coder; 0, 0 and nothing of the second; the first case was
// read again and the second coder held 1; agreed were 1 and 0.
const factor: RereadFactor = {
  factor: "neglect",
  scale: [0, 1, 2],
  given: columns([2, 0, 1], [0, 0, -1]),
  held: columns([2, 0, 1], [1, 0, -1]),
  agreed: Int8Array.from([1, 0, -1]),
};
const lookedAgain = [true, false, false];

function lines(crossings: Crossings): number[][] {
  const square = countCrossings(crossings, 3);
  return [0, 1, 2].map((k) => [0, 1, 2].map((l) => square.at(k, l)));
}

test("a pair has a line for what the first gave and a column for what the second did", () => {
  expect(pairCrossings(factor, 0, 1)).toEqual([[[2, 0]], [[0, 0]], []]);
  expect(lines(pairCrossings(factor, 1, 0))).toEqual([
    [1, 0, 1],
    [0, 0, 0],
    [0, 0, 0],
  ]);
});

test("ratings beside each other stand in both orders, and once where they are the same", () => {
  expect(lines(ratingCrossings(factor.given))).toEqual([
    [1, 0, 1],
    [0, 0, 0],
    [1, 0, 0],
  ]);
});

test("second looks are of the cases that had one", () => {
  expect(lines(stageCrossings("again", factor, lookedAgain))).toEqual([
    [0, 0, 0],
    [0, 0, 1],
    [0, 1, 0],
  ]);
  expect(stageCrossings("changed", factor, lookedAgain)).toEqual([
    [
      [2, 2],
      [0, 1],
    ],
    [],
    [],
  ]);
});

test("the agreed level is beside each rating of its case, first ones and those held", () => {
  expect(stageCrossings("first-agreed", factor, lookedAgain)).toEqual([
    [
      [2, 1],
      [0, 1],
    ],
    [
      [0, 0],
      [0, 0],
    ],
    [],
  ]);
  expect(stageCrossings("held-agreed", factor, lookedAgain)[0]).toEqual([
    [2, 1],
    [1, 1],
  ]);
});
