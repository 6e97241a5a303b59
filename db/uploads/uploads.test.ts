import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { typedValue } from "@/domain/code-lists/edit";
import { refused } from "@/domain/outcome";
import { listCases } from "../cases/case-list";
import { getCaseRecord } from "../cases/case-records";
import {
  longWrite,
  must,
  pastTheProgram,
  person,
  refusal,
  saveAccount,
  temporaryStudy,
  textFile,
} from "../fixtures";
import { getImport } from "../imports/imports";
import { workbookOf } from "../imports/sheets/workbook.fixtures";
import { commandLineViewer, type Viewer, viewerOf } from "../people/people";
import { changeCodeList, currentCodeLists } from "../study/code-lists";
import { faultsCopy } from "./faults-copy";
import { bytesIn, writeJson } from "./folder";
import { uploadWith } from "./folders";
import { importOf, importUpload, refusalOf, reviewUpload } from "./importing";
import { endJob, jobOn, startImporting, startReading } from "./jobs";
import { matchColumns, matchValues } from "./matching";
import { throwOldUploadsAway, throwOldUploadsAwayByTheHour } from "./old-uploads";
import { prepareUpload } from "./prepare";
import { copyFiles, matchingSeen } from "./prepared";
import { beginUpload, discardUpload, getUpload, listUploads, readAgain } from "./uploads";
import { faultsCopyMadeHereToo, readHereToo } from "./uploads.fixtures";
import { writeFaultsCopy } from "./write-faults-copy";

// Reading an upload starts a process, which takes its time where others work too.
vi.setConfig({ testTimeout: 120_000 });

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
beforeEach(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead", "coder");
});
afterEach(() => study.end());

const header = "Ref,Sample,Case type,Incident type,Meth\n";
const good = textFile("cases.csv", `${header}2015-01,2015,s31,suicide,hybrid\n`);
const uploadsFolder = () => join(study.dataDir, "uploads");

/** Uploads files and waits until they are read. */
async function upload(...files: Parameters<typeof beginUpload>[1]): Promise<string> {
  const { id } = must(await beginUpload(lead, files));
  await jobOn(id)?.ended;
  await readHereToo(id);
  return id;
}

async function readyState(id: string) {
  const found = await getUpload(lead, id);
  if (found?.state.kind !== "ready") throw new Error(`${found?.state.kind}`);
  return found.state.prepared;
}

/** What the form of the columns sends when nothing in it is changed. */
async function columnsAsTheyAre(id: string): Promise<Parameters<typeof matchColumns>[2]> {
  const { matching } = await readyState(id);
  const sheets = matching.sheets.map(({ kind, headerLine, columns }) => ({
    kind: kind ?? "",
    headerLine: String(headerLine),
    lastLine: "",
    columns: columns.map(({ target }) => target ?? ""),
  }));
  return { sample: matching.sample, sheets };
}

test("an upload is read, matched, reviewed and imported, and its files are gone", async () => {
  const id = await upload(good);
  const { matching, cases, faultCount } = await readyState(id);
  expect([cases, faultCount]).toEqual([1, 0]);
  expect(matching.sheets[0]?.columns.map(({ target }) => target)).toEqual([
    "case_ref",
    "sample",
    "case_type",
    "incident_type",
    "scr_methodology",
  ]);
  expect((await listUploads(lead))?.map(({ files }) => files)).toEqual([["cases.csv"]]);
  const review = await reviewUpload(lead, id);
  expect(review?.counts).toMatchObject({ new: 1, changed: 0, refused: 0 });
  const imported = must(await importUpload(lead, id, { reason: "", seen: review?.seen ?? "" }));
  expect((await getImport(lead, imported.id ?? ""))?.files.map(({ name }) => name)).toEqual([
    "cases.csv",
  ]);
  expect((await listCases(lead, {}))?.rows.map(({ reference }) => reference)).toEqual(["2015-01"]);
  expect(importOf(lead, id)).toBe(imported.id);
  expect(await listUploads(lead)).toEqual([]);
  expect(readdirSync(uploadsFolder())).toEqual([]);
});

