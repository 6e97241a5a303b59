import { expect, it } from "vitest";
import { drawn } from "./drawing";
import type { Box, Words } from "./drawing-shapes";
import type { LevelBar, LevelChart } from "./level-chart";

const counts = (
  key: string,
  numbers: readonly (number | null)[],
  withheld: LevelBar["withheld"] = null,
): LevelBar => ({
  ...{ withheld, legend: null },
  key,
  factor: key,
  label: key,
  parts: (["3", "2", "1", "0"] as const).map((level, index) => {
    const n = numbers[index] ?? null;
    return { level, label: level, n, text: String(n) };
  }),
});

function shapesOf(...bars: LevelBar[]): { boxes: Box[]; words: string[] } {
  const chart: LevelChart = { title: "", description: "", legend: [], bars, notes: [] };
  const shapes = drawn(chart).groups.flatMap((group) => group.shapes);
  const isWords = (shape: Box | Words): shape is Words => shape.kind === "words";
  return {
    boxes: shapes.filter((shape): shape is Box => !isWords(shape)),
    words: shapes.filter(isWords).map(({ text }) => text),
  };
}

it("draws the parts of a bar beside each other, each as long as its share", () => {
  const { boxes, words } = shapesOf(counts("Neglect", [5, 0, 10, 5]));
  expect(boxes.map(({ x, width, fill }) => [x, width, fill])).toEqual([
    [400, 115, "#3b4a57"],
    [515, 230, "url(#level-1)"],
    [745, 115, "#fff"],
  ]);
  expect(words).toEqual(["Neglect", "5", "10", "5"]);
});

it("draws every bar as long as the others, whatever they count", () => {
  const { boxes } = shapesOf(counts("a", [1, 1, 1, 1]), counts("b", [20, 0, 0, 60]));
  const lengthOf = (y: number) =>
    boxes.filter((box) => box.y === y).reduce((sum, { width }) => sum + width, 0);
  expect([lengthOf(34), lengthOf(64)]).toEqual([460, 460]);
});

it("keeps the bars of one factor together, with room before the next factor", () => {
  const bar = (factor: string, key: string) => ({ ...counts(key, [1, 0, 0, 0]), factor });
  const together = shapesOf(bar("a", "1"), bar("a", "2"), bar("b", "3"), bar("b", "4"));
  expect(together.boxes.map(({ y }) => y)).toEqual([34, 64, 104, 134]);
  const alone = shapesOf(bar("a", "1"), bar("b", "2"), bar("c", "3"));
  expect(alone.boxes.map(({ y }) => y)).toEqual([34, 64, 94]);
});

it("draws what is withheld of a bar as one part, behind those that are shown", () => {
  const { boxes, words } = shapesOf(counts("Neglect", [null, null, 10, 5], { n: 5, text: "25%" }));
  expect(boxes.map(({ x, width, fill }) => [x, width, fill])).toEqual([
    [400, 230, "url(#level-1)"],
    [630, 115, "#fff"],
    [745, 115, "url(#level-withheld)"],
  ]);
  expect(words).toEqual(["Neglect", "10", "5", "25%"]);
});

it("draws nothing of a bar of which nothing is shown, or not how many there are", () => {
  const all = counts("Neglect", [null, null, null, null], { n: 20, text: "20" });
  expect(shapesOf(all)).toEqual({ boxes: [], words: ["Neglect", "Withheld"] });
  expect(shapesOf(counts("Neglect", [5, null, 10, 5]))).toEqual({
    boxes: [],
    words: ["Neglect", "Withheld, as is how many cases there are"],
  });
});

it("draws no bar where there is no case, and says so", () => {
  expect(shapesOf(counts("Neglect", [0, 0, 0, 0]))).toEqual({
    boxes: [],
    words: ["Neglect", "No cases"],
  });
});

it("stands names above bars where there is little room, in lines that fit", () => {
  const long = "Parental violence outside the relationship, or serious criminal convictions";
  const chart: LevelChart = {
    ...{ title: "", description: "", legend: [], notes: [] },
    bars: [counts(long, [1, 2, 97, 0]), counts("Neglect", [5, 0, 10, 5])],
  };
  const { width, groups, leavesOut } = drawn(chart, "narrow");
  expect(width).toBe(330);
  const texts = groups.map(({ shapes }) =>
    shapes.flatMap((shape) => (shape.kind === "words" ? shape.text : [])),
  );
  expect(texts).toEqual([
    [],
    ["Parental violence outside the", "relationship, or serious criminal", "convictions", "97"],
    ["Neglect", "5", "10", "5"],
  ]);
  expect(leavesOut).toBe(true);
});

it("keeps numbers apart where there is little room, or leaves them out", () => {
  const numbersOf = (...parts: number[]) => {
    const chart = { title: "", description: "", legend: [], notes: [] };
    const bar = counts("Neglect", parts);
    const inPercent = bar.parts.map((part) => ({ ...part, text: `${part.n}%` }));
    const { groups, leavesOut } = drawn(
      { ...chart, bars: [{ ...bar, parts: inPercent }] },
      "narrow",
    );
    const words = groups.flatMap(({ shapes }) =>
      shapes.flatMap((shape) =>
        shape.kind === "words" && shape.anchor === "middle" ? shape.text : [],
      ),
    );
    return [words, leavesOut];
  };
  // A hundredth is 3.28 wide, "8%" 24.5, and 8 more are to be between it and the next.
  expect(numbersOf(8, 8, 8, 76)).toEqual([["76%"], true]);
  expect(numbersOf(10, 9, 9, 72)).toEqual([["72%"], true]);
  expect(numbersOf(13, 13, 13, 61)).toEqual([["13%", "13%", "13%", "61%"], false]);
});

it("leaves out a number that would stand over another, or over more than its part", () => {
  const numbersOf = (...parts: number[]) => {
    const chart = { title: "", description: "", legend: [], notes: [] };
    const { groups, leavesOut } = drawn({ ...chart, bars: [counts("Neglect", parts)] });
    const words = groups.flatMap(({ shapes }) =>
      shapes.flatMap((shape) =>
        shape.kind === "words" && shape.anchor === "middle" ? shape.text : [],
      ),
    );
    return [words, leavesOut];
  };
  // A case is 4.6 wide of 100 and 5.75 of 80, and a digit 9.5.
  expect(numbersOf(1, 1, 1, 97)).toEqual([["97"], true]);
  expect(numbersOf(4, 1, 95, 0)).toEqual([["4", "95"], true]);
  expect(numbersOf(2, 2, 2, 94)).toEqual([["2", "2", "94"], true]);
  expect(numbersOf(1, 1, 78, 0)).toEqual([["1", "78"], true]);
  expect(numbersOf(1, 0, 79, 0)).toEqual([["1", "79"], false]);
  expect(numbersOf(5, 0, 10, 5)).toEqual([["5", "10", "5"], false]);
});

it("covers no part of a number that sticks out of its part", () => {
  const chart = { title: "", description: "", legend: [], notes: [] };
  const [, bar] = drawn({ ...chart, bars: [counts("Neglect", [2, 0, 98, 0])] }).groups;
  expect(
    bar?.shapes.map((shape) =>
      shape.kind === "box" ? shape.fill : [shape.text, shape.fill, shape.rim],
    ),
  ).toEqual([
    ["Neglect", "#0b0c0c", false],
    "#3b4a57",
    "url(#level-1)",
    ["2", "#0b0c0c", true],
    ["98", "#0b0c0c", true],
  ]);
});
