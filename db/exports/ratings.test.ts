import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { everything } from "@/domain/dataset/choice";
import { methodsParagraph } from "@/domain/dataset/methods";
import { assignCoders } from "../assignments/assignments";
import { reopenCase } from "../dataset/reopening";
import {
  agree,
  agreeEverything,
  caseFor,
  commit,
  csvFile,
  exported,
  exportedBytes,
  must,
  person,
  rateAndSubmit,
  ratingsFrom,
  release,
  temporaryStudy,
  textFile,
} from "../fixtures";
import { importCases } from "../imports/cases";
import { finishedDraft, imported, levelsFrom } from "../imports/drafts.fixtures";
import type { Viewer } from "../people/people";
import { getDraft, saveDraft } from "../ratings/drafts";
import { submitRatings } from "../ratings/ratings";
import { recordDissent, withdrawDissent } from "../reconciliation/dissenting";
import { getReconciliation } from "../reconciliation/reconciliations";
import { showNames } from "../reconciliation/rooms";
import { readAgain, secondLookAt } from "../second-look/second-look.fixtures";
import { exportDataset, exportFilesFor } from "./dataset";
import { countHowRated } from "./how-rated";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let ann: Viewer;
let bob: Viewer;
beforeEach(async () => {
  study = await temporaryStudy();
  [lead, ann, bob] = [
    await person("Lena", "lead", "coder"),
    await person("Ann", "coder"),
    await person("Bob", "coder"),
  ];
});
afterEach(() => study.end());

const same = "3210000000000";
const plain = { ...everything, freeText: false };
const rowsOf = (text: string): Record<string, string>[] => parse(text, { columns: true });
const ofFactor = (rows: Record<string, string>[], factor: string) =>
  rows.filter((row) => row.factor === factor);

/** Two coders who differ on neglect alone, and High agreed. */
async function committed(reference: string, coders = [ann, bob]): Promise<void> {
  await caseFor(lead, reference, coders);
  for (const [index, coder] of coders.entries())
    await rateAndSubmit(coder, reference, index === 1 ? `1${same.slice(1)}` : same, coder.name);
  await agree(lead, reference, {
    factor: "neglect",
    level: "high",
    reason: "Page 9",
    tags: ["slip"],
  });
  await agreeEverything(lead, reference);
  await commit(lead, reference);
}