test("the list says of an upload that one of its files cannot be read", async () => {
  await upload(good);
  await upload({ name: "report.pdf", bytes: Buffer.from("%PDF-1.7\n") });
  const listed = await listUploads(lead);
  expect(listed?.map(({ files, unreadable }) => [files, unreadable])).toEqual([
    [["report.pdf"], true],
    [["cases.csv"], false],
  ]);
});

test("what was matched by hand is read again by that, and remembered by the next import", async () => {
  const odd = textFile("odd.csv", "Akte,Jahrgang,Case type,Incident type\nA-1,2015,s31,purple\n");
  const first = await upload(odd);
  expect((await readyState(first)).matching.sheets[0]?.kind).toBe(null);
  const sheet = { kind: "cases", headerLine: "1", lastLine: "", columns: [] };
  expect(await matchColumns(lead, first, { sample: "20/15", sheets: [sheet] })).toEqual(
    refusal("sample", "Enter a sample of letters, digits and hyphens"),
  );
  expect(must(await matchColumns(lead, first, { sample: "", sheets: [sheet] }))).toEqual({
    regrouped: true,
  });
  await jobOn(first)?.ended;
  const columns = ["case_ref", "sample", "case_type", "incident_type"];
  must(await matchColumns(lead, first, { sample: "", sheets: [{ ...sheet, columns }] }));
  await jobOn(first)?.ended;
  expect((await readyState(first)).faults.map(({ value }) => value)).toEqual(["purple"]);
  must(
    await matchValues(lead, first, {
      chosen: ({ columns: [column] }) =>
        column?.target.key === "incident_type" ? "suicide" : undefined,
      seen: matchingSeen(await readyState(first)),
    }),
  );
  await jobOn(first)?.ended;
  expect((await readyState(first)).faultCount).toBe(0);
  const seen = (await reviewUpload(lead, first))?.seen ?? "";
  must(await importUpload(lead, first, { reason: "", seen }));
  await jobOn(first)?.ended;

  const second = await upload({
    ...odd,
    bytes: Buffer.from(Buffer.from(odd.bytes).toString().replace("A-1", "A-2")),
  });
  const { matching, faultCount } = await readyState(second);
  expect(faultCount).toBe(0);
  expect(matching.sheets[0]?.columns.map(({ target }) => target)).toEqual(columns);
});

test("what is saved as it was read is not read again, and what is not is", async () => {
  const id = await upload(good);
  const first = jobOn(id);
  must(await matchColumns(lead, id, await columnsAsTheyAre(id)));
  const seen = matchingSeen(await readyState(id));
  must(await matchValues(lead, id, { chosen: () => undefined, seen }));
  expect(jobOn(id)).toBe(first);

  const { case_type: caseTypes } = await currentCodeLists();
  const values = caseTypes.values.map((value) => ({
    ...typedValue(caseTypes, value),
    ...(value.key === "public_s31" && { label: "Care proceedings" }),
  }));
  must(await changeCodeList(lead, "case_type", { seenVersion: 1, reason: "Plainer", values }));
  must(await matchColumns(lead, id, await columnsAsTheyAre(id)));
  const second = jobOn(id);
  expect(second, "read by the code lists as they are now").not.toBe(first);
  await second?.ended;
  must(await matchColumns(lead, id, { ...(await columnsAsTheyAre(id)), sample: "2016" }));
  expect(jobOn(id), "read by another sample").not.toBe(second);
  await jobOn(id)?.ended;
  expect((await readyState(id)).matching.sample).toBe("2016");
});

test("what this process has not read is read again by the same matching", async () => {
  const id = await upload(good);
  endJob(id);
  must(await matchColumns(lead, id, await columnsAsTheyAre(id)));
  await jobOn(id)?.ended;
  expect(jobOn(id)?.kind, "as after a new start").toBe("reading");
  await startImporting(id, lead.id, async () => refused("", "Not yet")).ended;
  must(await matchColumns(lead, id, await columnsAsTheyAre(id)));
  await jobOn(id)?.ended;
  expect(jobOn(id)?.kind, "where an import was tried last").toBe("reading");
});

