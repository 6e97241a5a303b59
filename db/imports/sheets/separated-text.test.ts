import { describe, expect, test } from "vitest";
import { must } from "../../fixtures";
import { readSheets } from "./read-sheets";
import { separatorOf } from "./separator";
import { sheetsOf, whyRefused } from "./workbook.fixtures";

const utf8 = (text: string) => Buffer.from(text, "utf8");
const little = (text: string) => Buffer.from(text, "utf16le");
const big = (text: string) => little(text).swap16();
const rowsOf = async (bytes: Uint8Array) => (await sheetsOf(bytes, "cases.csv"))[0]?.rows;
const cellsOf = async (text: string) => (await rowsOf(utf8(text)))?.map(({ cells }) => cells);

test("a text file is one sheet with the name of the file, and lines for rows", async () => {
  expect(await sheetsOf(utf8("case_ref,sample\n\n2015-01,2015\n"), "cases.csv")).toEqual([
    {
      name: "cases.csv",
      rows: [
        { line: 1, cells: ["case_ref", "sample"] },
        { line: 3, cells: ["2015-01", "2015"] },
      ],
    },
  ]);
});

describe("the letters are read in", () => {
  const text = "mother,€ – “Zoë” é\n";
  const cells = [{ line: 1, cells: ["mother", "€ – “Zoë” é"] }];
  test.each<[string, Uint8Array]>([
    ["UTF-8", utf8(text)],
    ["UTF-8 with a byte order mark", utf8(`\ufeff${text}`)],
    ["UTF-16, the small byte first", little(`\ufeff${text}`)],
    ["UTF-16, the large byte first", big(`\ufeff${text}`)],
    ["Windows-1252", Buffer.from("mother,\x80 \x96 \x93Zo\xeb\x94 \xe9\n", "latin1")],
  ])("%s", async (_, bytes) => {
    expect(await rowsOf(bytes)).toEqual(cells);
  });

  test("Windows-1252, where it is not Latin-1", async () => {
    const without = [0x81, 0x8d, 0x8f, 0x90, 0x9d];
    const bytes = Array.from({ length: 32 }, (_, index) => 0x80 + index).filter(
      (byte) => !without.includes(byte),
    );
    expect(await rowsOf(Buffer.from(bytes))).toEqual([
      { line: 1, cells: ["€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"] },
    ]);
  });

  // The last letter has its zero in the other byte.
  test.each<[string, Uint8Array]>([
    ["the small byte first", little("case_ref,age\n2015-01,é Ā\n")],
    ["the large byte first", big("case_ref,age\n2015-01,é Ā\n")],
  ])("UTF-16 without a mark, %s", async (_, bytes) => {
    expect(await rowsOf(bytes)).toEqual([
      { line: 1, cells: ["case_ref", "age"] },
      { line: 2, cells: ["2015-01", "é Ā"] },
    ]);
  });

  test.each<[string, Uint8Array]>([
    ["a mark for UTF-8 before other bytes", Buffer.from("\xef\xbb\xbfZo\xeb,1\n", "latin1")],
    ["half a letter of UTF-16", little("\ufeffcase,age\n").subarray(0, 19)],
    [
      "a byte that Windows-1252 does not have",
      Buffer.from(`Zo\xeb,\x81\n${"1,2\n".repeat(50)}`, "latin1"),
    ],
    [
      "a byte of Windows-1252 among letters of UTF-8",
      Buffer.concat([
        Buffer.from("café – Zoë’s,1\n".repeat(50)),
        Buffer.from("caf\xe9,2\n", "latin1"),
      ]),
    ],
    ["UTF-8 that ends within a letter", Buffer.from("Zoë,1\ncafé").subarray(0, -1)],
  ])("no other way: %s is refused", async (_, bytes) => {
    expect(await whyRefused(bytes, "cases.csv")).toBe(
      "file: The letters of this text file cannot be told for certain. Save it as “CSV UTF-8” and upload that.",
    );
  });
});

