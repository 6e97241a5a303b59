import { createHash } from "node:crypto";
import { unzipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { emptyRecord } from "@/domain/case-record/case-record";
import { typedValue } from "@/domain/code-lists/edit";
import { firstCodebook } from "@/domain/codebook/codebook";
import { everything } from "@/domain/dataset/choice";
import { assignCoders } from "../assignments/assignments";
import { handBackCase } from "../assignments/handing-back";
import { changeRecord, type RecordChange } from "../cases/case-records";
import { reopenCase } from "../dataset/reopening";
import { exportDataset, exportFiles, exportFilesFor } from "../exports/dataset";
import {
  agree,
  agreeEverything,
  caseFor,
  commit,
  csvFile,
  exported,
  exportedBytes,
  must,
  pastTheProgram,
  person,
  rateAndSubmit,
  refusal,
  release,
  saveSettings,
  temporaryStudy,
} from "../fixtures";
import { importCases } from "../imports/cases";
import type { Viewer } from "../people/people";
import { reader, write } from "../store/store";
import { changeCodeList, currentCodeLists } from "../study/code-lists";
import { introduceCodebook } from "../study/codebooks";
import { caseAt, recordReasons, reopeningReasons } from "./case-at";
import { casesOfRelease } from "./cases";
import { hashOf } from "./content";
import { makeRelease } from "./make";
import { getReleasePreview } from "./next";
import { getRelease, listReleases } from "./releases";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let ann: Viewer;
let bob: Viewer;
let analyst: Viewer;

beforeEach(async () => {
  study = await temporaryStudy();
  [lead, ann, bob, analyst] = [
    await person("Lena", "lead", "coder"),
    await person("Ann", "coder"),
    await person("Bob", "coder"),
    await person("Ana", "analyst"),
  ];
  await committed("2016-01");
  await committed("2016-02");
});
afterEach(() => study.end());

async function committed(reference: string, sample = "2016"): Promise<void> {
  await caseFor(lead, reference, [ann, bob], { sample });
  for (const coder of [ann, bob]) await rateAndSubmit(coder, reference, "3210000000000");
  await agreeEverything(lead, reference);
  await commit(lead, reference);
}

/** Reopens a case, agrees another level of neglect, and commits it again. */
async function recommit(reference: string, level = "low"): Promise<void> {
  must(await reopenCase(lead, reference, "A chronology came in"));
  await agree(lead, reference, {
    factor: "neglect",
    level,
    reason: "Page 7,\nat the end",
  });
  await commit(lead, reference);
}

async function change(reference: string, seenRevision: number, rationale: string): Promise<void> {
  must(
    await changeRecord(lead, reference, {
      section: "incident",
      facts: { incidentType: "suicide", incidentRationale: rationale },
      seenRevision,
      reason: "Read anew",
      confirmed: true,
    }),
  );
}

async function editIncidentTypes(key: string, edit: Record<string, string>): Promise<void> {
  const list = (await currentCodeLists()).incident_type;
  const values = list.values
    .map((value) => typedValue(list, value))
    .map((value) => (value.key === key ? { ...value, ...edit } : value));
  must(
    await changeCodeList(lead, "incident_type", {
      ...{ seenVersion: list.version, values, reason: "Clearer" },
    }),
  );
}

describe("making a release", () => {
  test("numbers it, keeps the note and logs it; leads and analysts read it", async () => {
    expect(await release(lead, " For the annual report ")).toBe(1);
    expect(await release(lead, "Once more")).toBe(2);
    for (const viewer of [lead, analyst]) {
      const rows = await listReleases(viewer);
      expect(rows).toMatchObject([
        { number: 2, madeBy: "Lena", cases: 2, told: { note: "Once more" } },
        { number: 1, madeBy: "Lena", cases: 2, told: { note: "For the annual report" } },
      ]);
      expect(rows?.[0]?.told?.sha256).toBe(rows?.[1]?.told?.sha256);
    }
    const entries = pastTheProgram(study.dataDir, (db) =>
      db
        .prepare("select subject, case_id from audit_entries where action = 'made a release'")
        .all(),
    );
    expect(entries).toEqual([
      { subject: "release 1", case_id: null },
      { subject: "release 2", case_id: null },
    ]);
  });

  test("is for leads; whoever may not export learns of no release", async () => {
    const seen = (await getReleasePreview(lead))?.seen ?? "";
    for (const viewer of [ann, analyst, await person("Adi", "admin")]) {
      expect(await makeRelease(viewer, { note: "Mine", seen })).toEqual({ kind: "not_found" });
      expect(await getReleasePreview(viewer)).toBeNull();
    }
    await release(lead);
    expect(await listReleases(ann)).toBeNull();
    expect(await getRelease(ann, 1)).toBeNull();
    expect(await getRelease(analyst, 2)).toBeNull();
  });

  test("needs a note, and the dataset that was looked at", async () => {
    const seen = (await getReleasePreview(lead))?.seen ?? "";
    expect(await makeRelease(lead, { note: " ", seen })).toEqual(
      refusal("note", "Say what this release is for"),
    );
    expect(await makeRelease(lead, { note: "a".repeat(4001), seen })).toEqual(
      refusal("note", "Shorten the note to 4,000 characters"),
    );
    await change("2016-02", 1, "Page 3");
    expect(await makeRelease(lead, { note: "Mine", seen })).toEqual(
      refusal(
        "",
        "The dataset or the settings have changed since you opened this page. Look at what would be in the release now, then make it.",
      ),
    );
    expect(await listReleases(lead)).toEqual([]);
  });

  test("keeps what was withheld and the licence as they were looked at", async () => {
    const licence = { title: "CC BY 4.0", address: "https://creativecommons.org/licenses/by/4.0/" };
    for (const change of [{ withheldUpTo: 1 }, { licence }]) {
      const shown = await getReleasePreview(lead);
      must(await saveSettings(lead, change));
      expect(await makeRelease(lead, { note: "Mine", seen: shown?.seen ?? "" })).toEqual(
        refusal(
          "",
          "The dataset or the settings have changed since you opened this page. Look at what would be in the release now, then make it.",
        ),
      );
    }
    expect(await listReleases(lead)).toEqual([]);
    expect(await getReleasePreview(lead)).toMatchObject({ withheldUpTo: 1, licence });
    await release(lead);
    const kept = pastTheProgram(study.dataDir, (db) =>
      db.prepare("select withheld_up_to, licence, licence_address from releases").raw().all(),
    );
    expect(kept).toEqual([[1, licence.title, licence.address]]);
  });

  test("is for a dataset with a case in it", async () => {
    study.end();
    study = await temporaryStudy();
    lead = await person("Lena", "lead");
    const preview = await getReleasePreview(lead);
    expect(preview).toMatchObject({ number: 1, cases: 0, samples: [], changes: null });
    expect(await makeRelease(lead, { note: "Mine", seen: preview?.seen ?? "" })).toEqual(
      refusal("", "There is no committed case to release yet."),
    );
  });

  test("takes along what is left out of the analysis without ratings, and nothing undecided", async () => {
    await caseFor(lead, "2016-03", [ann, bob]);
    const file = csvFile("cases.csv", [
      { case_ref: "2012-01", scores: "" },
      { case_ref: "2012-02", scores: "", cells: { included: "no", exclusion_reason: "Too thin" } },
    ]);
    must(await importCases(lead, { cases: file }));
    expect(await getReleasePreview(lead)).toMatchObject({
      cases: 3,
      samples: [
        { sample: "2012", cases: 1 },
        { sample: "2016", cases: 2 },
      ],
    });
    await release(lead);
    const lines = await exported(lead, "agreed-ratings.csv", { ...everything, release: 1 });
    expect(lines.split("\n").map((line) => line.split(",")[0])).toEqual([
      ...["case_ref", "2012-02", "2016-01", "2016-02", ""],
    ]);
  });
});

test("a release of more cases than are read at once holds each of them once", async () => {
  const rows = Array.from({ length: 501 }, (_, index) => ({
    case_ref: `2012-${String(index + 1).padStart(3, "0")}`,
    scores: "",
    cells: { included: "no", exclusion_reason: "Too thin" },
  }));
  must(await importCases(lead, { cases: csvFile("cases.csv", rows) }));
  await release(lead);
  expect(await listReleases(lead)).toMatchObject([{ cases: 503 }]);
  const lines = await exported(lead, "agreed-ratings.csv", { ...everything, release: 1 });
  const references = lines.split("\n").map((line) => line.split(",")[0]);
  expect(references).toHaveLength(1 + 503 + 1);
  expect(new Set(references).size).toBe(505);
}, 120_000);

describe("whatever has changed since,", () => {
  const choices = [
    { ...everything, release: 2 },
    { ...everything, release: 2, freeText: false },
    { ...everything, release: 2, samples: ["2016"] },
    {
      ...{ ...everything, release: 2, references: ["2016-02"], analysedOnly: true },
      columns: { ratings: ["level", "second_level"], "agreed-ratings": ["risk_rating"] },
    },
  ];
  const files = async () => {
    const made: [string, Buffer][] = [];
    for (const [index, choice] of choices.entries())
      for (const { name } of exportFiles)
        made.push([`${name} ${index}`, await exportedBytes(lead, name, choice)]);
    return Object.fromEntries(made);
  };

  test("every file of a release is the same byte for byte", async () => {
    await release(lead, "The first");
    await change("2016-01", 1, "Page 2");
    await recommit("2016-02");
    await release(lead, "The second");
    const before = await files();

    await change("2016-01", 2, "Page 9");
    await recommit("2016-01");
    await recommit("2016-02", "medium");
    await editIncidentTypes("suicide", { label: "By their own hand" });
    await editIncidentTypes("suicide", { offered: "no", mergedInto: "other" });
    await committed("2015-01");
    await write((tx) =>
      introduceCodebook(tx, {
        ...(firstCodebook as object),
        version: "0.2",
        source: "A later one",
      }),
    );
    await committed("2016-04");
    await release(lead, "The third");
    expect(await files()).toEqual(before);
    expect((await getRelease(lead, 3))?.changes?.codebook).toEqual({ before: "0.1", after: "0.2" });
    expect(Object.keys(before)).toHaveLength(4 * 18);
    const now = await exportedBytes(lead, "dataset.zip");
    expect(now.equals(before["dataset.zip 0"] ?? now)).toBe(false);
  }, 120_000);

  test("its hash is that of its tables, as its checksums list them", async () => {
    await release(lead);
    const hash = (await getRelease(lead, 1))?.told?.sha256;
    await change("2016-01", 1, "Page 9");
    await recommit("2016-01");
    expect(await hashOf(reader(), lead, 1)).toBe(hash);
    expect(await hashOf(reader(), lead, null)).not.toBe(hash);
    const zip = unzipSync(
      await exportedBytes(analyst, "dataset.zip", { ...everything, release: 1 }),
    );
    const text = (name: string) => Buffer.from(zip[name] ?? "").toString();
    const lines = text("SHA256SUMS")
      .split("\n")
      .filter((line) => line.endsWith(".csv"));
    expect(lines).toHaveLength(9);
    const digest = createHash("sha256")
      .update(lines.map((line) => `${line}\n`).join(""))
      .digest("hex");
    expect(digest).toBe(hash);
    expect(text("README.txt")).toContain(`SHA-256 ${hash}.`);
  });
});

describe("what changed since the one before", () => {
  beforeEach(async () => {
    await change("2016-02", 1, "Page 1");
    await recommit("2016-02");
    await release(lead, "The first");
    await change("2016-01", 1, "Page 2");
    await recommit("2016-01");
    for (const reason of ["To make sure", "To be certain"]) {
      must(await reopenCase(lead, "2016-02", reason));
      await commit(lead, "2016-02");
    }
    await editIncidentTypes("suicide", { label: "By their own hand" });
    await committed("2015-01");
  });
  const changes = {
    added: ["2015-01"],
    takenOut: [],
    cases: [
      {
        reference: "2016-01",
        facts: [
          {
            fact: "incidentType",
            label: "Index incident type",
            before: ["Neglect (fatal)"],
            after: ["By their own hand (fatal)"],
          },
          { fact: "incidentRationale", label: "Why this type", before: [], after: ["Page 2"] },
        ],
        recordReasons: ["Read anew"],
        version: 2,
        ...{ rated: false, unrated: false },
        reopeningReasons: ["A chronology came in"],
        levels: [
          { factor: "Neglect", before: "High", after: "Low", reason: "Page 7,\nat the end" },
        ],
      },
      {
        reference: "2016-02",
        facts: [],
        recordReasons: [],
        version: 4,
        ...{ rated: false, unrated: false },
        reopeningReasons: ["To make sure", "To be certain"],
        levels: [],
      },
    ],
    lists: [{ label: "Index incident types", changes: ["“Suicide” is now “By their own hand”"] }],
    codebook: null,
  };

  test("is told before a release is made, and of the release", async () => {
    expect((await getReleasePreview(lead))?.changes).toEqual(changes);
    await release(lead, "The second");
    expect((await getRelease(analyst, 2))?.changes).toEqual(changes);
    expect(await getRelease(analyst, 1)).toMatchObject({
      samples: [{ sample: "2016", cases: 2 }],
      changes: null,
    });
  });

  const changesTxt = async (choice: Partial<typeof everything> = {}) => {
    const zip = unzipSync(
      await exportedBytes(analyst, "dataset.zip", { ...everything, ...choice }),
    );
    return Buffer.from(zip["CHANGES.txt"] ?? "").toString();
  };

  test("goes along with the zip, in words", async () => {
    const lines = [
      "Cases added",
      "- 2015-01",
      "",
      "Agreed ratings changed",
      "- 2016-01, version 2. Reopened because: A chronology came in",
      "- 2016-01, Neglect: High before, Low now. Why: Page 7, at the end",
      "- 2016-02, version 4: the levels are the same. Reopened because: To make sure; To be certain",
      "",
      "Facts of the record changed",
      "- 2016-01, Index incident type: Neglect (fatal) before, By their own hand (fatal) now. Why: Read anew",
      "- 2016-01, Why this type: not recorded before, Page 2 now",
      "",
      "Code lists changed",
      "- Index incident types: “Suicide” is now “By their own hand”",
      "",
    ].join("\n");
    const day = "[0-9]+ [A-Z][a-z]+ [0-9]{4}";
    const now = await changesTxt();
    expect(now).toMatch(new RegExp(`^Changes since release 1 of ${day}\n\n`));
    expect(now.split("\n").slice(2).join("\n")).toBe(lines);
    await release(lead, "The second");
    const second = await changesTxt({ release: 2 });
    expect(second).toMatch(
      new RegExp(`^Release 2 of ${day}\n\nThe second\n\nChanges since release 1 of ${day}\n\n`),
    );
    expect(second.split("\n").slice(6).join("\n")).toBe(lines);
    expect((await changesTxt()).split("\n").slice(1)).toEqual(["", "Nothing has changed.", ""]);
    expect((await changesTxt({ release: 1 })).split("\n").slice(1)).toEqual([
      ...["", "The first", "", "It is the first release.", ""],
    ]);
  });

  test("is without what people wrote in their own words, unless that goes along", async () => {
    const words = await changesTxt({ freeText: false });
    expect(words).toContain("- 2016-01, Neglect: High before, Low now\n");
    expect(words).toContain("- 2016-01, Why this type: changed\n");
    expect(words).not.toMatch(/Page|chronology|Read anew/);
  });

  test("says only what changed, and not how, where columns are chosen", async () => {
    const words = await changesTxt({ columns: { "agreed-ratings": ["sample"] } });
    expect(words).toContain("- 2016-01, version 2\n- 2016-01, Neglect: changed\n");
    expect(words).toContain("- 2016-01, Index incident type: changed\n");
    expect(words).not.toMatch(/High|Low|fatal\)|Page|chronology|Read anew/);
  });

  test("is of the cases that are taken along", async () => {
    const ratings = async (choice: Partial<typeof everything>) =>
      (await changesTxt(choice)).match(/^- 201\d-\d\d(, version \d)?/gm);
    expect(await ratings({ references: ["2016-02", "2015-01"] })).toEqual([
      "- 2015-01",
      "- 2016-02, version 4",
    ]);
    expect(await ratings({ references: ["2016-02"], analysedOnly: true })).toEqual([
      "- 2016-02, version 4",
    ]);
  });

  test("is of the samples that are taken along", async () => {
    await committed("2012-01", "2012");
    expect((await changesTxt({ samples: ["2012"] })).split("\n").slice(2)).toEqual([
      ...["Cases added", "- 2012-01", ""],
      ...["Code lists changed", "- Index incident types: “Suicide” is now “By their own hand”", ""],
    ]);
  });
});