test("values that were chosen over another matching are refused, and nothing of them is saved", async () => {
  const id = await upload(good);
  const seen = matchingSeen(await readyState(id));
  const review = await reviewUpload(lead, id);
  const columns = ["case_ref", "sample", "case_type", "incident_type", ""];
  const sheets = [{ kind: "cases", headerLine: "1", lastLine: "", columns }];
  must(await matchColumns(lead, id, { sample: "", sheets }));
  await jobOn(id)?.ended;
  const { matching } = await readyState(id);
  expect(await matchValues(lead, id, { chosen: () => "public_other", seen })).toEqual(
    refusal(
      "",
      "The columns or values were matched in another window after you opened this page, so nothing of it was saved. Open it in another tab to see what holds now, and choose there what you want to keep.",
    ),
  );
  expect((await readyState(id)).matching).toEqual(matching);
  // Nor is imported what the check did not show.
  expect(await importUpload(lead, id, { reason: "", seen: review?.seen ?? "" })).toEqual(
    refusal(
      "seen",
      "What the files say or the study holds has changed since the check. Check again to see what holds now.",
    ),
  );
});

test("in which order dates are is asked, read by, refused over another matching, and remembered", async () => {
  const days = (ref: string) =>
    textFile(
      "cases.csv",
      `Ref,Sample,Case type,Incident type,Period 1 start\n${ref},2015,s31,suicide,3/4/2014\n`,
    );
  const ordersOf = async (id: string) =>
    (await readyState(id)).columns
      .filter(({ header: one }) => one === "Period 1 start")
      .flatMap(({ texts }) => texts.map(({ key, sureness }) => [key, sureness]));
  const monthFirst: Parameters<typeof matchValues>[2]["chosen"] = ({ choices }) =>
    choices.some(({ key }) => key === "month_first") ? "month_first" : undefined;

  const first = await upload(days("2015-01"));
  expect(await ordersOf(first)).toEqual([["day_first", "guess"]]);
  const stale = matchingSeen(await readyState(first));
  must(await matchValues(lead, first, { chosen: monthFirst, seen: stale }));
  await jobOn(first)?.ended;
  expect(await ordersOf(first)).toEqual([["month_first", "chosen"]]);
  const again = await matchValues(lead, first, { chosen: () => "day_first", seen: stale });
  expect(again.kind).toBe("refused");
  expect(await ordersOf(first)).toEqual([["month_first", "chosen"]]);
  const seen = (await reviewUpload(lead, first))?.seen ?? "";
  must(await importUpload(lead, first, { reason: "", seen }));
  await jobOn(first)?.ended;
  const recorded = await getCaseRecord(lead, "2015-01");
  expect(recorded?.record.periods.map(({ startDate }) => startDate)).toEqual(["2014-03-04"]);

  expect(await ordersOf(await upload(days("2015-02")))).toEqual([["month_first", "remembered"]]);
});

test("headers are found below many rows of remarks, and can be saved there", async () => {
  const remarks = Array.from({ length: 29 }, (_, index) => `Remark ${index + 1}`).join("\n");
  const id = await upload(textFile("low.csv", `${remarks}\n${Buffer.from(good.bytes)}`));
  const { matching, sheets } = await readyState(id);
  expect([matching.sheets[0]?.headerLine, sheets[0]?.first.at(-1)?.line]).toEqual([30, 30]);
  const columns = matching.sheets[0]?.columns.map(({ target }) => target ?? "") ?? [];
  const typed = { kind: "cases", headerLine: "30", lastLine: "", columns };
  expect(must(await matchColumns(lead, id, { sample: "", sheets: [typed] }))).toEqual({
    regrouped: false,
  });
  await jobOn(id)?.ended;
  expect((await readyState(id)).cases).toBe(1);
});

