import { expect, it } from "vitest";
import { drawn } from "./drawing";
import type { LevelBar } from "./level-chart";

function barOf(factor: string, key: string, legend: LevelBar["legend"]): LevelBar {
  const parts = [
    { level: "3", label: "", n: 8, text: "8" },
    { level: "2", label: "", n: 5, text: "5" },
  ] as const;
  return { ...{ key, factor, legend, parts }, label: key, withheld: null };
}

const plan = (key: string) =>
  barOf("plan", key, [
    { level: "3", label: "Yes, currently" },
    { level: "2", label: "Yes, previously" },
    { level: "0", label: "No" },
  ]);

/** What is drawn of these bars, group by group: squares and parts by place and filling, words by place. */
function groupsOf(kind: "wide" | "narrow", ...bars: LevelBar[]) {
  const chart = { title: "", description: "", legend: [], notes: [], bars };
  const { groups, leavesOut } = drawn(chart, kind);
  const shown = groups.map(({ key, shapes }) => [
    key,
    shapes.map((shape) => [shape.x, shape.y, shape.kind === "box" ? shape.fill : shape.text]),
  ]);
  return { ...Object.fromEntries(shown), leavesOut };
}

it("names beneath the bars of a factor with a scale of its own what their parts are", () => {
  const other = barOf("other", "other", null);
  const drawing = groupsOf("wide", plan("public"), plan("private"), other);
  expect(Object.keys(drawing)).toEqual([
    ...["legend", "public", "private", "plan legend", "other", "leavesOut"],
  ]);
  expect(drawing["plan legend"]).toEqual([
    [400, 90, "#3b4a57"],
    [422, 103, "Yes, currently"],
    [550, 90, "url(#level-2)"],
    [572, 103, "Yes, previously"],
    [708, 90, "#fff"],
    [730, 103, "No"],
  ]);
  expect(drawing.private?.[1]).toEqual([400, 64, "#3b4a57"]);
  expect(drawing.other?.[1]).toEqual([400, 126, "#3b4a57"]);
});

it("goes on in another row where there is little room", () => {
  const drawing = groupsOf("narrow", plan("plan"), barOf("other", "other", null));
  expect(drawing.plan?.[1]).toEqual([1, 54, "#3b4a57"]);
  expect(drawing["plan legend"]).toEqual([
    [1, 84, "#3b4a57"],
    [23, 97, "Yes, currently"],
    [151, 84, "url(#level-2)"],
    [173, 97, "Yes, previously"],
    [1, 106, "#fff"],
    [23, 119, "No"],
  ]);
  expect(drawing.other?.[1]).toEqual([1, 152, "#3b4a57"]);
});

it("is no part without its number", () => {
  expect(groupsOf("wide", plan("plan")).leavesOut).toBe(false);
});