test("how many cases of each sample differ is said before a release is made", async () => {
  expect((await getReleasePreview(lead))?.differing).toBe(null);
  await committed("2016-03");
  await release(lead);
  expect(await getReleasePreview(lead)).toMatchObject({
    differing: { before: 1, samples: [] },
    withheldUpTo: 5,
  });
  await recommit("2016-01");
  await caseFor(lead, "2015-01", [ann, bob], { sample: "2015" });
  for (const coder of [ann, bob]) await rateAndSubmit(coder, "2015-01", "3210000000000");
  await agreeEverything(lead, "2015-01");
  await commit(lead, "2015-01");
  must(await reopenCase(lead, "2016-02", "A chronology came in"));
  must(await assignCoders(lead, "2016-02", [lead.id]));
  const { submissionKind, methodology, caseType, caseTypeDetail } = emptyRecord({
    ...{ sample: "2016", caseType: "public_s31", incidentType: "neglect_fatal" },
  });
  must(
    await changeRecord(lead, "2016-03", {
      section: "case",
      facts: { sample: "2014", submissionKind, methodology, caseType, caseTypeDetail },
      ...{ seenRevision: 1, reason: "It was sent in earlier", confirmed: true },
    }),
  );
  expect((await getReleasePreview(lead))?.differing?.samples).toEqual([
    { sample: "2014", cases: 1 },
    { sample: "2015", cases: 1 },
    { sample: "2016", cases: 3 },
  ]);
});