test("rows below the table are left out, counted and shown, and read when somebody says so", async () => {
  const text = `${Buffer.from(good.bytes)}`.trimEnd();
  const id = await upload(textFile("totals.csv", `${text}\nTotal,1\n\nNote: one is missing\n`));
  const { matching, sheets, cases, faultCount } = await readyState(id);
  expect([matching.sheets[0]?.lastLine, cases, faultCount]).toEqual([2, 1, 0]);
  expect(sheets[0]?.below).toEqual({
    rows: 2,
    first: [
      { line: 3, cells: ["Total", "1"] },
      { line: 5, cells: ["Note: one is missing"] },
    ],
  });
  const columns = matching.sheets[0]?.columns.map(({ target }) => target ?? "") ?? [];
  const typed = { kind: "cases", headerLine: "1", lastLine: "", columns };
  must(await matchColumns(lead, id, { sample: "", sheets: [typed] }));
  await jobOn(id)?.ended;
  const { sheets: whole, faults } = await readyState(id);
  expect(whole[0]?.below).toBe(undefined);
  expect([...new Set(faults.map(({ line }) => line))]).toEqual([3, 5]);
});

test("below a sheet that is left out nothing is left out", async () => {
  const row = (...cells: string[]) =>
    `<row>${cells.map((cell) => `<c t="str"><v>${cell}</v></c>`).join("")}</row>`;
  const cases = row("Ref", "Sample", "Case type") + row("2015-01", "2015", "s31");
  const id = await upload({
    name: "cases.xlsx",
    bytes: workbookOf({ sheets: { Cases: cases, Old: cases + row("2015-02", "2015", "s31") } }),
  });
  const columns = ["case_ref", "sample", "case_type"];
  const typed = { headerLine: "1", lastLine: "2", columns };
  const sheets = [
    { ...typed, kind: "cases" },
    { ...typed, kind: "" },
  ];
  must(await matchColumns(lead, id, { sample: "", sheets }));
  await jobOn(id)?.ended;
  await readHereToo(id);
  expect((await readyState(id)).sheets.map(({ below }) => below)).toEqual([undefined, undefined]);
});

test("a sheet that is left out needs no row with headers, and an empty one has none", async () => {
  const cells = `${Buffer.from(good.bytes)}`
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  const xml = cells.map((texts) => {
    const row = texts.map((text) => `<c t="str"><v>${text}</v></c>`).join("");
    return `<row>${row}</row>`;
  });
  const bytes = workbookOf({ sheets: { Cases: xml.join(""), Sheet2: "" } });
  const id = await upload({ name: "cases.xlsx", bytes });
  const saved = must(await matchColumns(lead, id, await columnsAsTheyAre(id)));
  expect(saved).toEqual({ regrouped: false });
});

