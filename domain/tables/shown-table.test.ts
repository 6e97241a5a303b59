import { describe, expect, it } from "vitest";
import type { Output } from "../caveats";
import { atOnce } from "../steps";
import { makeTable } from "./make-table";
import { publish } from "./publication";
import { withNothingWithheld } from "./published-table";
import { firstBook, referenceCases } from "./reference-cases.fixtures";
import { reportTables } from "./report";
import { fewNotes, type ShownTable, shownTable, type View } from "./shown-table";

const choice = { thisSample: "2015", earlierSamples: ["2012", "2013", "2014"] };
const tables = reportTables(choice, firstBook.lists).map((kind) =>
  makeTable(kind, firstBook, referenceCases(), choice),
);
const view = { choice, release: null, withheldUpTo: 5, codebook: firstBook.codebook };

function shown(output: Output, kind: View["kind"]): ShownTable {
  const all =
    kind === "team"
      ? withNothingWithheld(tables)
      : atOnce(publish(new Map(), { name: "release 1", tables, smallest: 5 })).tables;
  const table = all.find((one) => one.kind.output === output);
  if (!table) throw new Error(`There is no ${output}`);
  return shownTable(table, all, { ...view, kind });
}

const textsOf = ({ lines }: ShownTable, key: string) =>
  lines.find((line) => line.key === key)?.cells.map(({ text, few }) => (few ? `${text} *` : text));

describe("a table for the team", () => {
  it("marks figures that rest on few cases, and says what the mark means", () => {
    const table = shown("table_10", "team");
    expect(textsOf(table, "public_other")).toEqual(["12.8 (6) *", "13.0 (1) *", "12.9 (7) *"]);
    expect(textsOf(table, "total")).toEqual(["12.2 (59)", "14.7 (23)", "12.9 (82)"]);
    expect(table.marks).toEqual([
      "* Rests on 5 or fewer cases, or a mean or range on fewer than 10: not for publication as it is.",
    ]);
  });

  it("has beside its means what would be without the change of the case mix", () => {
    const note =
      "At the mix of case types of 2012 to 2014 the mean of all cases of 2015 would be 13.8: see the case mix among the analyses.";
    expect(shown("table_10", "team").notes.at(-1)).toBe(note);
    expect(shown("table_6", "team").notes).not.toContain(note);
    expect(shown("table_10", "publication").notes).not.toContain(note);
  });

  it("has no mark in Table 1, which everybody knows, nor a word of one", () => {
    const table = shown("table_1", "team");
    expect(textsOf(table, "excluded")).toEqual(["0", "2", "2", "0", "4"]);
    expect(table.marks).toEqual([]);
  });

  it("says what it is based on, and what to keep in mind", () => {
    const { base, caveats, columns } = shown("table_7", "team");
    expect(base).toBe("113 index children of 2012 to 2015.");
    expect(caveats).toContain("A thin submission understates risk.");
    expect(columns).toEqual(["2012 to 2014", "2015", "All"]);
  });
});

describe("a figure of few", () => {
  const onFew = (withheldUpTo: number) =>
    fewNotes([{ key: "", label: "", look: "part", cells: [{ text: "1", few: true }] }], {
      withheldUpTo,
    });

  it("rests on as many cases as would be withheld", () => {
    expect([onFew(1), onFew(5)]).toEqual([
      ["* Rests on 1 case, or a mean or range on fewer than 10: not for publication as it is."],
      [
        "* Rests on 5 or fewer cases, or a mean or range on fewer than 10: not for publication as it is.",
      ],
    ]);
  });
});

describe("a table for publication", () => {
  it("has [c] in place of what is withheld, and says what that means", () => {
    const table = shown("table_6", "publication");
    expect(textsOf(table, "public_s31")).toEqual(["[c]", "[c]", "30"]);
    expect(table.marks).toEqual(["[c] withheld, so that nobody can be recognised."]);
  });
});

describe("a chart", () => {
  it("is drawn with its factors, levels and numbers, and the table has all of them", () => {
    const { chart, lines } = shown("chart_1", "team");
    expect(chart?.bars).toHaveLength(13);
    expect(chart?.legend.map(({ label }) => label)).toEqual([
      ...["High", "Medium", "Low", "Not indicated"],
    ]);
    expect(lines.filter(({ label }) => label.endsWith(": all cases"))).toHaveLength(13);
  });

  it("has a legend of its own for a factor whose levels are called otherwise", () => {
    const { chart } = shown("chart_1", "team");
    expect(chart?.bars.flatMap(({ label, legend }) => (legend ? [[label, legend]] : []))).toEqual([
      [
        "On child protection plan",
        [
          { level: "3", label: "Yes, currently" },
          { level: "2", label: "Yes, previously" },
          { level: "0", label: "No" },
        ],
      ],
    ]);
    expect(chart?.description).toBe(
      "A bar for each risk factor, in parts by level: High, Medium, Low, Not indicated. On child protection plan: “Yes, currently”, “Yes, previously”, “No”.",
    );
  });

  it("leaves out the cases of both, and says what its figures are", () => {
    const { chart, columns, base } = shown("chart_2", "team");
    expect(base).toBe("13 analysed, committed cases of public law and 7 of private law, of 2015.");
    expect(columns).toEqual(["Public law", "Private law"]);
    expect(chart?.notes).toEqual([
      "Share of the cases of the law group, in whole per cent. Because of rounding, shares may not add up. Cases of both public and private law are left out.",
    ]);
  });

  it("does not tell of how many cases it is where Table 6 withholds that", () => {
    const { chart, base } = shown("chart_2", "publication");
    expect(textsOf(shown("table_6", "publication"), "all_private")).toEqual(["[c]", "[c]", "38"]);
    expect(base).toBe(
      "13 analysed, committed cases of public law, of 2015. How many of private law there are in 2015 is withheld.",
    );
    expect(chart?.notes.join(" ")).not.toMatch(/\d/);
  });

  it("has what is withheld of a bar as one part, as long as what is shown leaves", () => {
    const { chart } = shown("chart_1", "publication");
    expect(chart?.legend.at(-1)).toEqual({ level: "withheld", label: "Withheld levels together" });
    expect(chart?.bars[0]).toMatchObject({
      label: "Neglect",
      parts: [{ n: null }, { n: null }, { n: 7 }, { n: 8 }],
      withheld: { n: 8, text: "8" },
    });
    expect(shown("chart_1", "team").chart?.legend).toHaveLength(4);
  });

  it("has nothing of private law of 2015, whose number of cases is withheld", () => {
    const { chart } = shown("chart_2", "publication");
    const [neglect, , emotional, privateLaw] = chart?.bars ?? [];
    expect(neglect).toMatchObject({ label: "Neglect, public law", withheld: { text: "100%" } });
    expect(emotional).toMatchObject({
      label: "Emotional abuse, public law",
      parts: [{ n: null }, { n: null }, { n: 7, text: "54%" }, { n: null }],
      withheld: { n: 6, text: "46%" },
    });
    expect(privateLaw).toMatchObject({
      label: "Emotional abuse, private law",
      parts: [{ n: null }, { n: null }, { n: null }, { n: null }],
      withheld: null,
    });
  });
});
