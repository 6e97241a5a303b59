import { strFromU8, unzipSync } from "fflate";
import { afterEach, beforeEach, expect, test } from "vitest";
import { always } from "@/domain/agreement/period";
import { notFound } from "@/domain/outcome";
import type { AgreementAsked } from "../../agreement/choice";
import { must, pastTheProgram, person, refusal, temporaryStudy } from "../../fixtures";
import type { Viewer } from "../../people";
import { bringReferenceCases } from "../../reference-cases.fixtures";
import { exportReliability } from "./export-reliability";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let dora: Viewer;
beforeEach(async () => {
  study = await temporaryStudy();
  [lead, dora] = [await person("Lena", "lead"), await person("Dora", "analyst")];
});
afterEach(() => study.end());

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
    "12 factors were scored High 3, Medium 2, Low 1, Not indicated 0; “On child protection plan” was scored",
  );
  expect(text).toContain(
    "The ratings of 23 cases were imported; that they were made independently is what the imported files say.",
  );
  expect(text).toContain("2,000 resamples, seed 2015");
  expect(text).toMatch(
    /Neglect\n {2}Cases: 23\n {2}Alpha \(95% interval\): 0\.91 \(0\.\d\d to 0\.\d\d\)/,
  );
  expect(text).toContain("Levels: High 11, Medium 10, Low 20, Not indicated 23");
  expect(text).toContain("Coder A, Coder B, Coder C");
  expect(text).toMatch(/\n15\. Detailed results/);
  expect(text).not.toContain("coder_a");
});

test("names stand in it for a lead who asks, and pairs and letters for leads alone", async () => {
  await bringReferenceCases(lead);
  expect(await textFor(lead, { ...everything, names: true })).toContain("coder_a and coder_b");
  const dorasText = await textFor(dora, { ...everything, names: true, coders: ["A"] });
  expect(dorasText).toContain("23 cases were rated by 3 coders");
  expect(dorasText).not.toMatch(/coder_a|Coder A|Pairs of coders|Cohen/);
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
  await textFor(dora, { ...everything, names: true });
  expect(logged()).toEqual([
    ["reliability.txt, samples 2015, rated from 1 March 2016, coders A, B, with names"],
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