test("how many cases of each sample differ is said of a release too, with what it withholds", async () => {
  await committed("2016-03");
  await release(lead);
  expect(await getRelease(analyst, 1)).toMatchObject({ differing: null, withheldUpTo: 5 });
  await recommit("2016-01");
  await committed("2016-04");
  must(await saveSettings(lead, { withheldUpTo: 3 }));
  await release(lead);
  must(await saveSettings(lead, { withheldUpTo: 7 }));
  await recommit("2016-02");
  expect(await getRelease(analyst, 2)).toMatchObject({
    differing: { before: 1, samples: [{ sample: "2016", cases: 2 }] },
    withheldUpTo: 3,
  });
  must(await reopenCase(lead, "2016-01", "A chronology came in"));
  must(await assignCoders(lead, "2016-01", [lead.id]));
  expect((await getRelease(analyst, 2))?.differing).toBeNull();
});

test("a fact alone is a change, and one that was changed back is none", async () => {
  await release(lead);
  await change("2016-01", 1, "Page 2");
  await change("2016-02", 1, "Page 3");
  const { incidentType, incidentRationale } = emptyRecord({
    ...{ sample: "2016", caseType: "public_s31", incidentType: "neglect_fatal" },
  });
  must(
    await changeRecord(lead, "2016-02", {
      section: "incident",
      facts: { incidentType, incidentRationale },
      ...{ seenRevision: 2, reason: "It was right", confirmed: true },
    }),
  );
  const { cases } = (await getReleasePreview(lead))?.changes ?? {};
  expect(cases).toMatchObject([
    { reference: "2016-01", version: null, rated: false, levels: [], reopeningReasons: [] },
  ]);
});

