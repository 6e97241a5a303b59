import { describe, expect, it } from "vitest";
import { bySample, earlierAndThis, groupByLaw, rangeOf, sampleOfGroup } from "./columns";

const choice = { thisSample: "2016", earlierSamples: ["2012", "2013", "2014"] };
const alone = { thisSample: "2016", earlierSamples: [] };
const labels = (columns: readonly { label: string }[]) => columns.map(({ label }) => label);

describe("the columns of a table", () => {
  it("are the samples in their order, and all of them", () => {
    expect(labels(bySample(choice))).toEqual(["2012", "2013", "2014", "2016", "All"]);
    expect(bySample(choice).at(-1)?.groups).toEqual(["2012", "2013", "2014", "2016"]);
  });

  it("are the earlier samples together, this one, and both", () => {
    expect(labels(earlierAndThis(choice))).toEqual(["2012 to 2014", "2016", "All"]);
    expect(earlierAndThis(choice)[0]?.groups).toEqual(["2012", "2013", "2014"]);
  });

  it("are one where there is one sample", () => {
    expect(labels(bySample(alone))).toEqual(["2016"]);
    expect(labels(earlierAndThis(alone))).toEqual(["2016"]);
  });

  it("hold a sample that goes by the name of all beside all of them", () => {
    const columns = bySample({ thisSample: "all", earlierSamples: ["2012"] });
    expect(columns.map(({ key }) => key)).toEqual(["2012", "all", "all_samples"]);
  });

  it("tell a sample that is called All from all of them", () => {
    const named = { thisSample: "2015", earlierSamples: ["All"] };
    expect(labels(bySample(named))).toEqual(["All", "2015", "All (together)"]);
    expect(labels(earlierAndThis(named))).toEqual(["All", "2015", "All (together)"]);
  });

  it("tell a sample that is called as the earlier ones together from these", () => {
    const named = { thisSample: "2012 and 2013", earlierSamples: ["2012", "2013"] };
    expect(labels(earlierAndThis(named))).toEqual([
      "2012 and 2013 (together)",
      "2012 and 2013",
      "All",
    ]);
  });
});

describe("samples in words", () => {
  it("are a range where they are years without a gap", () => {
    expect(rangeOf(["2012", "2013", "2014"])).toBe("2012 to 2014");
  });

  it("are listed otherwise", () => {
    expect(rangeOf(["2012"])).toBe("2012");
    expect(rangeOf(["2012", "2013"])).toBe("2012 and 2013");
    expect(rangeOf(["2012", "2014", "2015"])).toBe("2012, 2014 and 2015");
    expect(rangeOf(["Pilot", "2012", "2013"])).toBe("Pilot, 2012 and 2013");
    expect(rangeOf([])).toBe("");
  });
});

it("a group by law is of its sample", () => {
  expect(groupByLaw("2016", "public law")).toBe("2016, public law");
  expect(sampleOfGroup("2016, public law")).toBe("2016");
  expect(sampleOfGroup("2016")).toBe("2016");
});
