import { strFromU8, unzipSync } from "fflate";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { always } from "@/domain/agreement/period";
import { notFound } from "@/domain/outcome";
import { getAgreement } from "../../agreement/agreement";
import type { AgreementAsked } from "../../agreement/choice";
import {
  agreeEverything,
  caseFor,
  commit,
  must,
  pastTheProgram,
  person,
  rateAndSubmit,
  refusal,
  temporaryStudy,
} from "../../fixtures";
import type { Viewer } from "../../people/people";
import { bringReferenceCases } from "../../reference-cases.fixtures";
import { readAgain, secondLookAt } from "../../second-look/second-look.fixtures";
import { exportReliability } from "./export-reliability";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let dora: Viewer;
beforeEach(async () => {
  study = await temporaryStudy();
  [lead, dora] = [await person("Lena", "lead"), await person("Dora", "analyst")];
});
afterEach(() => {
  vi.useRealTimers();
  study.end();
});

const everything: AgreementAsked = {
  ...{ samples: [], secondLook: null, period: always, coders: [], names: false },
};

const textFor = async (viewer: Viewer, asked = everything) =>
  must(await exportReliability(viewer, "reliability.txt", asked)).bytes.toString("utf8");

const logged = () =>
  pastTheProgram(study.dataDir, (db) =>
    db.prepare("select subject from audit_entries where subject like 'reliability%'").raw().all(),
  );

test("the report says what was rated, how far coders agreed, and answers the 15 points", async () => {
  await bringReferenceCases(lead);
  const text = await textFor(lead);
  expect(text).toContain("23 cases were rated by 3 coders (18 by three and 5 by two)");
  expect(text).toContain(
    "12 factors were scored 3 (High), 2 (Medium), 1 (Low), 0 (Not indicated); “On child protection plan” was",
  );
  expect(text).toContain(
    "The ratings of 23 cases were imported; that they were made independently is what the imported files say.",
  );
  expect(text).toContain("2,000 resamples, seed 2015");
  expect(text).toMatch(
    /Neglect\n {2}Cases: 23\n {2}Alpha \(95% interval\): 0\.91 \(0\.\d\d to 0\.\d\d\)/,
  );
  expect(text).toContain(
    "Levels: Coder A: High (4), Medium (3), Low (7), Not indicated (5); Coder B: High (4),",
  );
  expect(text).toMatch(/Presence: 91%\n {2}AC2/);
  expect(text).toMatch(
    /The lower end of the interval was 0\.800 or more for 0 of 13 factors and 0\.667 or more for 3 /,
  );
  expect(text).toMatch(
    /over 22 cases, and ICC\(2,2\) of their mean 0\.95 \(0\.\d\d to 0\.\d\d\)\./,
  );
  expect(text).toMatch(
    /Lowest quadratic kappa \(95% interval\): 0\.40 \(−?0\.\d\d to 0\.\d\d\) over 19 cases,/,
  );
  expect(text).toContain("say nothing of others; alpha and AC2 do not tell one coder of a case");
  expect(text).toContain("Coder A, Coder B, Coder C");
  expect(text).toMatch(/\n15\. Detailed results/);
  expect(text).not.toContain("coder_a");
});

test("names stand in it for a lead who asks, and pairs and letters for leads alone", async () => {
  await bringReferenceCases(lead);
  expect(await textFor(lead, { ...everything, names: true })).toContain("coder_a and coder_b");
  const dorasText = await textFor(dora, { ...everything, names: true, coders: ["A"] });
  expect(dorasText).toContain("23 cases were rated by 3 coders");
  expect(dorasText).toContain("Levels: High (11), Medium (10), Low (20), Not indicated (23)");
  expect(dorasText).not.toMatch(/coder_a|Coder A|Pairs of coders|Cohen/);
});

