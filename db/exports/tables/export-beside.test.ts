import { strFromU8, unzipSync } from "fflate";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { caveatsFor } from "@/domain/caveats";
import { notFound } from "@/domain/outcome";
import { tableFiles } from "@/domain/tables/table-files";
import { assignCoders } from "../../assignments/assignments";
import { changeRecord } from "../../cases/case-records";
import { reopenCase } from "../../dataset/reopening";
import { must, pastTheProgram, person, release, temporaryStudy } from "../../fixtures";
import { readSheets } from "../../imports/sheets/read-sheets";
import type { Viewer } from "../../people/people";
import { bringReferenceCases } from "../../reference-cases.fixtures";
import type { TablesForReaders } from "../../tables/tables";
import { exportTables } from "./export-tables";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let analyst: Viewer;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2016-10-14T09:00:00Z") });
  study = await temporaryStudy();
  lead = await person("Lena", "lead", "coder");
  analyst = await person("Ana", "analyst");
  await bringReferenceCases(lead);
});
afterEach(() => {
  vi.useRealTimers();
  study.end();
});

const beside = tableFiles.filter(({ page }) => page !== "report").map(({ name }) => name);
const ofCoders = tableFiles.filter(({ page }) => page === "coders").map(({ name }) => name);

const now: TablesForReaders = { release: null, forPublication: false, thisSample: "2015" };

async function bytesOf(name: string, asked = now, viewer = lead): Promise<Buffer> {
  return must(await exportTables(viewer, name, asked)).bytes;
}

const csvOf = async (name: string, asked = now) =>
  (await bytesOf(name, asked)).toString("utf8").trimEnd().split("\n");

/** The paragraphs of a Word document, those in its tables too. */
async function paragraphsOf(name: string, asked = now): Promise<string[]> {
  const files = unzipSync(await bytesOf(name, asked));
  const xml = strFromU8(files["word/document.xml"] ?? new Uint8Array());
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([one]) =>
    [...one.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(""),
  );
}

async function notesOf(name: string): Promise<string[]> {
  const sheets = must(await readSheets({ name, bytes: await bytesOf(name) }));
  return sheets.at(-1)?.rows.map(({ cells }) => String(cells[0])) ?? [];
}

test("analyses as CSV have their figures as numbers", async () => {
  expect(await csvOf("case_mix.csv")).toEqual([
    'Case type,"2012 to 2014, cases","2012 to 2014, per cent","2015, cases","2015, per cent","2015, mean","2015, cases of the mean"',
    '"Public law, s31",18,31,12,52,15.5,12',
    '"Public law, other",6,10,1,4,13,1',
    '"Private law, WTFH only",14,24,3,13,11,3',
    '"Private law, WTFH and WAFH",17,29,4,17,13.8,4',
    "Public and private law,4,7,3,13,17,3",
    "All cases,59,100,23,100,14.7,23",
    '"All cases, at the earlier case mix",,,,,13.8,23',
  ]);
  expect((await csvOf("table_10_intervals.csv")).at(-1)).toBe(
    "All cases,12.2,59,10.4,14.2,14.7,23,12.9,16.5,12.9,82,11.4,14.4",
  );
  const [header, neglect] = await csvOf("factors_together.csv");
  expect(header).toMatch(/^Risk factor,Neglect,"Neglect, per cent",/);
  expect(neglect).toMatch(/^Neglect,\d+,\d+,/);
});

test("analyses as Word and Excel say what the page says, on what it rests and for whom it is", async () => {
  const found = await paragraphsOf("case_mix.docx");
  expect(found.slice(0, 2)).toEqual([
    "Mean risk rating at the earlier case mix",
    "The mean risk rating of 2015 is 14.7, over 23 cases. The mean of 2012 to 2014 is 12.2, over 59 cases.",
  ]);
  expect(found).toContain("11.0 (3) *");
  expect(found.slice(-12)).toEqual([
    "No interval is given for the mean at the earlier mix: it rests on each case type by itself, some of them with few cases.",
    "* Rests on 5 or fewer cases, or a mean or range on fewer than 10: not for publication as it is.",
    "Base: 82 analysed, committed cases of 2012 to 2015.",
    "For the team, and not for publication: some figures may rest on few cases.",
    "Latest version of each case on 14 October 2016, 10:00, made by Lena.",
    "What to keep in mind",
    ...caveatsFor("case_mix"),
  ]);
  expect((await notesOf("factors_together.xlsx")).slice(2, 6)).toEqual([
    "For the team, and not for publication: some figures may rest on few cases.",
    "Latest version of each case on 14 October 2016, 10:00, made by Lena.",
    "Base: 82 analysed, committed cases of 2012 to 2015.",
    "A factor counts where its agreed level is above Not indicated (or No).",
  ]);
});