describe("ratings side by side", () => {
  test("have what each coder gave, what was agreed, how and why", async () => {
    await committed("2016-01");
    const rows = rowsOf(await exported(lead, "ratings.csv"));
    expect(rows).toHaveLength(13 * 2);
    const neglect = ofFactor(rows, "neglect");
    expect(neglect.map(({ coder }) => coder)).toEqual(["A", "B"]);
    expect(neglect.find(({ note }) => note === "Bob")).toMatchObject({
      ...{ case_ref: "2016-01", origin: "registered", joined_later: "no" },
      ...{ level: "low", score: "1", unsure: "no", second_level: "", second_score: "" },
      ...{ agreed_level: "high", agreed_score: "3", way: "after_discussion" },
      ...{ tags: "slip", reason: "Page 9", version: "1", codebook_version: "0.1" },
    });
    expect(ofFactor(rows, "emotional_abuse").map(({ level, way }) => [level, way])).toEqual([
      ["medium", "all_the_same"],
      ["medium", "all_the_same"],
    ]);
  });

  test("have the letters of the room, and no names, though the team shows them", async () => {
    await committed("2016-01");
    must(await reopenCase(lead, "2016-01", "A chronology came in"));
    must(await showNames(lead, "2016-01", true));
    const room = await getReconciliation(lead, "2016-01");
    const [letterOfBob] =
      Object.entries(room?.names ?? {}).find(([, name]) => name === "Bob") ?? [];
    const text = await exported(lead, "ratings.csv", plain);
    const low = ofFactor(rowsOf(text), "neglect").filter(({ level }) => level === "low");
    expect(low.map(({ coder }) => coder)).toEqual([letterOfBob]);
    expect(text).not.toMatch(/Ann|Bob/);
  });

  test("have the themes and the description of Other, independently and in a second look", async () => {
    const other = (level: string) => `${same.slice(0, 12)}${level}`;
    await caseFor(lead, "2016-01", [ann, bob]);
    await secondLookAt(lead, "2016-01", [
      [ann, other("1")],
      [bob, other("0")],
    ]);
    const themes = ["child_behaviour", "something_else"];
    await readAgain(ann, "2016-01");
    await readAgain(bob, "2016-01", {
      other: { level: "low", themes, description: "=A dog; in the house" },
    });
    await agreeEverything(lead, "2016-01");
    await commit(lead, "2016-01");
    const rows = rowsOf(await exported(lead, "ratings.csv"));
    const [firstLow, firstNone] = ["low", "not_indicated"].map((level) =>
      ofFactor(rows, "other").find((row) => row.level === level),
    );
    expect(firstLow).toMatchObject({
      ...{ other_themes: "child_behaviour", other_description: "Invented for this test" },
      second_other_themes: "child_behaviour",
      second_other_description: "Invented for this test",
    });
    expect(firstNone).toMatchObject({
      ...{ other_themes: "", other_description: "" },
      second_other_themes: "child_behaviour; something_else",
      second_other_description: "'=A dog; in the house",
    });
    expect(ofFactor(rows, "neglect").map((row) => row.other_themes)).toEqual(["", ""]);
    const without = await exported(lead, "ratings.csv", plain);
    expect(without.split("\n")[0]).toContain(",other_themes,");
    expect(without).not.toMatch(/description|Invented for this test|dog/);
  });

  test("say who dissented from the level that was committed, and why", async () => {
    const agreed = async (reference: string) => {
      await caseFor(lead, reference, [ann, bob]);
      await rateAndSubmit(ann, reference, same);
      await rateAndSubmit(bob, reference, `1${same.slice(1)}`);
      await agree(lead, reference, { factor: "neglect", level: "high", reason: "Page 9" });
    };
    const dissent = { factor: "neglect", reason: "It was long ago", seenRevision: 1 };
    await agreed("2016-01");
    await agreed("2016-02");
    for (const reference of ["2016-01", "2016-02"])
      must(await recordDissent(bob, reference, dissent));
    must(await withdrawDissent(bob, "2016-02", "neglect"));
    must(await recordDissent(ann, "2016-02", { ...dissent, reason: "It was worse" }));
    for (const reference of ["2016-01", "2016-02"]) {
      await agreeEverything(lead, reference);
      await commit(lead, reference);
    }
    const dissentsIn = async (choice = everything) =>
      rowsOf(await exported(lead, "ratings.csv", choice))
        .filter((row) => row.dissent !== "" || row.dissent_reason)
        .map((row) => [row.case_ref, row.factor, row.level, row.dissent, row.dissent_reason]);
    const ofBob = ["2016-01", "neglect", "low", "yes", "It was long ago"];
    const ofAnn = ["2016-02", "neglect", "high", "yes", "It was worse"];
    expect(await dissentsIn()).toEqual([ofBob, ofAnn]);
    expect(await dissentsIn(plain)).toEqual(
      [ofBob, ofAnn].map((row) => [...row.slice(0, 4), undefined]),
    );
    await release(lead);
    must(await reopenCase(lead, "2016-01", "A chronology came in"));
    await commit(lead, "2016-01");
    expect(await dissentsIn()).toEqual([ofBob, ofAnn]);
    must(await reopenCase(lead, "2016-01", "Another came in"));
    await agree(lead, "2016-01", {
      ...{ factor: "neglect", level: "low", reason: "Page 2" },
    });
    await commit(lead, "2016-01");
    expect(await dissentsIn()).toEqual([ofAnn]);
    expect(await dissentsIn({ ...everything, release: 1 })).toEqual([ofBob, ofAnn]);
    must(await reopenCase(lead, "2016-01", "And another"));
    must(await assignCoders(lead, "2016-01", [lead.id]));
    const choice = { ...everything, release: 1 };
    expect(await exportDataset(lead, "ratings.csv", choice)).toMatchObject({ kind: "refused" });
  });

  test("say with each factor the dissent from it that a file tells of, and no other", async () => {
    const levels = levelsFrom("3213333333333");
    const dissents = { sexual_abuse: "Page 4", domestic_violence: "Page 9" };
    await imported(lead, [
      finishedDraft("2012-01", { ratings: [{ coder: "A", levels, dissents }] }),
    ]);
    const rows = rowsOf(await exported(lead, "ratings.csv", everything));
    expect(rows).toHaveLength(13);
    const told = rows.filter((row) => row.dissent_reason !== "");
    expect(told.map((row) => [row.factor, row.dissent_reason])).toEqual([
      ["sexual_abuse", "Page 4"],
      ["domestic_violence", "Page 9"],
    ]);
  });

  test("have the coders of an imported case before those who joined it here", async () => {
    const levels = levelsFrom("0000000000000");
    const ratings = ["A", "B"].map((coder) => ({ coder, levels }));
    await imported(lead, [finishedDraft("2012-01", { ratings })]);
    must(await reopenCase(lead, "2012-01", "A chronology came in"));
    must(await assignCoders(lead, "2012-01", [ann.id, bob.id]));
    for (const coder of [ann, bob]) await rateAndSubmit(coder, "2012-01", same);
    await agreeEverything(lead, "2012-01");
    await commit(lead, "2012-01");
    const ofNeglect = rowsOf(await exported(lead, "ratings.csv")).filter(
      ({ factor }) => factor === "neglect",
    );
    expect(ofNeglect.map(({ coder, level }) => [coder, level])).toEqual([
      ["A", "not_indicated"],
      ["B", "not_indicated"],
      ["C", "high"],
      ["D", "high"],
    ]);
  });

  test("leave out notes and reasons unless they are taken along, and quotes always", async () => {
    await caseFor(lead, "2016-01", [ann, bob]);
    await rateAndSubmit(bob, "2016-01", same, "A note");
    const ratings = await ratingsFrom(ann, "2016-01", same);
    const { neglect } = ratings;
    const quotes = [{ text: "Invented passage", page: "4", place: "", at: null }];
    const draft = await getDraft(ann, "2016-01");
    const withQuote = { ...ratings, ...(neglect && { neglect: { ...neglect, quotes } }) };
    const saved = must(await saveDraft(ann, "2016-01", draft?.revision ?? 0, withQuote));
    must(await submitRatings(ann, "2016-01", saved.revision));
    await agreeEverything(lead, "2016-01");
    await commit(lead, "2016-01");
    const [without, along] = [
      await exported(lead, "ratings.csv", plain),
      await exported(lead, "ratings.csv"),
    ];
    expect(without.split("\n")[0]).not.toMatch(/note|reason/);
    expect(without).not.toContain("A note");
    expect(along).toContain("A note");
    const zip = unzipSync(await exportedBytes(lead, "dataset.zip"));
    for (const bytes of [Buffer.from(along), ...Object.values(zip)])
      expect(Buffer.from(bytes).toString("latin1")).not.toContain("Invented passage");
  });

  test("have what was given independently and in a second look, beside each other", async () => {
    await caseFor(lead, "2016-01", [ann, bob]);
    await secondLookAt(lead, "2016-01", [
      [ann, same],
      [bob, `1${same.slice(1)}`],
    ]);
    await readAgain(ann, "2016-01", { neglect: { level: "medium", unsure: true } });
    await readAgain(bob, "2016-01", { neglect: { level: "medium" } });
    await agreeEverything(lead, "2016-01");
    await commit(lead, "2016-01");
    const rows = rowsOf(await exported(lead, "ratings.csv"));
    expect(ofFactor(rows, "neglect").find(({ level }) => level === "high")).toMatchObject({
      ...{ unsure: "no", second_level: "medium", second_score: "2", second_unsure: "yes" },
      ...{ agreed_level: "medium", way: "all_the_same" },
    });
    expect(ofFactor(rows, "emotional_abuse").map((row) => row.second_level)).toEqual(["", ""]);
    expect(rowsOf(await exported(lead, "sensitivity.csv"))).toMatchObject([
      { coders: "2", neglect_most: "", neglect: "2", risk_rating_most: "", risk_rating: "5" },
    ]);
  });

  test("call imported ratings imported, and have no row for a case without any", async () => {
    const cases = csvFile("cases.csv", [
      { case_ref: "2012-01", scores: same },
      { case_ref: "2012-02", scores: same },
    ]);
    const [, ...factors] = readFileSync(
      join("commands", "demo", "reference", "independent_ratings_2015.csv"),
      "utf8",
    )
      .split("\n")
      .slice(0, 14)
      .map((line) => line.split(",")[2]);
    const given = ["Zoe", "Adam"].flatMap((name, coder) =>
      factors.map((factor) => `2012-01,${name},${factor},${coder * 2}`),
    );
    const ratings = textFile(
      "ratings.csv",
      ["case_ref,coder,factor,score", ...given, ""].join("\n"),
    );
    must(await importCases(lead, { cases, ratings }));
    const text = await exported(lead, "ratings.csv");
    const rows = rowsOf(text);
    expect(rows).toHaveLength(13 * 2);
    expect(text).not.toMatch(/Zoe|Adam/);
    // By name: Adam gave 2 everywhere.
    expect(ofFactor(rows, "neglect")).toMatchObject([
      { coder: "A", origin: "imported", score: "2", agreed_score: "3", way: "", reason: "" },
      { coder: "B", origin: "imported", score: "0", agreed_score: "3", way: "", reason: "" },
    ]);
    // What a file does not say is missing, and not “no”.
    expect(ofFactor(rows, "neglect").map((row) => [row.unsure, row.joined_later])).toEqual([
      ["", ""],
      ["", ""],
    ]);
    expect(rowsOf(await exported(lead, "sensitivity.csv"))).toMatchObject([
      { case_ref: "2012-01", coders: "2", neglect_a: "2", neglect_b: "0", risk_rating_a: "26" },
      { case_ref: "2012-02", coders: "0", neglect_a: "", neglect_most: "", risk_rating: "6" },
    ]);
  });

  test("hold no case that is open, and none that waits for the lead’s own ratings", async () => {
    await committed("2016-01");
    await caseFor(lead, "2016-02", [ann, bob]);
    for (const coder of [ann, bob]) await rateAndSubmit(coder, "2016-02", same);
    const referencesFor = async () =>
      new Set(rowsOf(await exported(lead, "ratings.csv")).map((row) => row.case_ref));
    expect(await referencesFor()).toEqual(new Set(["2016-01"]));
    must(await reopenCase(lead, "2016-01", "A chronology came in"));
    must(await assignCoders(lead, "2016-01", [lead.id]));
    expect(await referencesFor()).toEqual(new Set());
    expect(rowsOf(await exported(lead, "sensitivity.csv"))).toEqual([]);
    expect(await countHowRated(lead, everything)).toMatchObject({ cases: 0, compared: 0 });
  });

  test("do not hold a coder who joined after the version, until the next", async () => {
    await committed("2016-01");
    const before = await exported(lead, "ratings.csv");
    must(await reopenCase(lead, "2016-01", "A chronology came in"));
    must(await assignCoders(lead, "2016-01", [lead.id]));
    await rateAndSubmit(lead, "2016-01", same);
    expect(await exported(lead, "ratings.csv")).toBe(before);
    await agreeEverything(lead, "2016-01");
    await commit(lead, "2016-01");
    const neglect = ofFactor(rowsOf(await exported(lead, "ratings.csv")), "neglect");
    expect(neglect.map((row) => [row.coder, row.joined_later, row.version])).toEqual([
      ["A", "no", "2"],
      ["B", "no", "2"],
      ["C", "yes", "2"],
    ]);
  });
});

