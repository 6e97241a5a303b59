import { describe, expect, it } from "vitest";
import type { Output } from "../caveats";
import { numberOf } from "../disclosure/figure";
import { workedOutFrom } from "../disclosure/readers.fixtures";
import { atOnce } from "../steps";
import { makeTable } from "./make-table";
import { type Published, publish } from "./publication";
import { isWithheld, type PublishedLine, type PublishedTable } from "./published-table";
import { firstBook, referenceCases } from "./reference-cases.fixtures";
import { reportTables } from "./report";
import type { SampleChoice } from "./table";
import type { TableCase } from "./table-case";

const cases = referenceCases();
const choice: SampleChoice = { thisSample: "2015", earlierSamples: ["2012", "2013", "2014"] };

function release(
  name: string,
  of: readonly TableCase[] = cases,
  { before = new Map(), samples = choice }: { before?: Published; samples?: SampleChoice } = {},
) {
  const tables = reportTables(samples, firstBook.lists).map((kind) =>
    makeTable(kind, firstBook, of, samples),
  );
  return atOnce(publish(before, { name, tables, smallest: 5 }));
}

const first = release("1");

function tableOf(tables: readonly PublishedTable[], output: Output): PublishedTable {
  const table = tables.find(({ kind }) => kind.output === output);
  if (!table) throw new Error(`There is no ${output}`);
  return table;
}

/** The columns in which a line withholds something, by line; lines that show everything are left out. */
function withheldOf(
  tables: readonly PublishedTable[],
  output: Output,
  isHidden: (line: PublishedLine, index: number) => boolean = isWithheld,
): Record<string, readonly string[]> {
  const { lines, columns } = tableOf(tables, output);
  const hidden = lines.map((line) => ({
    key: line.key,
    keys: columns.flatMap(({ key }, index) => (isHidden(line, index) ? [key] : [])),
  }));
  return Object.fromEntries(
    hidden.flatMap(({ key, keys }) => (keys.length > 0 ? [[key, keys]] : [])),
  );
}

/** Whether a line does not say how many cases a cell counts. */
const hidesCount = ({ withheld }: PublishedLine, index: number) => withheld[index]?.count === true;

/** What a reader of all publications can work out exactly, though it is withheld. */
function workedOut(published: Published): string[] {
  return [...published.values()].flatMap((seen) =>
    [seen.counts, seen.sums].flatMap(({ publications }) => workedOutFrom(publications)),
  );
}