describe("nobody but the lead whose it is", () => {
  test("sees an upload or does anything with it", async () => {
    const id = await upload(good);
    const others = [
      await person("Olga", "lead"),
      await person("Ann", "coder"),
      await person("Dora", "analyst"),
      await person("Ada", "admin"),
    ];
    const seen = matchingSeen(await readyState(id));
    for (const other of others) {
      expect(await getUpload(other, id)).toBe(null);
      expect(await reviewUpload(other, id)).toBe(null);
      expect([importOf(other, id), refusalOf(other, id)]).toEqual([null, null]);
      const attempts = [
        await matchColumns(other, id, { sample: "", sheets: [] }),
        await matchValues(other, id, { chosen: () => undefined, seen }),
        await readAgain(other, id),
        await importUpload(other, id, { reason: "", seen: "" }),
        await faultsCopy(other, id),
        await discardUpload(other, id),
      ];
      expect(attempts).toEqual(Array(6).fill({ kind: "not_found" }));
    }
    expect(await Promise.all(others.map(listUploads))).toEqual([[], null, null, null]);
    expect(await beginUpload(others[1] as Viewer, [good])).toEqual({ kind: "not_found" });
    expect((await getUpload(lead, id))?.state.kind).toBe("ready");
  });

  test("learns what came of an import that went on in the background", async () => {
    const id = await upload(good);
    const seen = (await reviewUpload(lead, id))?.seen ?? "";
    must(await importUpload(lead, id, { reason: "", seen }));
    expect(importOf(await person("Olga", "lead"), id)).toBe(null);
  });

  test("nor does that lead, once they lead no more", async () => {
    const [waiting, imported] = [await upload(good), await upload(good)];
    const seen = (await reviewUpload(lead, imported))?.seen ?? "";
    must(await importUpload(lead, imported, { reason: "", seen }));
    const change = { roles: ["coder"], active: true } as const;
    must(await saveAccount(await person("Ada", "admin"), lead.id, change));
    const coder = await viewerOf(lead.id);
    if (!coder) throw new Error("Lena has no account");
    expect(await getUpload(coder, waiting)).toBe(null);
    expect(await discardUpload(coder, waiting)).toEqual({ kind: "not_found" });
    expect(importOf(coder, imported)).toBe(null);
    expect(importOf(lead, imported)).toMatch(/^[\w-]{36}$/);
  });
});

describe("an import that is refused", () => {
  const changed =
    "What the files say or the study holds has changed since the check. Check again to see what holds now.";

  test("says so to whoever asked for it, and not again to whoever comes back", async () => {
    const id = await upload(good);
    expect(await importUpload(lead, id, { reason: "", seen: "another" })).toEqual(
      refusal("seen", changed),
    );
    expect(refusalOf(lead, id)).toBe(null);
    expect((await getUpload(lead, id))?.state.kind).toBe("ready");
  });

  test("in the background is told once, to the lead whose it is", async () => {
    const id = await upload(good);
    const { stored, end } = longWrite();
    const asked = importUpload(lead, id, { reason: "", seen: "another" });
    expect(must(await asked)).toEqual({ id: null });
    end();
    await stored;
    await jobOn(id)?.ended;
    expect(refusalOf(await person("Olga", "lead"), id)).toBe(null);
    expect(refusalOf(lead, id)).toEqual([{ field: "seen", message: changed }]);
    expect(refusalOf(lead, id)).toBe(null);
    expect((await getUpload(lead, id))?.state.kind).toBe("ready");
    const seen = (await reviewUpload(lead, id))?.seen ?? "";
    must(await importUpload(lead, id, { reason: "", seen }));
  });
});

test("whoever works from the command line uploads nothing", async () => {
  expect(await beginUpload(commandLineViewer(), [good])).toEqual({ kind: "not_found" });
});

test("an id leads to no other folder", async () => {
  const ticket = uploadWith(await upload(good))?.ticket;
  writeJson(study.dataDir, "ticket.json", ticket);
  writeJson(uploadsFolder(), "ticket.json", ticket);
  for (const id of ["..", "../..", ".", "", "x", "%2e%2e"])
    expect(await getUpload(lead, id)).toBe(null);
});

test("the folder is closed to others of the machine", async () => {
  const id = await upload(good);
  const folder = join(uploadsFolder(), id);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  for (const name of readdirSync(folder))
    expect(statSync(join(folder, name)).mode & 0o777, name).toBe(0o600);
});

test("what cannot be taken is refused before it is read", async () => {
  const large = { name: "large.csv", bytes: new Uint8Array(25_000_001) };
  const refusedAs = (message: string) => refusal("files", message);
  expect(await beginUpload(lead, [])).toEqual(refusedAs("Choose a file"));
  const nothing = { name: "nothing.csv", bytes: new Uint8Array() };
  expect(await beginUpload(lead, [good, nothing])).toEqual(
    refusedAs("One of the files has nothing in it. Choose files with rows in them"),
  );
  expect(await beginUpload(lead, Array(11).fill(good))).toEqual(
    refusedAs("Choose at most 10 files"),
  );
  expect(await beginUpload(lead, [large])).toEqual(
    refusedAs("The files are larger than 25 MB together. Choose smaller ones"),
  );
  expect(existsSync(uploadsFolder())).toBe(false);
});

