import { expect, it } from "vitest";
import { readSamples } from "./samples";

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
  [{ startsOn: "April" }, "startsOn", "Enter a date that exists, such as 1 April 2015"],
  [{ endsOn: "31 March 2015" }, "endsOn", "Enter a day that is not before the first"],
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
