import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Field, Row } from "@/domain/dataset/field";
import { csvLines } from "./csv";
import { spssFile } from "./spss";
import { workbook } from "./workbook";
import { sealed } from "./zip";

const fields: readonly Field[] = [
  { type: "text", name: "case_ref", label: "Reference", description: "" },
  {
    ...{ type: "code", name: "sex", label: "Sex", description: "" },
    codes: [
      { key: "female", label: "Female" },
      { key: "male", label: "Male" },
    ],
  },
  {
    ...{ type: "score", name: "neglect", label: "Neglect", description: "" },
    levels: [
      { score: 0, label: "Not indicated" },
      { score: 3, label: "High" },
    ],
  },
  { type: "integer", least: 0, name: "months", label: "Months", description: "" },
  { type: "date", name: "start_date", label: "Start", description: "" },
];
const rows: readonly Row[] = [
  { case_ref: "=1+1", sex: "male", neglect: 0, months: 0, start_date: "2014-10-14" },
  { case_ref: 'é, "quoted"', sex: null, neglect: null, months: null, start_date: null },
];

describe("CSV", () => {
  test("has names, marks what looks like a formula, and leaves empty what is missing", () => {
    expect(csvLines(fields, rows, true)).toBe(
      [
        "case_ref,sex,neglect,months,start_date",
        "'=1+1,male,0,0,2014-10-14",
        '"é, ""quoted""",,,,',
        "",
      ].join("\n"),
    );
    expect(csvLines(fields, [], false)).toBe("");
  });
});

describe("a workbook", () => {
  const sheet = { name: "children", title: "Index children", fields, rows };
  const xml = async (name: string) =>
    Buffer.from(unzipSync(await workbook([sheet]))[name] ?? "").toString("utf8");

  test("has its title in A1, the names below, and no cell for what is missing", async () => {
    const cells = [
      ...(await xml("xl/worksheets/sheet1.xml")).matchAll(/<c r="([A-Z]+\d+)"[^>]*>(.*?)<\/c>/g),
    ].map(([, place, content = ""]) => [place, content.replace(/<\/?[a-z]+[^>]*>/g, "")]);
    expect(cells.filter(([, content]) => content !== "").map(([place]) => place)).toEqual([
      "A1",
      ...["A2", "B2", "C2", "D2", "E2"],
      ...["A3", "B3", "C3", "D3", "E3"],
      "A4",
    ]);
  });

  test("has dates that every reader sees are dates", async () => {
    const styles = await xml("xl/styles.xml");
    expect(styles).toContain('<numFmt numFmtId="200" formatCode="yyyy-mm-dd"/>');
    expect(styles).toContain('<xf numFmtId="200" applyNumberFormat="1">');
    expect(await xml("xl/worksheets/sheet1.xml")).toMatch(/<c r="E3" s="\d+"><v>41926<\/v>/);
  });

  test("holds no formula and no merged cell", async () => {
    const content = await xml("xl/worksheets/sheet1.xml");
    expect(content).not.toMatch(/<f[ >]|mergeCell/);
  });

  test("is the same bytes whenever it is made", async () => {
    expect(await workbook([sheet])).toEqual(await workbook([sheet]));
  });
});

test("a zip is the same bytes for the same files, in whatever order they come", () => {
  const [a, b] = [Buffer.from("a"), Buffer.from("b")];
  expect(sealed({ a, b })).toEqual(sealed({ b, a }));
  expect(Object.keys(unzipSync(sealed({ b, a })))).toEqual(["a", "b"]);
});