describe("the report's tables as they may be published, with counts up to 5 withheld", () => {
  const { tables, published } = first;

  it("Table 1 is shown whole", () => {
    expect(withheldOf(tables, "table_1")).toEqual({});
  });

  it("Table 3 withholds the few of 2014 and 2015, and the 7 hybrids of 2014 that would give the 5 of 2015 away", () => {
    expect(withheldOf(tables, "table_3")).toEqual({
      hybrid: ["2014", "2015"],
      scie: ["2014", "2015", "all_samples"],
      unclear: ["2014", "2015", "all_samples"],
    });
  });

  it("Table 4 withholds the 3 and the 1 of 2015: only their sum of 4 is known", () => {
    expect(withheldOf(tables, "table_4")).toEqual({
      none: ["this", "all_samples"],
      following_only: ["this", "all_samples"],
    });
  });

  it("Table 5 withholds two single cases, and 9 of 25 that would leave them 1 and 1", () => {
    expect(withheldOf(tables, "table_5")).toEqual({
      "13 to 24": ["earlier", "this"],
      "25 to 36": ["earlier", "this"],
      "37 to 48": ["earlier", "this"],
    });
  });

  it("Table 6 withholds the types of few cases and private law of 2015, which would give mixed away", () => {
    expect(withheldOf(tables, "table_6")).toEqual({
      public_s31: ["earlier", "this"],
      public_other: ["earlier", "this"],
      private_wtfh: ["earlier", "this"],
      private_wtfh_wafh: ["earlier", "this"],
      all_private: ["earlier", "this"],
      public_and_private: ["earlier", "this"],
    });
  });

  it("Table 7 withholds the 4 under 1, and 10 and 7 that are the children of three and of five cases", () => {
    expect(withheldOf(tables, "table_7")).toEqual({
      under_1: ["earlier", "this"],
      "11_15": ["earlier", "this"],
      "16_17": ["earlier", "this"],
    });
  });

  it("Table 8 withholds every count of 1 to 5, and the earlier 11 that would give the 4 of 2015 away", () => {
    expect(withheldOf(tables, "table_8")).toEqual({
      "21_25": ["earlier", "this"],
      "31_35": ["earlier", "this", "all_samples"],
      "36_39": ["this", "all_samples"],
      unknown: ["earlier", "this", "all_samples"],
    });
  });

  it("Table 9 withholds nearly every cell of a sample, and shows how many were fatal", () => {
    expect(withheldOf(tables, "table_9")).toEqual({
      physical_abuse_fatal: ["2012", "2013", "2015"],
      neglect_fatal: ["2012", "2013", "2014", "2015"],
      spite_revenge_killing: ["2012", "2013", "2014", "2015"],
      suicide: ["2012", "2013", "2014", "2015", "all_samples"],
      fatal_drug_overdose: ["2014", "all_samples"],
      neglect_non_fatal: ["2012", "2014", "2015", "all_samples"],
      physical_abuse_non_fatal: ["2012", "2014", "2015"],
      sexual_abuse: ["2014", "2015"],
      other: ["2012", "2015", "all_samples"],
    });
  });

  it("Table 10 shows means of ten cases and more that give no other away", () => {
    expect(withheldOf(tables, "table_10")).toEqual({
      public_s31: ["earlier", "this", "all_samples"],
      public_other: ["earlier", "this", "all_samples"],
      private_wtfh: ["earlier", "this", "all_samples"],
      private_wtfh_wafh: ["earlier", "this"],
      all_private: ["earlier", "this", "all_samples"],
      public_and_private: ["earlier", "this", "all_samples"],
    });
  });

  it("withholds the ranges of private and of mixed law: each has fewer than ten cases of 2015", () => {
    expect(withheldOf(tables, "range")).toEqual({
      private_lowest: ["earlier", "this", "all_samples"],
      private_highest: ["earlier", "this", "all_samples"],
      public_and_private_lowest: ["earlier", "this", "all_samples"],
      public_and_private_highest: ["earlier", "this", "all_samples"],
    });
  });

  it("shows none of 3, 11, 5 and 19 of work to first hearing in 2015, from which 5, 9 and 19 follow", () => {
    const { lines } = tableOf(tables, "table_10");
    const own = lines.find(({ key }) => key === "private_wtfh");
    expect(own?.cells[1]).toMatchObject({ n: 3, sum: 33, lowest: 5, highest: 19 });
    expect(own?.withheld[1]).toEqual({ count: true, value: true });
    expect(withheldOf(tables, "table_6", hidesCount).private_wtfh).toContain("this");
    expect(withheldOf(tables, "range").private_lowest).toContain("this");
    expect(withheldOf(tables, "range").private_highest).toContain("this");
  });

  it("Chart 1 withholds the levels of few cases, and 21 and 8 that would give them away", () => {
    const withheld = withheldOf(tables, "chart_1");
    expect(Object.keys(withheld)).toEqual([
      "neglect 3",
      "neglect 2",
      "emotional_abuse 3",
      "emotional_abuse 2",
      "physical_abuse 3",
      "physical_abuse 1",
      "sexual_abuse 3",
      "sexual_abuse 2",
      "domestic_violence 2",
      "domestic_violence 1",
      "parental_drug_misuse 2",
      "parental_drug_misuse 1",
      "parental_alcohol_misuse 2",
      "parental_alcohol_misuse 1",
      "parental_mental_health 3",
      "parental_mental_health 2",
      "parental_self_harm_suicide 2",
      "parental_self_harm_suicide 1",
      "parental_self_harm_suicide 0",
      "parental_self_harm_suicide featured",
      "child_putting_self_at_risk 3",
      "child_putting_self_at_risk 2",
      "child_putting_self_at_risk 1",
      "child_protection_plan 3",
      "child_protection_plan 2",
      "threats_or_abduction 3",
      "threats_or_abduction 2",
      "other 2",
      "other 0",
      "other featured",
    ]);
  });

  it("Chart 2 has nothing of private law, whose number of cases Table 6 withholds", () => {
    const { lines } = tableOf(tables, "chart_2");
    const shown = (column: number) =>
      lines.filter((line) => !isWithheld(line, column)).map(({ key }) => key);
    expect(shown(1)).toEqual([]);
    expect(shown(2)).toEqual([]);
    expect(shown(0)).toContain("emotional_abuse 1");
    expect(shown(0)).toContain("neglect");
    expect(shown(0)).not.toContain("neglect 1");
  });

  it("shows every total, and every count that everybody knows", () => {
    const totals = tables.flatMap(({ kind, lines }) =>
      lines
        .filter(({ look }) => look === "total")
        .map((line) => [kind.output, line.withheld.some(({ count }) => count)]),
    );
    expect(totals).toEqual([
      ["table_1", false],
      ["table_3", false],
      ["table_4", false],
      ["table_5", false],
      ["table_6", false],
      ["table_7", false],
      ["table_8", false],
      ["table_9", false],
      ["table_10", false],
    ]);
  });

  it("withholds every count of 1 to 5 outside Table 1 and the totals", () => {
    const shown = tables
      .filter(({ kind }) => kind.output !== "table_1")
      .flatMap(({ lines }) =>
        lines
          .filter(({ look, measure }) => look !== "total" && measure !== "mean")
          .flatMap((line) => line.cells.filter((_, index) => !isWithheld(line, index))),
      )
      .filter(({ n }) => n >= 1 && n <= 5);
    expect(shown).toEqual([]);
  });

  it("withholds every mean and range over fewer than ten cases", () => {
    const shown = tables
      .flatMap(({ lines }) => lines)
      .filter(({ measure }) => measure !== "count")
      .flatMap((line) => line.cells.filter((_, index) => !isWithheld(line, index)))
      .filter(({ values }) => values >= 1 && values < 10);
    expect(shown).toEqual([]);
  });

  it("lets a reader work out none of what is withheld", () => {
    expect(workedOut(published)).toEqual([]);
  });
});