test("practice leaves as files as soon as any is recorded", async () => {
  expect(await exportTables(lead, "practice_strengths.csv", now)).toEqual(notFound);
  const facts = { practice: [{ kind: "strength", theme: "recording", description: "" }] } as const;
  must(
    await changeRecord(lead, "2015-01", {
      ...{ section: "practice", seenRevision: 1, reason: "Page 4", confirmed: true, facts },
    }),
  );
  const lines = await csvOf("practice_strengths.csv");
  expect(lines[0]).toBe("Theme,2012,2013,2014,2015,All");
  expect(lines).toContain("Recording,0,0,0,1,1");
  expect(lines.at(-1)).toBe("All cases,23,10,26,23,82");
});

test("what coders gave leaves as files for leads", async () => {
  expect(await csvOf("mean_by_coder.csv")).toEqual([
    'Who decides,Mean,Cases,"As agreed, the same cases","As agreed, the same cases, cases",Ratings unlike the agreed,Ratings,"Ratings unlike the agreed, per cent"',
    expect.stringMatching(/^Coder A alone,15\.1,23,14\.7,23,/),
    expect.stringMatching(/^Coder B alone,14\.9,23,14\.7,23,/),
    "Coder C alone,14.3,18,14.2,18,23,234,10",
    expect.stringMatching(/^Majority,13\.2,14,13\.4,14,/),
    "As agreed,14.7,23,14.7,23,0,299,0",
  ]);
  expect((await csvOf("table_10_by_coder.csv")).at(-1)).toBe(
    "All cases,15.1,23,14.9,23,14.3,18,14.2,18,13.2,14,13.4,14,14.7,23",
  );
  expect((await csvOf("table_10_by_coder.csv"))[0]).toContain(
    ',Majority,"Majority, cases","As agreed, the same cases as the majority","As agreed, the same cases as the majority, cases",As agreed,',
  );
  expect((await csvOf("range_by_coder.csv"))[0]).toBe(
    'Law group,Coder A alone,Coder B alone,Coder C alone,"As agreed, the same cases as coder C alone",Majority,"As agreed, the same cases as the majority",As agreed',
  );
  expect(await csvOf("other_themes.csv")).toContain("No theme named,22");
  const found = await paragraphsOf("mean_by_coder.docx");
  expect(found.slice(0, 3)).toEqual([
    "Mean risk rating, by who decides",
    "Independent ratings are held for 23 of 23 analysed cases of 2015: 18 by 3 coders and 5 by 2 coders.",
    "One coder alone moves the mean risk rating by at most 0.4 before rounding: under coder A alone it is 15.1, and as agreed for the same 23 cases 14.7.",
  ]);
  expect(found).toContain("Base: 23 analysed, committed cases of 2015 with independent ratings.");
  expect(found).toContain("For leads, and not for publication: it shows what single coders gave.");
  expect(await notesOf("chart_2_by_coder.xlsx")).toContain(
    "Base: 13 analysed, committed cases of public law and 7 of private law, of 2015, with independent ratings.",
  );
  expect(await notesOf("range_by_coder.xlsx")).toContainEqual(
    expect.stringMatching(/^What a coder gave is what they gave first/),
  );
});

test("their chart is a picture with a bar for each coder, and in Word one for each page", {
  timeout: 60_000,
}, async () => {
  const svg = (await bytesOf("chart_1_by_coder.svg")).toString("utf8");
  const words = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
  expect(words[0]).toBe("Chart 1: cases by level of each risk factor, by who decides");
  expect(words).toContain("Neglect: Coder A");
  expect(words).toContain("Bars are of one length, also where there are fewer cases.");
  expect(words).not.toContainEqual(expect.stringMatching(/^As agreed, the same/));
  expect(words).toContain("For leads, and not for publication: it shows what single coders gave.");
  const png = await bytesOf("chart_1_by_coder.png");
  expect(png.readUInt32BE(16)).toBe(1890);
  const parts = Object.keys(unzipSync(await bytesOf("chart_1_by_coder.docx")));
  expect(parts.filter((name) => /^word\/media\/.*\.png$/.test(name))).toHaveLength(2);
});

