import { expect, it } from "vitest";
import { readContextFigures } from "./context-figures";

const figure = {
  ...{ part: "notifications", label: "Reviews notified", figure: "1,250" },
  source: "An annual report, page 4",
};
const blank = { part: "table_2", label: " ", figure: "", source: "" };

it("figures are read with their source, and a row in which nothing stands is left out", () => {
  expect(readContextFigures([{ ...figure, label: " Reviews notified " }, blank])).toEqual({
    kind: "done",
    value: [figure],
  });
});

it.each([
  [{ label: "" }, "label", "Enter what the figure counts"],
  [{ figure: "many" }, "figure", "Enter the figure, such as 1,250 or 43%"],
  [{ figure: "" }, "figure", "Enter the figure, such as 1,250 or 43%"],
  [{ source: " " }, "source", "Enter where the figure is from"],
  [{ source: "x".repeat(301) }, "source", "Enter at most 300 characters"],
  [
    { source: "Page\0 4" },
    "source",
    "Take out the character that cannot be shown, or type this text anew",
  ],
  [{ part: "table_3" }, "part", "Select where the figure belongs"],
])("a figure with %o is refused", (change, field, message) => {
  expect(readContextFigures([blank, { ...figure, ...change }])).toEqual({
    kind: "refused",
    problems: [{ field: `figures.1.${field}`, message }],
  });
});

it("there are at most sixty", () => {
  expect(readContextFigures(Array.from({ length: 61 }, () => figure))).toMatchObject({
    problems: [{ field: "", message: "Enter at most 60 figures" }],
  });
});