describe("what few cases have", () => {
  it("is withheld where nine children are of one case", () => {
    // All children of 2015 who were under 1 at the incident are those of one case of nine.
    const nine = cases.map((each): TableCase => {
      if (each.sample !== "2015") return each;
      const ageYears = each.reference === "2015-01" ? 0 : 7;
      const count = each.reference === "2015-01" ? 9 : 1;
      return {
        ...each,
        children: Array.from({ length: count }, () => ({ ageYears, sex: null, outcome: null })),
      };
    });
    const table7 = tableOf(release("1", nine).tables, "table_7");
    const under1 = table7.lines.find(({ key }) => key === "under_1");
    expect(under1?.cells[1]).toMatchObject({ n: 9, cases: 1 });
    expect(under1?.withheld[1]?.count).toBe(true);
  });

  it("is withheld as a mean of 0 too", () => {
    // Were the means of all and of the earlier samples shown, so would be that of the seven.
    const of2015 = cases.filter(({ sample }) => sample === "2015").slice(0, 7);
    const none = cases.map((each): TableCase => {
      const ofLater = of2015.includes(each) ? 0 : null;
      return { ...each, months: each.sample === "2015" ? ofLater : 20 };
    });
    const { tables } = release("1", none);
    const mean = tableOf(tables, "table_5").lines.find(({ key }) => key === "mean");
    expect(mean?.cells[1]).toMatchObject({ values: 7, sum: 0 });
    expect(mean?.withheld.map(({ count }) => count)).toEqual([false, false, false]);
    expect(mean?.withheld.map(({ value }) => value)).toEqual([true, true, false]);
  });

  it("is withheld as two means of 0, whose numbers of cases are shown", () => {
    // 0.0 for all twelve of private law says that each of them was rated 0.
    const zeros = (count: number, caseType: string) =>
      rated(Array(count).fill(0), { sample: "2015", caseType });
    const twelve = [...zeros(6, "private_wtfh"), ...zeros(6, "private_wtfh_wafh")];
    const others = rated(Array(14).fill(3), { sample: "2015", caseType: "public_s31" });
    const { tables } = release("1", [...twelve, ...others], {
      samples: { thisSample: "2015", earlierSamples: [] },
    });
    const { lines } = tableOf(tables, "table_10");
    const withheld = lines.flatMap(({ key, cells, withheld: [one] }) =>
      cells[0]?.n ? [[key, cells[0].n, one?.count, one?.value]] : [],
    );
    expect(withheld).toEqual([
      ["public_s31", 14, false, false],
      ["all_public", 14, false, false],
      ["private_wtfh", 6, false, true],
      ["private_wtfh_wafh", 6, false, true],
      ["all_private", 12, false, true],
      ["total", 26, false, true],
    ]);
  });

  it("is withheld as a mean where a reader sees that there are no cases beside them", () => {
    const public31 = { caseType: "public_s31" };
    const private1 = { caseType: "private_wtfh" };
    const own = [
      ...rated(
        Array.from({ length: 8 }, () => 9),
        { ...public31, sample: "2014" },
      ),
      ...rated(
        Array.from({ length: 12 }, () => 20),
        { ...public31, sample: "2015" },
      ),
      ...rated(
        Array.from({ length: 11 }, () => 7),
        { ...private1, sample: "2014" },
      ),
      ...rated(
        Array.from({ length: 14 }, () => 8),
        { ...private1, sample: "2015" },
      ),
    ];
    const { tables } = release("1", own);
    // The totals less private law would be public law, for nothing is of both.
    expect(withheldOf(tables, "table_10")).toEqual({
      public_s31: ["earlier", "this"],
      all_public: ["earlier", "this"],
      private_wtfh: ["earlier", "this"],
      all_private: ["earlier", "this"],
    });
  });

  it("is withheld as the end of a range that two choices of samples would give away", () => {
    const private1 = { caseType: "private_wtfh" };
    const twelve = Array.from({ length: 12 }, (_, index) => 6 + index);
    const own = [
      ...rated(twelve, { ...private1, sample: "2013" }),
      ...rated([4, 7, 8, 9, 9, 9, 9], { ...private1, sample: "2014" }),
      ...rated(twelve, { ...private1, sample: "2015" }),
    ];
    const of2014 = { thisSample: "2014", earlierSamples: ["2012", "2013"] };
    const before = release("1", own, { samples: of2014 });
    const after = release("2", own, { before: before.published });
    const privateLaw = (tables: readonly PublishedTable[]) =>
      withheldOf(tables, "range").private_lowest ?? [];
    expect(privateLaw(before.tables)).toEqual(["this", "all_samples"]);
    expect(privateLaw(after.tables)).toEqual(["earlier", "this"]);
    expect(privateLaw(release("2", own).tables)).toEqual([]);
  });
});