describe("the separator is found:", () => {
  test.each([
    ["commas", "a,b\n1,2\n"],
    ["semicolons", "a;b\n1;2\n"],
    ["tabs", "a\tb\n1\t2\n"],
    ["bars", "a|b\n1|2\n"],
    ["what the first line names", "sep=;\na;b\n1;2\n"],
  ])("%s", async (_, text) => {
    expect(await cellsOf(text)).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
  });

  test("semicolons, where numbers have commas", async () => {
    expect(await cellsOf("a;b;c\n1,5;2,5;3,5\n1,0;2;3,25\n")).toEqual([
      ["a", "b", "c"],
      ["1,5", "2,5", "3,5"],
      ["1,0", "2", "3,25"],
    ]);
  });

  test("semicolons, below a title and with commas in quoted text", async () => {
    const text = 'Cases, all of them\nref;why\n1;"a, ""b"", c; d, e"\n2;"x, y, z"\n';
    expect(await cellsOf(text)).toEqual([
      ["Cases, all of them"],
      ["ref", "why"],
      ["1", 'a, "b", c; d, e'],
      ["2", "x, y, z"],
    ]);
  });

  test("semicolons, where each row has as many commas in quoted text", async () => {
    expect(await cellsOf('"a, b";1\n"c, d";2\n')).toEqual([
      ["a, b", "1"],
      ["c, d", "2"],
    ]);
  });

  test.each([
    ["one", '5"'],
    ["two", '5""'],
  ])("a row of text with %s quotation marks out of place ends where it ends", (_, text) => {
    expect(separatorOf(`Cases, all\n${text};1\na;2\nb;3\n`)).toBe(";");
  });

  test("that of the first 50 lines, whatever follows", () => {
    expect(separatorOf(`${"a;b\n".repeat(50)}${"a,b\n".repeat(60)}`)).toBe(";");
  });

  test("the line that names it counts as a line", async () => {
    expect(await rowsOf(utf8("sep=,\r\na,b;c\r\n"))).toEqual([{ line: 2, cells: ["a", "b;c"] }]);
  });

  test("no separator is needed for one column", async () => {
    expect(await cellsOf("case_ref\n2015-01\n")).toEqual([["case_ref"], ["2015-01"]]);
  });
});

test("cells stay as they are written", async () => {
  expect(await cellsOf(' a , b\n007,"  x  "\n=1+1,03.0\n"",TRUE\n')).toEqual([
    [" a ", " b"],
    ["007", "  x  "],
    ["=1+1", "03.0"],
    ["", "TRUE"],
  ]);
});

test("rows stay as long as they are, but for blank cells at the end", async () => {
  expect(await cellsOf("a,b,c\n1\n1,2,3,4\n1,,\n,,\n")).toEqual([
    ["a", "b", "c"],
    ["1"],
    ["1", "2", "3", "4"],
    ["1"],
  ]);
});

describe("lines end in", () => {
  test.each([
    ["a line feed", "\n"],
    ["both", "\r\n"],
    ["a carriage return", "\r"],
  ])("%s, also inside a cell, and a row has the number of its first line", async (_, end) => {
    const text = ["a,b", '"one', "", 'two",2', "", "3,4"].join(end);
    expect(await rowsOf(utf8(text))).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 2, cells: [`one${end}${end}two`, "2"] },
      { line: 6, cells: ["3", "4"] },
    ]);
  });

  test("different ways in one file", async () => {
    expect(await rowsOf(utf8("a,b\r\n1,2\n3,4\r5,6"))).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 2, cells: ["1", "2"] },
      { line: 3, cells: ["3", "4"] },
      { line: 4, cells: ["5", "6"] },
    ]);
  });
});

describe("a quotation mark out of place is refused with the line of its row:", () => {
  const sentence = (line: number) =>
    `file: A quotation mark is out of place in the row that begins at line ${line}. Close each one that is opened, write those inside a cell twice (""), and upload the file again.`;
  test.each([
    ["inside a cell", 'a,b\n"x\ny",1\n5" tall,2\n', 4],
    ["behind a closing one", 'a,b\n1,"x"y\n', 2],
    ["never closed", 'a,b\n1,2\n3,"x\n4,5\n6,7\n', 3],
  ])("%s", async (_, text, line) => {
    expect(await whyRefused(utf8(text), "cases.csv")).toBe(sentence(line));
  });

  test("in a file that is read in many pieces", async () => {
    const text = `${"2015-01,2015,neglect\n".repeat(20_000)}x"y,2\n`;
    expect(await whyRefused(utf8(text), "cases.csv")).toBe(sentence(20_001));
  });
});

describe("a text that is too much is refused:", () => {
  const leaveOut = "Leave out sheets, columns and rows that are not needed, and upload it again.";
  test.each([
    ["columns", `${"a,".repeat(1000)}a\n`, "This file has text beyond column 1,000."],
    ["cells", ",".repeat(5_000_001), "This file has more than 5,000,000 cells."],
    ["rows", "a\n".repeat(500_001), "This file has more than 500,000 rows."],
  ])("%s", async (_, text, sentence) => {
    expect(await whyRefused(utf8(text), "cases.csv")).toBe(`file: ${sentence} ${leaveOut}`);
  });

  test("a long cell, with its line", async () => {
    expect(await whyRefused(utf8(`a\nb\n${"x".repeat(32_768)}\n`), "cases.csv")).toBe(
      "file: A cell in row 3 of cases.csv holds more than 32,767 characters. Shorten it and upload the file again.",
    );
  });
});

test("characters that fall between two pieces stay whole, and the share that is read is told", async () => {
  const text = `case,note\n${"2015-01,€🙂\n".repeat(20_000)}`;
  const shares: number[] = [];
  const [sheet] = must(
    await readSheets({ name: "cases.csv", bytes: utf8(text) }, (share) => shares.push(share)),
  );
  expect(new Set(sheet?.rows.map(({ cells }) => cells[1]))).toEqual(new Set(["note", "€🙂"]));
  expect(sheet?.rows).toHaveLength(20_001);
  expect(shares.length).toBeGreaterThan(3);
  expect(shares.at(-1)).toBe(1);
});