test("it says when cases were rated here, what is missing, and what a second look changed", async () => {
  const [ann, bob] = [await person("Ann", "coder"), await person("Bob", "coder")];
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2016-03-01T10:00:00Z") });
  await caseFor(lead, "2016-01", [ann, bob]);
  for (const coder of [ann, bob]) await rateAndSubmit(coder, "2016-01", "3000000000000");
  vi.setSystemTime(Date.parse("2016-05-02T10:00:00Z"));
  await caseFor(lead, "2016-02", [ann, bob]);
  await secondLookAt(lead, "2016-02", [
    [ann, "3000000000000"],
    [bob, "1000000000000"],
  ]);
  for (const coder of [ann, bob]) await readAgain(coder, "2016-02", { neglect: { level: "low" } });
  const text = await textFor(lead);
  expect(text).toContain(
    "The ratings of the first case were complete on 1 March 2016, those of the last on 2 May 2016.",
  );
  expect(text).toContain(
    "of all 26 ratings of these cases, 1 changed. They knew that they differed, and read nothing else again: these ratings are not independent, and percent agreement could hardly fall.",
  );
  expect(text).toContain(
    "Percent agreement of these cases, as the mean of the factors, went from 92% to 100%.",
  );
  expect(text).toContain("No level has been agreed for these cases.");
  expect(text).not.toContain("One level was then agreed");
});

test("it says how near first ratings were to what was agreed, and one set of ratings is one", async () => {
  const [ann, bob] = [await person("Ann", "coder"), await person("Bob", "coder")];
  await caseFor(lead, "2016-01", [ann, bob]);
  await rateAndSubmit(ann, "2016-01", "3300000000000");
  await rateAndSubmit(bob, "2016-01", "3000000000000");
  await agreeEverything(lead, "2016-01");
  await commit(lead, "2016-01");
  const text = await textFor(lead);
  expect(text).toContain(
    "One level was then agreed for each factor of 1 case. Of 26 first ratings of these cases 96% were the agreed level and 96% at most one score away from it.",
  );
  expect(text).toContain("The 2 sets of ratings hold 26 ratings; none is missing.");
  expect(text).not.toContain("Of the ratings held when the cases opened");
  const [{ key = "" } = {}] = (await getAgreement(lead, everything))?.everyCoder ?? [];
  expect(await textFor(lead, { ...everything, coders: [key] })).toContain(
    "The one set of ratings holds 13 ratings; none is missing.",
  );
});

test("the Word document says the same as the text, and is the same on the same day", async () => {
  await bringReferenceCases(lead);
  const [one, other] = [
    must(await exportReliability(lead, "reliability.docx", everything)).bytes,
    must(await exportReliability(lead, "reliability.docx", everything)).bytes,
  ];
  expect(one.equals(other)).toBe(true);
  const xml = strFromU8(unzipSync(one)["word/document.xml"] ?? new Uint8Array());
  const words = xml.replaceAll(/<[^>]+>/g, " ");
  expect(words).toContain("23 cases were rated by 3 coders (18 by three and 5 by two)");
  expect(words).toContain("15. Detailed results for those who want them");
}, 60_000);

test("each one is logged, with what was asked for and nothing of what was found", async () => {
  await bringReferenceCases(lead);
  const period = { from: "2016-03-01", to: null };
  for (const asked of [{ samples: ["1999"] }, { coders: ["K"] }])
    expect(await exportReliability(lead, "reliability.txt", { ...everything, ...asked })).toEqual(
      refusal("agreement", "These choices fit no case, or name a coder who cannot be compared now"),
    );
  const text = await textFor(lead, {
    ...everything,
    samples: ["2015"],
    period,
    names: true,
    coders: ["A", "B"],
  });
  expect(text).toContain("Only what 2 of 3 coders gave, who were chosen for this report.");
  await textFor(dora, { ...everything, names: true, coders: ["A"] });
  expect(await textFor(lead)).not.toContain("who were chosen for this report");
  expect(logged()).toEqual([
    ["reliability.txt, samples 2015, rated from 1 March 2016, coders A, B, with names"],
    ["reliability.txt, all samples"],
    ["reliability.txt, all samples"],
  ]);
});

test("it is for those who may export, and in two forms", async () => {
  await bringReferenceCases(lead);
  const [ann, adi] = [await person("Ann", "coder"), await person("Adi", "admin")];
  for (const viewer of [ann, adi])
    expect(await exportReliability(viewer, "reliability.txt", everything)).toEqual(notFound);
  expect(await exportReliability(lead, "reliability.pdf", everything)).toEqual(notFound);
  expect(logged()).toEqual([]);
});