describe("to an analyst", () => {
  test("there are no such tables, and nothing in the zip names them", async () => {
    await committed("2016-01");
    const analyst = await person("Ana", "analyst", "coder");
    const names = ["ratings.csv", "ratings.sav", "sensitivity.csv", "sensitivity.sav"];
    for (const name of names)
      expect(await exportDataset(analyst, name, everything)).toEqual({ kind: "not_found" });
    const [all, theirs] = [lead, analyst].map((viewer) =>
      exportFilesFor(viewer).map(({ name }) => name),
    );
    expect(all?.filter((name) => !theirs?.includes(name)).sort()).toEqual(names);
    expect(await countHowRated(analyst, everything)).toBeNull();
    const zip = unzipSync(await exportedBytes(analyst, "dataset.zip"));
    expect(Object.keys(zip)).toHaveLength(22);
    for (const bytes of Object.values(zip))
      expect(Buffer.from(bytes).toString("latin1")).not.toMatch(
        /sensitivity|side by side|METHODS|for-leads/,
      );
    const sheets = unzipSync(await exportedBytes(analyst, "dataset.xlsx"));
    expect(Buffer.from(sheets["xl/workbook.xml"] ?? "").toString()).not.toMatch(/"ratings"/);
  });
});

test("the zip has the paragraph on methods, of the cases that were chosen", async () => {
  await committed("2016-01");
  await committed("2016-02", [ann, bob, lead]);
  const methodsIn = async (choice = everything) =>
    Buffer.from(
      unzipSync(await exportedBytes(lead, "dataset.zip", choice))["METHODS.txt"] ?? "",
    ).toString();
  const start = "rated independently by two or more coders before any discussion";
  const both = await methodsIn();
  expect(both).toContain(
    `Of 2 committed cases, 2 were ${start} (1 by two coders and 1 by three coders).`,
  );
  expect(both).toContain(
    "Of 26 comparisons of a risk factor in a case, coders differed on 2 (8%). Of these differences, 2 were settled after discussion.",
  );
  const one = { ...everything, references: ["2016-02"] };
  expect(await methodsIn(one)).toContain(
    `Of 1 committed case, 1 was ${start} (1 by three coders).`,
  );
  const counts = await countHowRated(lead, one);
  expect(`${counts && methodsParagraph(counts)}\n`).toBe(await methodsIn(one));
});