test("a file that cannot be read says so, and is thrown away by whoever sent it", async () => {
  const id = await upload({ name: "report.pdf", bytes: Buffer.from("%PDF-1.7\n") });
  expect((await getUpload(lead, id))?.state).toMatchObject({
    kind: "unreadable",
    file: "report.pdf",
  });
  expect(await reviewUpload(lead, id)).toBe(null);
  await prepareUpload(join(uploadsFolder(), id));
  expect((await getUpload(lead, id))?.state.kind).toBe("unreadable");
  must(await discardUpload(lead, id));
  expect(await getUpload(lead, id)).toBe(null);
  expect(readdirSync(uploadsFolder())).toEqual([]);
});

test("there is no copy of files that have been damaged since", async () => {
  const id = await upload(good);
  writeFileSync(join(uploadsFolder(), id, "0.file"), "%PDF-1.7\n");
  expect(await faultsCopy(lead, id)).toEqual({ kind: "not_found" });
  const { folder = "" } = uploadWith(id) ?? {};
  await writeFaultsCopy(folder);
  expect(bytesIn(folder, copyFiles.copy)).toBe(null);
  expect(await faultsCopy(lead, id)).toEqual({ kind: "not_found" });
});

test("there is no copy of files that were not read yet", async () => {
  const id = await upload(good);
  const { folder = "" } = uploadWith(id) ?? {};
  rmSync(join(folder, "prepared.json"));
  await writeFaultsCopy(folder);
  expect(bytesIn(folder, copyFiles.copy)).toBe(null);
});

test("with a fault nothing is imported, and a copy of the file says what it is", async () => {
  const bad = textFile("bad.csv", `${header}2015-01,2015,s31,suicide,quick\n`);
  const id = await upload(bad);
  expect((await readyState(id)).faults).toEqual([
    {
      file: "bad.csv",
      line: 2,
      column: "Meth",
      value: "quick",
      expected: "Traditional, Hybrid, SCIE, Unclear or blank",
    },
  ]);
  const seen = (await reviewUpload(lead, id))?.seen ?? "";
  expect(await importUpload(lead, id, { reason: "", seen })).toEqual({ kind: "not_found" });
  const copy = must(await faultsCopy(lead, id));
  const seconds = new Date(Date.now() + 5_000);
  vi.useFakeTimers({ now: seconds, toFake: ["Date"] });
  expect(must(await faultsCopy(lead, id)).equals(copy)).toBe(true);
  vi.useRealTimers();
  const again = await upload({ name: "faults.xlsx", bytes: copy });
  expect((await readyState(again)).sheets[0]?.first).toEqual([
    { line: 1, cells: ["Faults", "Ref", "Sample", "Case type", "Incident type", "Meth"] },
    {
      line: 2,
      cells: [
        "Column Meth: “quick” found, expected Traditional, Hybrid, SCIE, Unclear or blank",
        ...["2015-01", "2015", "s31", "suicide", "quick"],
      ],
    },
  ]);
});

test("a reference of which a date was made stays a fault in the copy, one with zeros stays whole", async () => {
  const styles = `<numFmts><numFmt numFmtId="164" formatCode="0000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="17"/><xf numFmtId="164"/></cellXfs>`;
  const texts = (...cells: string[]) =>
    cells.map((cell) => `<c t="str"><v>${cell}</v></c>`).join("");
  const facts = texts("2015", "s31", "suicide");
  const headers = texts("Ref", "Sample", "Case type", "Incident type");
  const bytes = workbookOf({
    styles,
    sheets: {
      Cases: `<row>${headers}</row><row><c s="1"><v>42186</v></c>${facts}</row><row><c s="2"><v>7</v></c>${facts}</row>`,
    },
  });
  const id = await upload({ name: "cases.xlsx", bytes });
  const first = await readyState(id);
  expect(first.sheets[0]?.samples[0]).toEqual(["Jul-15", "0007"]);
  expect(first.faults.map(({ line, value }) => [line, value])).toEqual([
    [2, "Jul-15, the date 1 July 2015"],
  ]);
  const again = await upload({ name: "faults.xlsx", bytes: await faultsCopyMadeHereToo(lead, id) });
  const second = await readyState(again);
  expect(second.faults.map(({ line, value }) => [line, value])).toEqual([[2, "1 July 2015"]]);
  expect(second.sheets[0]?.samples[1]).toEqual(["1 July 2015", "0007"]);
});

