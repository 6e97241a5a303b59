import { expect, it } from "vitest";
import { firstDays, newSampleProblem, oldestFirst, readSamples } from "./samples";

const sample = { name: "2016", startsOn: "1 April 2015", endsOn: "31/3/2016" };
const blank = { name: "", startsOn: "", endsOn: " " };

it("samples have days, one of them or none, and rows in which nothing stands are left out", () => {
  expect(readSamples([sample, blank, { ...blank, name: "Pilot" }])).toEqual({
    kind: "done",
    value: [
      { name: "2016", startsOn: "2015-04-01", endsOn: "2016-03-31" },
      { name: "Pilot", startsOn: null, endsOn: null },
    ],
  });
});

it.each([
  [{ name: "" }, "name", "Enter the sample, such as 2015"],
  [{ name: "2015/16" }, "name", "Enter a sample of letters, digits and hyphens"],
  [
    { startsOn: "28/2/1900" },
    "startsOn",
    "Sample 2016, first day: enter a date from 1 March 1900 on, such as 1 April 2015",
  ],
  [
    { startsOn: "April" },
    "startsOn",
    "Sample 2016, first day: enter a date that exists, such as 1 April 2015",
  ],
  [
    { endsOn: "31 March 2015" },
    "endsOn",
    "Sample 2016, last day: enter a day that is not before the first",
  ],
])("a sample with %o is refused", (change, field, message) => {
  expect(readSamples([blank, { ...sample, ...change }])).toEqual({
    kind: "refused",
    problems: [{ field: `samples.1.${field}`, message }],
  });
});

it("a sample that stands twice is refused", () => {
  expect(readSamples([sample, { ...blank, name: " 2016 " }])).toMatchObject({
    problems: [{ field: "samples.1.name", message: "This sample stands above already" }],
  });
});

it("samples without days stand by their names, with numbers as numbers", () => {
  expect(oldestFirst(["Wave 10", "2015", "Wave 9", "Pilot", "2014"], new Map())).toEqual([
    ...["2014", "2015", "Pilot", "Wave 9", "Wave 10"],
  ]);
});

it("samples stand by their first days where each has one, and then by their names", () => {
  const days = firstDays([
    { name: "Wave 2", startsOn: "2014-04-01", endsOn: "2015-03-31" },
    { name: "Wave 1", startsOn: "2014-04-01", endsOn: null },
    { name: "Pilot", startsOn: null, endsOn: "2013-12-31" },
    { name: "Next", startsOn: null, endsOn: null },
  ]);
  expect(oldestFirst(["Wave 2", "Wave 1", "Pilot"], days)).toEqual(["Pilot", "Wave 1", "Wave 2"]);
  expect(oldestFirst(["Wave 2", "Pilot", "Next"], days)).toEqual(["Next", "Pilot", "Wave 2"]);
});

it("a sample that is not there yet is asked about, until it is said to be new by its name", () => {
  const known = ["2015", "2016"];
  const asked = {
    field: "newSample",
    message: "There is no sample 2105 yet. Correct it, or tick that it is a new sample",
  };
  expect(newSampleProblem("2105", known, "")).toEqual(asked);
  expect(newSampleProblem("2105", known, "2017")).toEqual(asked);
  expect(newSampleProblem("2105", known, "2105")).toBeNull();
  expect(newSampleProblem("2016", known, "")).toBeNull();
});

it("the first sample of a study is not asked about", () => {
  expect(newSampleProblem("2015", [], "")).toBeNull();
});