describe("the mean risk rating that Table 10 shows of a sample", () => {
  // Of 24 cases of s31 one has neglect at High, 8 at Medium, 7 at Low; no other level is of few.
  const pattern = cases.filter(
    ({ caseType, sample }) => caseType === "public_s31" && sample === "2015",
  );
  const scored = Array.from({ length: 24 }, (_, index): TableCase => {
    const neglect = index === 0 ? 3 : index < 9 ? 2 : index < 16 ? 1 : 0;
    const others = Object.keys(pattern[0]?.scores ?? {}).map((key) => [key, index < 12 ? 3 : 0]);
    const scores = { ...Object.fromEntries(others), neglect };
    return { ...(pattern[0] as TableCase), reference: `2015-${index + 30}`, scores };
  });
  const { tables, published } = release("1", scored);

  it("gives no level away of the one factor that has a level of few: levels of another are withheld too", () => {
    expect(tableOf(tables, "table_10").lines.at(-1)?.withheld[1]).toEqual({
      count: false,
      value: false,
    });
    expect(withheldOf(tables, "chart_1")).toEqual({
      "neglect 3": ["this"],
      "neglect 2": ["this"],
      "threats_or_abduction 3": ["this"],
      "threats_or_abduction 0": ["this"],
      "threats_or_abduction featured": ["this"],
    });
    expect(workedOut(published)).toEqual([]);
  });
});