test("a sample of which a date was made stays a fault in the copy, one shown as a year stays that", async () => {
  const styles = `<numFmts><numFmt numFmtId="164" formatCode="yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="17"/><xf numFmtId="164"/></cellXfs>`;
  const text = (cell: string) => `<c t="str"><v>${cell}</v></c>`;
  const headers = ["Ref", "Sample", "Case type", "Incident type"].map(text).join("");
  const row = (reference: string, sample: string) =>
    `<row>${text(reference)}${sample}${text("s31")}${text("suicide")}</row>`;
  const december = row("A-1", `<c s="1"><v>40878</v></c>`);
  const year = row("A-2", `<c s="2"><v>42005</v></c>`);
  const bytes = workbookOf({
    styles,
    sheets: { Cases: `<row>${headers}</row>${december}${year}` },
  });
  const id = await upload({ name: "cases.xlsx", bytes });
  const told = ({ faults }: Awaited<ReturnType<typeof readyState>>) =>
    faults.map(({ line, column, value }) => [line, column, value]);
  expect(told(await readyState(id))).toEqual([[2, "Sample", "Dec-11, the date 1 December 2011"]]);
  const again = await upload({ name: "faults.xlsx", bytes: await faultsCopyMadeHereToo(lead, id) });
  const second = await readyState(again);
  expect(told(second)).toEqual([[2, "Sample", "1 December 2011 (a date)"]]);
  expect(second.sheets[0]?.samples[2]).toEqual(["1 December 2011 (a date)", "2015"]);
});

test("a number of days of a workbook that counts from 1904 is the same day in the copy", async () => {
  const texts = (...cells: string[]) =>
    cells.map((cell) => `<c t="str"><v>${cell}</v></c>`).join("");
  const headers = texts("Ref", "Sample", "Case type", "Incident type", "Period 1 start", "Meth");
  const facts = `${texts("2015-01", "2015", "s31", "suicide")}<c><v>41926</v></c>${texts("quick")}`;
  const bytes = workbookOf({
    from1904: true,
    sheets: { Cases: `<row>${headers}</row><row>${facts}</row>` },
  });
  const id = await upload({ name: "cases.xlsx", bytes });
  const { doubts } = await readyState(id);
  expect(
    doubts?.map(({ line, column, value, expected }) => [line, column, value, expected]),
  ).toEqual([[2, "Period 1 start", "41926", expect.stringMatching(/taken for 15 October 2018$/)]]);
  const again = await upload({ name: "faults.xlsx", bytes: await faultsCopyMadeHereToo(lead, id) });
  expect((await readyState(again)).sheets[0]?.samples[5]).toEqual(["2018-10-15"]);
});

test("a text that a CSV of Concord has to mark stands in the copy without its mark", async () => {
  const own = "case_ref,sample,case_type,incident_type,scr_methodology,incident_rationale\n";
  const rows =
    "2015-01,2015,s31,suicide,quick,'- at home\n2015-02,2015,s31,suicide,hybrid,'+ one\n";
  const id = await upload(textFile("cases.csv", own + rows));
  const again = await upload({ name: "faults.xlsx", bytes: await faultsCopyMadeHereToo(lead, id) });
  const { sheets, faultCount } = await readyState(again);
  expect([sheets[0]?.samples.at(-1), faultCount]).toEqual([["- at home", "+ one"], 1]);
});