test("a case that never had ratings has not lost them", async () => {
  await caseFor(lead, "2016-03", []);
  const analysis = { included: false, exclusionReason: "Too thin" };
  const leftOut = { section: "analysis", facts: analysis, seenRevision: 1, reason: "" } as const;
  must(await changeRecord(lead, "2016-03", leftOut));
  await release(lead);
  await change("2016-03", 2, "Page 2");
  await release(lead);
  expect((await getRelease(analyst, 2))?.changes?.cases).toMatchObject([
    { reference: "2016-03", version: null, rated: false, unrated: false },
  ]);
});

test("reasons for changes to a record that has no ratings yet are not told", async () => {
  const file = csvFile("cases.csv", [
    { case_ref: "2012-02", scores: "", cells: { included: "no", exclusion_reason: "Too thin" } },
  ]);
  must(await importCases(lead, { cases: file }));
  await release(lead);
  await change("2012-02", 1, "Page 2");
  expect((await getReleasePreview(lead))?.changes?.cases).toMatchObject([
    { reference: "2012-02", recordReasons: [], version: null },
  ]);
});

test("releases go by the day on which they were made", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2016-10-14T09:00:00Z") });
  try {
    await release(lead, "The first");
    vi.setSystemTime(new Date("2016-10-20T09:00:00Z"));
    await release(lead, "The second");
  } finally {
    vi.useRealTimers();
  }
  const firstLines = async (number: number | null) => {
    const choice = { ...everything, release: number };
    const zip = unzipSync(await exportedBytes(lead, "dataset.zip", choice));
    return Buffer.from(zip["CHANGES.txt"] ?? "")
      .toString()
      .split("\n")
      .filter((line) => line.includes("October"));
  };
  expect(await firstLines(null)).toEqual(["Changes since release 2 of 20 October 2016"]);
  expect(await firstLines(2)).toEqual([
    "Release 2 of 20 October 2016",
    "Changes since release 1 of 14 October 2016",
  ]);
});