describe("a file for SPSS", () => {
  const about = {
    title: "Index children",
    notes: [
      "Not for publication.",
      "A note that is longer than a line: it goes on, and on, until it has more than 80 bytes.",
    ],
  };
  const file = spssFile(fields, rows, about);
  const doubles = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => file.readDoubleLE(from + 8 * index));
  const ends = (text: string) => file.indexOf(text) + text.length;

  test("begins as such files do, with the number of places and rows", () => {
    expect(file.subarray(0, 4).toString()).toBe("$FL2");
    expect([file.readInt32LE(64), file.readInt32LE(68), file.readInt32LE(80)]).toEqual([2, 6, 2]);
  });

  test("has long names, labels of variables and labels of values", () => {
    const text = file.toString("utf8");
    expect(text).toContain("V00001=case_ref\tV00002=sex\tV00003=neglect\tV00004=months");
    for (const label of ["Reference", "Not indicated", "High", "Female", "Male"])
      expect(text).toContain(label);
  });

  test("has its notes in lines of 80 bytes", () => {
    const start = file.indexOf("Not for publication.");
    expect([file.readInt32LE(start - 8), file.readInt32LE(start - 4)]).toEqual([6, 3]);
    expect(file.subarray(start, start + 240).toString()).toBe(
      [
        "Not for publication.".padEnd(80),
        "A note that is longer than a line: it goes on, and on, until it has more than 80".padEnd(
          80,
        ),
        "bytes.".padEnd(80),
      ].join(""),
    );
  });

  test("has an address that is longer than a line whole, over several lines", () => {
    const address = `https://example.org/${"licences/".repeat(16)}é/`;
    const notes = [`Licence: ours, ${address}. Ask before use.`];
    const long = spssFile(fields, rows, { ...about, notes });
    const start = long.indexOf("Licence: ours,");
    expect(long.readInt32LE(start - 4)).toBe(4);
    const lines = [0, 80, 160, 240].map((at) =>
      long
        .subarray(start + at, start + at + 80)
        .toString()
        .trimEnd(),
    );
    expect(lines).toEqual([
      "Licence: ours,",
      "https://example.org/licences/licences/licences/licences/licences/licences/licenc",
      "es/licences/licences/licences/licences/licences/licences/licences/licences/licen",
      "ces/é/. Ask before use.",
    ]);
    expect(lines.join("")).toContain(address);
  });

  test("keeps two long names apart that begin alike", () => {
    const start = "Наблюдение за ребёнком и его семьёй по решению суда первой инстанции";
    const codes = [
      { key: "first_order", label: `${start}, весной` },
      { key: "second_order", label: `${start}, осенью` },
      { key: "other", label: `Иное ${start}` },
    ];
    const field: Field = { type: "code", name: "kind", label: "Kind", description: "", codes };
    const text = spssFile([field], [], about).toString("utf8");
    expect([...text.matchAll(/Наб[а-яё ]*… \((.*?)\)/g)].map(([, key]) => key)).toEqual([
      "first_order",
      "second_order",
    ]);
    expect(text).toContain("Иное Наблюдение за ребёнком и его семьёй по решению суда перв");
    expect(text).not.toContain("other");
  });

  test("holds 0 as 0, and what is missing as missing", () => {
    // The rows begin after the record that ends the dictionary.
    const start = ends("UTF-8") + 8;
    const missing = -Number.MAX_VALUE;
    expect(file.subarray(start, start + 16).toString()).toBe("=1+1            ");
    const day = (Date.parse("2014-10-14") - Date.parse("1582-10-14")) / 1000;
    expect(doubles(start + 16, 4)).toEqual([2, 0, 0, day]);
    expect(file.subarray(start + 48, start + 64).toString("utf8")).toBe('é, "quoted"    ');
    expect(doubles(start + 64, 4)).toEqual([missing, missing, missing, missing]);
    expect(file).toHaveLength(start + 96);
  });

  test("has no record of notes when there are none", () => {
    // Two numbers and three lines of 80 bytes are gone, and nothing else.
    expect(spssFile(fields, rows, { ...about, notes: [] })).toHaveLength(file.length - 248);
  });

  test("is the same bytes whenever it is made", () => {
    expect(spssFile(fields, rows, about)).toEqual(file);
  });
});