describe("a release after another", () => {
  const marksOf = (tables: readonly PublishedTable[]) =>
    tables.map(({ kind, lines }) => [
      kind.output,
      lines.map(({ key, withheld }) => [key, withheld]),
    ]);

  it("withholds the same where nothing has changed", () => {
    const second = release("2", cases, { before: first.published });
    expect(marksOf(second.tables)).toEqual(marksOf(first.tables));
    expect(workedOut(second.published)).toEqual([]);
  });

  it("leaves no figure of either to be worked out where one case was added", () => {
    const [pattern] = cases.filter(({ sample }) => sample === "2015");
    const added = { ...(pattern as TableCase), reference: "2015-24" };
    const second = release("2", [...cases, added], { before: first.published });
    expect(tableOf(second.tables, "table_6").lines.at(-1)?.cells[1]?.n).toBe(24);
    expect(workedOut(second.published)).toEqual([]);
  }, 60_000);

  it("goes on withholding what is no longer small, where it would give away what was", () => {
    // A sixth case of chronic alcohol misuse, say: had the first shown 5, it could be shown.
    const [pattern] = cases.filter(
      ({ sample, scores }) => sample === "2015" && scores?.parental_alcohol_misuse === 1,
    );
    const added = { ...(pattern as TableCase), reference: "2015-24" };
    const line = "parental_alcohol_misuse 1";
    const second = release("2", [...cases, added], { before: first.published });
    const chart1 = tableOf(second.tables, "chart_1");
    expect(chart1.lines.find(({ key }) => key === line)?.cells[0]?.n).toBe(6);
    expect(withheldOf(second.tables, "chart_1")).toHaveProperty([line]);
  });

  it("leaves no figure to be worked out where a record was corrected: one type down, one up", () => {
    const [wrong] = cases.filter(
      ({ sample, caseType }) => sample === "2015" && caseType === "public_s31",
    );
    const corrected = cases.map((each) =>
      each === wrong ? { ...each, caseType: "public_other" } : each,
    );
    const second = release("2", corrected, { before: first.published });
    const [s31, other] = tableOf(second.tables, "table_6").lines;
    expect([s31?.cells[1]?.n, other?.cells[1]?.n]).toEqual([11, 2]);
    expect(withheldOf(second.tables, "table_6").public_other).toContain("this");
    expect(workedOut(second.published)).toEqual([]);
  });

  it("counts nothing of a sample whose cases were all moved to another", () => {
    const moved = cases.map((each) =>
      each.sample === "2013" ? { ...each, sample: "2014" } : each,
    );
    const second = release("2", moved, { before: first.published });
    const figures = second.published.get("table_9")?.counts.publications.at(-1);
    const of2013 = [...(figures?.shown ?? []), ...(figures?.withheld ?? [])].filter(({ key }) =>
      key.endsWith('["2013"]]'),
    );
    expect(of2013.length).toBeGreaterThan(0);
    expect(of2013.map(numberOf)).toEqual(of2013.map(() => 0));
    expect(workedOut(second.published)).toEqual([]);
  });

  it("shows another choice of samples without giving away what the first withheld", () => {
    const of2014 = { thisSample: "2014", earlierSamples: ["2012", "2013"] };
    const before2015 = cases.filter(({ sample }) => sample !== "2015");
    const one = release("1", before2015, { samples: of2014 });
    const second = release("2", cases, { before: one.published });
    expect(workedOut(second.published)).toEqual([]);
  });
});

/** Analysed cases that have these risk ratings and facts. */
function rated(ratings: readonly number[], facts: Partial<TableCase>): TableCase[] {
  const [pattern] = cases;
  return ratings.map(
    (rating, index): TableCase => ({
      ...(pattern as TableCase),
      reference: `${facts.sample}-${facts.caseType}-${index}`,
      included: true,
      ...facts,
      scores: { neglect: rating },
    }),
  );
}