test("a case that is hidden again tells nothing, wherever its states are read", async () => {
  await release(lead);
  await change("2016-02", 1, "Page 2");
  await recommit("2016-02");
  await release(lead);
  must(await reopenCase(lead, "2016-02", "To make sure"));
  must(await assignCoders(lead, "2016-02", [lead.id]));
  const placeIn = async (number: number) => {
    const place = (await casesOfRelease(reader(), number)).find(
      ({ reference }) => reference === "2016-02",
    );
    if (!place) throw new Error("The case is in both");
    return place;
  };
  const told = async () => {
    const [before, after] = [await placeIn(1), await placeIn(2)];
    const { levels, levelReasons } = await caseAt(reader(), lead, after);
    return {
      ...{ levels: Object.keys(levels ?? {}).length, why: levelReasons.neglect },
      record: await recordReasons(reader(), lead, before, after),
      reopening: await reopeningReasons(reader(), lead, before, after),
    };
  };
  expect(await told()).toEqual({ levels: 0, why: undefined, record: [], reopening: [] });
  await rateAndSubmit(lead, "2016-02", "0000000000000");
  expect(await told()).toEqual({
    ...{ levels: 13, why: "Page 7,\nat the end" },
    ...{ record: ["Read anew"], reopening: ["A chronology came in"] },
  });
});