test("a table with many columns lies on its side, with the names of its columns upright", async () => {
  const documentOf = async (name: string) => {
    const files = unzipSync(await bytesOf(name));
    const xml = strFromU8(files["word/document.xml"] ?? new Uint8Array());
    return {
      page: xml.match(/<w:pgSz[^>]*w:orient="(\w+)"/)?.[1],
      upright: [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(
        ([row]) => [...row.matchAll(/<w:textDirection w:val="btLr"\/>/g)].length,
      ),
    };
  };
  expect(await documentOf("factors_together.docx")).toEqual({
    page: "landscape",
    upright: [13, ...Array.from({ length: 13 }, () => 0)],
  });
  expect(await documentOf("case_mix.docx")).toEqual({
    page: "portrait",
    upright: Array.from({ length: 8 }, () => 0),
  });
});

test("those of a release are the same for ever, whoever takes them away", async () => {
  await release(lead);
  const ofRelease = { ...now, release: 1 };
  for (const name of ["case_mix.docx", "factors_together.xlsx", "chart_1_by_coder.png"]) {
    vi.setSystemTime(new Date("2016-10-14T09:00:00Z"));
    const first = await bytesOf(name, ofRelease);
    vi.setSystemTime(new Date("2016-12-01T09:00:00Z"));
    expect((await bytesOf(name, ofRelease)).equals(first), name).toBe(true);
  }
  expect(await paragraphsOf("mean_by_coder.docx", ofRelease)).toContainEqual(
    expect.stringMatching(/^Release 1 of 14 October 2016, made by Lena, SHA-256 [0-9a-f]{64}\.$/),
  );
});

test("each transfer is logged, with what was chosen", async () => {
  await bytesOf("case_mix.csv", { ...now, earlierSamples: ["2013", "2014"] });
  await bytesOf("other_themes.csv");
  const logged = pastTheProgram(study.dataDir, (db) =>
    db
      .prepare("select action, subject from audit_entries order by position desc limit 2")
      .raw()
      .all(),
  );
  expect(logged).toEqual([
    ["exported the dataset", "other_themes.csv, sample 2015"],
    ["exported the dataset", "case_mix.csv, sample 2015 beside 2013, 2014"],
  ]);
});

test("every other file can be made", { timeout: 60_000 }, async () => {
  const facts = { practice: [{ kind: "strength", theme: "recording", description: "" }] } as const;
  must(
    await changeRecord(lead, "2015-01", {
      ...{ section: "practice", seenRevision: 1, reason: "Page 4", confirmed: true, facts },
    }),
  );
  for (const name of beside.filter((one) => !one.startsWith("chart_1_by_coder")))
    expect((await bytesOf(name)).length, name).toBeGreaterThan(50);
});

test("none of them is for publication", async () => {
  await release(lead);
  expect(beside).toHaveLength(44);
  for (const name of beside)
    for (const asked of [
      { release: 1, forPublication: true },
      { release: null, forPublication: true },
    ])
      expect(await exportTables(lead, name, asked), name).toEqual(notFound);
});

test("what coders gave is for leads alone, and analyses for those who may export", async () => {
  const [coder, admin] = [await person("Ann", "coder"), await person("Adi", "admin")];
  expect(ofCoders).toHaveLength(20);
  for (const name of ofCoders)
    expect(await exportTables(analyst, name, now), name).toEqual(notFound);
  for (const name of beside)
    for (const viewer of [coder, admin])
      expect(await exportTables(viewer, name, now), name).toEqual(notFound);
  expect((await exportTables(analyst, "case_mix.csv", now)).kind).toBe("done");
});

test("they are of samples and releases that there are", async () => {
  for (const name of ["case_mix.csv", "mean_by_coder.csv"])
    for (const asked of [
      { ...now, thisSample: "1999" },
      { ...now, release: 9 },
    ])
      expect(await exportTables(lead, name, asked), name).toEqual(notFound);
});

test("a case that is being rated again is in none, and nobody has those of its release", async () => {
  await release(lead);
  must(await reopenCase(lead, "2015-01", "A chronology came in"));
  const [cy, dan] = [await person("Cy", "coder"), await person("Dan", "coder")];
  must(await assignCoders(lead, "2015-01", [cy.id, dan.id]));
  expect((await csvOf("case_mix.csv")).at(-2)).toMatch(/^All cases,59,100,22,100,/);
  expect((await csvOf("mean_by_coder.csv")).at(-1)).toMatch(/^As agreed,[\d.]+,22,/);
  for (const name of beside.filter((one) => !one.startsWith("practice")))
    expect((await exportTables(lead, name, { ...now, release: 1 })).kind, name).toBe("refused");
});