test("what may not be what was meant is told, and can be imported", async () => {
  const id = await upload(textFile("cases.csv", `${header}Jul-15,2015,s31,suicide,hybrid\n`));
  const { doubts, cases, faultCount } = await readyState(id);
  expect([cases, faultCount, doubts?.map(({ value }) => value)]).toEqual([1, 0, ["Jul-15"]]);
});

describe("an upload that nobody went on with for a week", () => {
  /** One of eight days ago, and what is left of another that was cut short. */
  async function oldUpload(): Promise<string> {
    const id = await upload(good);
    const madeAt = new Date(Date.now() - 8 * 86_400_000).toISOString();
    writeJson(join(uploadsFolder(), id), "ticket.json", { ...uploadWith(id)?.ticket, madeAt });
    mkdirSync(join(uploadsFolder(), crypto.randomUUID()));
    return id;
  }

  test("is thrown away with the next upload", async () => {
    await oldUpload();
    const other = await upload(good);
    expect(readdirSync(uploadsFolder())).toEqual([other]);
  });

  test("is no longer listed, and gone", async () => {
    await oldUpload();
    expect(await listUploads(lead)).toEqual([]);
    expect(readdirSync(uploadsFolder())).toEqual([]);
  });

  test("goes alone: what somebody has put beside it stays", async () => {
    await oldUpload();
    writeFileSync(join(uploadsFolder(), "notes.txt"), "Not of Concord");
    throwOldUploadsAway();
    expect(readdirSync(uploadsFolder())).toEqual(["notes.txt"]);
  });

  test("is thrown away within an hour though nobody asks for anything", async () => {
    await oldUpload();
    vi.useFakeTimers({ toFake: ["setInterval"] });
    throwOldUploadsAwayByTheHour();
    vi.advanceTimersByTime(3_600_000);
    vi.useRealTimers();
    expect(readdirSync(uploadsFolder())).toEqual([]);
  });

  test("stays while it is being read", async () => {
    const id = await oldUpload();
    const { folder = "", ticket } = uploadWith(id) ?? {};
    const { ended } = startReading(id, folder, ticket?.personId ?? "");
    throwOldUploadsAway();
    await ended;
    expect((await getUpload(lead, id))?.state.kind).toBe("ready");
  });
});

test("nothing of an upload is in the study before it is imported", async () => {
  const rows = () =>
    pastTheProgram(study.dataDir, (db) =>
      ["cases", "imports", "audit_entries"].map((table) =>
        db.prepare(`select count(*) from ${table}`).pluck().get(),
      ),
    );
  const before = rows();
  await upload(good);
  expect(rows()).toEqual(before);
});

test("an older file has values by names that they had before, and those that were merged", async () => {
  const { methodology, case_type: caseTypes } = await currentCodeLists();
  const merged = methodology.values.map((value) => ({
    ...typedValue(methodology, value),
    ...(value.key === "hybrid" && { mergedInto: "scie" }),
  }));
  const renamed = caseTypes.values.map((value) => ({
    ...typedValue(caseTypes, value),
    ...(value.key === "public_s31" && { label: "Care proceedings" }),
  }));
  const edit = { seenVersion: 1, reason: "As the team says it" };
  must(await changeCodeList(lead, "methodology", { ...edit, values: merged }));
  must(await changeCodeList(lead, "case_type", { ...edit, values: renamed }));
  const row = '2015-01,2015,"Public law, s31",suicide,Hybrid\n';
  const { columns, cases } = await readyState(await upload(textFile("cases.csv", header + row)));
  expect(cases).toBe(1);
  expect(
    columns.flatMap(({ texts }) => texts.map(({ text, key, sureness }) => [text, key, sureness])),
  ).toEqual([
    ["Public law, s31", "public_s31", "former"],
    ["suicide", "suicide", "same"],
    ["Hybrid", "scie", "former"],
  ]);
});