describe("a case that is rated again", () => {
  beforeEach(async () => {
    await release(lead, "The first");
    must(await reopenCase(lead, "2016-02", "A chronology came in"));
    must(await assignCoders(lead, "2016-02", [lead.id]));
    await caseFor(lead, "2016-03", [ann, bob]);
  });

  test("hides it from a list that was read before too, whoever joins or leaves the case", async () => {
    const cy = await person("Cy", "coder");
    const told = async () => {
      const lists = [await listReleases(lead), await listReleases(analyst)];
      return lists.map((list) => list?.map((one) => one.told?.note));
    };
    expect(await told()).toEqual([[undefined], [undefined]]);
    must(await handBackCase(lead, "2016-02"));
    expect(await told()).toEqual([["The first"], ["The first"]]);
    must(await assignCoders(lead, "2016-02", [cy.id]));
    expect(await told()).toEqual([[undefined], [undefined]]);
    await rateAndSubmit(cy, "2016-02", "0000000000000");
    expect(await told()).toEqual([["The first"], ["The first"]]);
    must(await reopenCase(lead, "2016-01", "Another chronology"));
    must(await assignCoders(lead, "2016-01", [cy.id]));
    expect(await told()).toEqual([[undefined], [undefined]]);
  });

  test("hides every release that it is in, from everybody, until it opens", async () => {
    for (const viewer of [lead, analyst]) {
      expect(await listReleases(viewer)).toMatchObject([{ number: 1, cases: 2, told: null }]);
      expect(await getRelease(viewer, 1)).toMatchObject({
        told: null,
        samples: [{ sample: "2016", cases: 2 }],
        ratedAgain: ["2016-02"],
        changes: null,
      });
      for (const { name } of exportFilesFor(viewer))
        expect(await exportDataset(viewer, name, { ...everything, release: 1 })).toEqual(
          refusal(
            "release",
            "A case of this release is being rated again. It can be taken away when all coders of that case have submitted.",
          ),
        );
    }
    await rateAndSubmit(lead, "2016-02", "0000000000000");
    expect(await getRelease(analyst, 1)).toMatchObject({
      told: { note: "The first" },
      ratedAgain: [],
    });
    const lines = await exported(analyst, "agreed-ratings.csv", { ...everything, release: 1 });
    expect(lines.split("\n")).toHaveLength(4);
  });

  test("is in no release that is made meanwhile, and none is hidden by it", async () => {
    expect(await getReleasePreview(lead)).toMatchObject({
      cases: 1,
      ratedAgain: ["2016-02"],
      changes: { added: [], takenOut: ["2016-02"], cases: [] },
    });
    await release(lead, "The second");
    const second = async () => {
      const bytes = await exportedBytes(analyst, "dataset.zip", { ...everything, release: 2 });
      return { page: await getRelease(analyst, 2), bytes };
    };
    const before = await second();
    expect(before.page).toMatchObject({
      told: { note: "The second" },
      cases: 1,
      ratedAgain: [],
      changes: { added: [], takenOut: ["2016-02"], cases: [] },
    });
    await rateAndSubmit(lead, "2016-02", "0000000000000");
    await agreeEverything(lead, "2016-02");
    await commit(lead, "2016-02");
    expect(await second()).toEqual(before);
    await release(lead, "The third");
    expect((await getRelease(analyst, 3))?.changes).toMatchObject({ added: ["2016-02"] });
  });

  test("is named in what changed when it is left out of the analysis, and so in a release without ratings", async () => {
    const analysed = async (seenRevision: number, included: boolean, exclusionReason: string) =>
      must(
        await changeRecord(lead, "2016-02", {
          section: "analysis",
          facts: { included, exclusionReason },
          ...{ seenRevision, reason: "Read anew", confirmed: true },
        }),
      );
    const changesOf = async (number: number) => {
      const bytes = await exportedBytes(analyst, "dataset.zip", { ...everything, release: number });
      return Buffer.from(unzipSync(bytes)["CHANGES.txt"] ?? "").toString();
    };
    await analysed(1, false, "Too thin");
    const unrated = [{ reference: "2016-02", version: null, rated: false, unrated: true }];
    expect(await getReleasePreview(lead)).toMatchObject({
      ratedAgain: [],
      changes: { cases: unrated },
    });
    await release(lead);
    const second = await changesOf(2);
    expect(second.split("\n").slice(6)).toEqual([
      ...["Agreed ratings changed", "- 2016-02: has no agreed ratings now", ""],
      "Facts of the record changed",
      "- 2016-02, In the analysis: Yes before, No, excluded now",
      ...["- 2016-02, Reason for exclusion: not recorded before, Too thin now", ""],
    ]);
    expect((await getRelease(analyst, 2))?.changes?.cases).toMatchObject(unrated);
    await analysed(2, true, "");
    await rateAndSubmit(lead, "2016-02", "0000000000000");
    expect(await changesOf(2)).toBe(second);
    await release(lead);
    expect(await changesOf(3)).toContain("- 2016-02, version 1: has agreed ratings now");
  });

  describe("and in whose record somebody wrote before it was left out", () => {
    const words = "Ann gave High on neglect, Bob nothing";
    const hidden = "Written after the case opened, so not shown yet";
    let lea: Viewer;
    const changed = async (seenRevision: number, step: Pick<RecordChange, "section" | "facts">) =>
      must(
        await changeRecord(lea, "2016-02", {
          ...{ ...step, seenRevision, reason: "Read anew", confirmed: true },
        }),
      );
    const takenIn = async (seenRevision: number, included: boolean, exclusionReason: string) =>
      changed(seenRevision, { section: "analysis", facts: { included, exclusionReason } });
    beforeEach(async () => {
      lea = await person("Lea", "lead");
      // A second revision as well, of a case that has not opened.
      await change("2016-03", 1, "Page 3");
      const facts = { actions: [{ description: words, status: null }] };
      await changed(1, { section: "actions", facts });
      await takenIn(2, false, "Too thin");
    });

    test("tells nothing of that in what changed", async () => {
      const facts = [
        { fact: "actions", label: "Actions", before: [], after: [hidden] },
        { fact: "included", before: ["Yes"], after: ["No, excluded"] },
        { fact: "exclusionReason", before: [], after: ["Too thin"] },
      ];
      for (const viewer of [lead, lea])
        expect((await getReleasePreview(viewer))?.changes?.cases).toMatchObject([{ facts }]);
      await release(lea);
      for (const viewer of [lead, lea, analyst])
        expect((await getRelease(viewer, 2))?.changes?.cases).toMatchObject([{ facts }]);
    });

    test("tells nothing of that in files, and a release stays as it is", async () => {
      const zipOf = (release: number | null) =>
        exportedBytes(analyst, "dataset.zip", { ...everything, release });
      const holding = (zip: Uint8Array, text: string) =>
        Object.entries(unzipSync(zip))
          .filter(([, bytes]) => Buffer.from(bytes).includes(text))
          .map(([name]) => name);
      const now = await zipOf(null);
      await release(lea);
      const second = await zipOf(2);
      for (const zip of [now, second]) {
        expect(holding(zip, words)).toEqual([]);
        expect(holding(zip, hidden)).toEqual(["CHANGES.txt", "actions.csv"]);
      }
      await takenIn(3, true, "");
      await rateAndSubmit(lead, "2016-02", "0000000000000");
      expect(await zipOf(2)).toEqual(second);
      expect(holding(await zipOf(null), words)).toEqual(["actions.csv"]);
    });
  });

  test("is not named to whoever may not know of it any more", async () => {
    await rateAndSubmit(lead, "2016-02", "0000000000000");
    const excluded = async (seenRevision: number, included: boolean, reason: string) =>
      must(
        await changeRecord(lead, "2016-03", {
          section: "analysis",
          facts: { included, exclusionReason: reason },
          ...{ seenRevision, reason: "", confirmed: true },
        }),
      );
    await rateAndSubmit(ann, "2016-03", "3210000000000");
    await rateAndSubmit(bob, "2016-03", "3210000000000");
    await excluded(1, false, "Too thin");
    await release(lead);
    await excluded(2, true, "");
    must(await assignCoders(lead, "2016-03", [lead.id]));
    const kept = { told: null, changes: null };
    expect(await getRelease(lead, 2)).toMatchObject({ ...kept, ratedAgain: ["2016-03"] });
    expect(await getRelease(analyst, 2)).toMatchObject({ ...kept, ratedAgain: [] });
  });

  test("ends a file that was promised before it was taken", async () => {
    await rateAndSubmit(lead, "2016-02", "0000000000000");
    const choice = { ...everything, release: 1 };
    const chunks = must(await exportDataset(analyst, "children.csv", choice));
    must(await assignCoders(lead, "2016-02", [(await person("Tom", "coder")).id]));
    await expect(chunks[Symbol.asyncIterator]().next()).rejects.toThrow(
      "The release is given to nobody any more",
    );
  });
});
