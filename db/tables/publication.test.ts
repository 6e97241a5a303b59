import { afterEach, expect, test, vi } from "vitest";
import { notFound } from "@/domain/outcome";
import { assignCoders } from "../assignments/assignments";
import { reopenCase } from "../dataset/reopening";
import { exportPublication } from "../exports/publication";
import { exportTables } from "../exports/tables/export-tables";
import { agree, commit, must, rateAndSubmit, refusal, release } from "../fixtures";
import { bringReferenceCases } from "../reference-cases.fixtures";
import { recordSampleDates } from "../study/samples";
import { getPublication } from "./publication";
import { getReport } from "./report";
import { getTables } from "./tables";
import { analyst, ann, bob, committed, cy, inStudyWithTeam, lead } from "./team.fixtures";

inStudyWithTeam();
afterEach(() => vi.useRealTimers());

/** How many cases of 2015 a release has, as its publication says. */
async function casesOf2015(number: number): Promise<number | undefined> {
  const table = must(await getPublication(analyst, number))?.tables[0];
  const column = table?.columns.findIndex(({ label }) => label === "2015") ?? -1;
  return table?.lines.find(({ key }) => key === "analysed")?.cells[column]?.n;
}

// It takes seconds to work out what two releases may show, and a slow machine is no failure.
test("what is published of a release is the same before, while and after a case of an earlier one is rated again", {
  timeout: 60_000,
}, async () => {
  await bringReferenceCases(lead);
  await release(lead);
  must(await reopenCase(lead, "2015-01", "A chronology came in"));
  must(await assignCoders(lead, "2015-01", [ann.id, bob.id]));
  await release(lead);
  const asked = { release: 2, forPublication: true };
  for (const published of [
    await getPublication(analyst, 2),
    await getPublication(lead, 2),
    await exportPublication(analyst, 2),
    await exportTables(analyst, "table_1.csv", asked),
  ])
    expect(published).toEqual(
      refusal(
        "publication",
        "A case of an earlier release is being rated again. What is withheld from these tables follows from that release too, so they can be had when all coders of that case have submitted.",
      ),
    );
  for (const coder of [ann, bob]) await rateAndSubmit(coder, "2015-01", "0000000000000");
  expect(await casesOf2015(1)).toBe(23);
  expect(await casesOf2015(2)).toBe(22);
  must(await assignCoders(lead, "2015-01", [cy.id]));
  expect((await getPublication(analyst, 2)).kind).toBe("refused");
  expect(await getPublication(analyst, 3)).toEqual(notFound);
});

test("what is published of a release is had while a case of a later one alone is rated again", async () => {
  await committed("2016-01");
  await release(lead);
  await committed("2016-02");
  await release(lead);
  must(await reopenCase(lead, "2016-02", "A chronology came in"));
  must(await assignCoders(lead, "2016-02", [cy.id]));
  expect((await getPublication(analyst, 2)).kind).toBe("refused");
  expect((await getPublication(analyst, 1)).kind).toBe("done");
});

test("others are answered while it is worked out what may be published", async () => {
  await bringReferenceCases(lead);
  // Without a case that no other test has, what is published might be known already.
  await committed("2016-01");
  await release(lead);
  const working = { done: false };
  const asked = getPublication(analyst, 1).finally(() => {
    working.done = true;
  });
  let answers = 0;
  while (!working.done) {
    await new Promise((resolve) => setImmediate(resolve));
    answers += 1;
  }
  expect(must(await asked)?.release.number).toBe(1);
  expect(answers).toBeGreaterThan(50);
});

test("it says how many cases differ from the release before, which nobody reads for the first", async () => {
  await bringReferenceCases(lead);
  await release(lead);
  must(await reopenCase(lead, "2015-01", "A chronology came in"));
  await agree(lead, "2015-01", { factor: "neglect", level: "high", reason: "Page 9" });
  await commit(lead, "2015-01");
  await committed("2016-01");
  await release(lead);
  const differingOf = async (number: number) =>
    must(await getTables(analyst, { release: number, forPublication: true }))?.differing;
  expect(await differingOf(1)).toBeNull();
  const samples = [
    { sample: "2015", cases: 1 },
    { sample: "2016", cases: 1 },
  ];
  expect(await differingOf(2)).toEqual({ before: 1, samples });
  const ofTeam = must(await getTables(analyst, { release: 2, forPublication: false }));
  expect(ofTeam?.differing).toBeNull();
});

/** Which sample a release is about, as it is published and as the team has it. */
async function sampleOf(number: number): Promise<(string | undefined)[]> {
  const published = must(await getPublication(analyst, number))?.choice.thisSample;
  return [published, must(await getReport(analyst, { release: number }))?.choice.thisSample];
}

test("a release is about the sample that began last by the days that it was made with", {
  timeout: 60_000,
}, async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2016-10-14T09:00:00Z") });
  const begin = async (name: string, startsOn: string) =>
    must(await recordSampleDates(lead, [{ name, startsOn, endsOn: "" }]));
  await committed("2015-01", "3000000000000", { sample: "2015" });
  await committed("2014-01", "3000000000000", { sample: "Pilot" });
  await begin("2015", "1 April 2015");
  await begin("Pilot", "1 October 2013");
  vi.setSystemTime(new Date("2016-10-15T09:00:00Z"));
  await release(lead);
  expect(await sampleOf(1)).toEqual(["2015", "2015"]);

  // Whether the clock goes on or was set back.
  for (const [day, startsOn] of [
    ["2016-10-16", "1 October 2015"],
    ["2016-10-13", "2 October 2015"],
  ] as const) {
    vi.setSystemTime(new Date(`${day}T09:00:00Z`));
    await begin("Pilot", startsOn);
    expect(await sampleOf(1)).toEqual(["2015", "2015"]);
    expect(must(await getReport(lead, { release: null }))?.choice.thisSample).toBe("Pilot");
  }
  vi.setSystemTime(new Date("2016-10-17T09:00:00Z"));
  await release(lead);
  expect(await sampleOf(2)).toEqual(["Pilot", "Pilot"]);
  expect(await sampleOf(1)).toEqual(["2015", "2015"]);
});
