import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { basics, case1, factorKeys, read, sheetOf } from "./fixtures";

test("a row of cases says what it has columns for, and no more", () => {
  const sheet = sheetOf(
    "cases",
    [...basics, "Methodology", "Involvement"],
    [...case1, "", "Prior"],
  );
  expect(read(sheet)).toEqual({
    faults: [],
    refused: 0,
    drafts: [
      {
        place: { sheet: "cases", line: 2 },
        reference: "2015-01",
        facts: {
          sample: "2015",
          caseType: "public_s31",
          incidentType: "suicide",
          methodology: null,
          involvement: "prior_only",
        },
        levels: null,
        commitment: null,
        origin: null,
        ratings: [],
        stated: {},
      },
    ],
  });
});

test.each([
  ["a band alone", ["mother_age_at_first_birth"], ["Under 21"], { motherAgeBand: "under_21" }],
  ["a blank age alone", ["mother_age_years"], [""], { motherAge: null }],
  ["an age alone", ["mother_age_years"], ["20"], { motherAge: 20 }],
  ["an age among bands", ["mother_age_at_first_birth"], ["24"], { motherAgeBand: "21_25" }],
  [
    "a blank age with a band",
    ["mother_age_years", "mother_age_at_first_birth"],
    ["", "Under 21"],
    { motherAge: null, motherAgeBand: "under_21" },
  ],
])("of the mother’s age it says %s", (_, columns, cells, said) => {
  const sheet = sheetOf("cases", [...basics, ...columns], [...case1, ...cells]);
  const [draft] = read(sheet).drafts;
  const { sample, caseType, incidentType, ...rest } = draft?.facts ?? {};
  expect(rest).toEqual(said);
});

describe("scores", () => {
  const header = [...basics, ...factorKeys];
  const scores = [
    "3",
    "High",
    "Med.",
    "L",
    ...Array(6).fill("0"),
    "Y (prev)",
    "n",
    "not indicated",
  ];

  test("are read in every way in which they are written", () => {
    const { drafts, faults } = read(sheetOf("cases", header, [...case1, ...scores]));
    expect(faults).toEqual([]);
    expect(drafts[0]?.levels).toMatchObject({
      neglect: "high",
      emotional_abuse: "high",
      physical_abuse: "medium",
      sexual_abuse: "low",
      domestic_violence: "not_indicated",
      child_protection_plan: "previously",
      other: "not_indicated",
    });
  });

  test("a blank among them is a fault, and never 0", () => {
    const holes = scores.map((score, index) => (index === 4 ? "" : score));
    expect(read(sheetOf("cases", header, [...case1, ...holes])).faults).toEqual([
      "cases, row 2, column domestic_violence: nothing found, expected a score, because other factors of the case have one",
    ]);
  });

  test("several blanks among them are one fault of the row, which names them", () => {
    const holes = scores.map((score, index) => (index === 4 || index === 6 ? "" : score));
    expect(read(sheetOf("cases", header, [...case1, ...holes])).faults).toEqual([
      "cases, row 2, columns domestic_violence, parental_alcohol_misuse: nothing found, expected a score in each, because other factors of the case have one",
    ]);
  });

  test("a row of totals among cases is one fault, which says how to leave it out", () => {
    const sums = ["TOTALS", "", "", "", "41", "", "17", ...Array(10).fill("")];
    const case2 = ["2015-02", ...case1.slice(1), ...scores];
    const sheet = sheetOf("cases", header, [...case1, ...scores], sums, case2);
    const { drafts, refused, faults } = read(sheet);
    expect(drafts.map(({ reference }) => reference)).toEqual(["2015-01", "2015-02"]);
    expect(refused).toBe(1);
    expect(faults).toEqual([
      "cases, row 3: “TOTALS”, a row of totals found, expected cases alone: where none stands below it, enter 2 under Columns as “Last row of the table”; else take the row out of the file",
    ]);
  });

  test("what could have stood there is told apart where names have commas", () => {
    const wrong = scores.map((score, index) => (index === 10 ? "1" : score));
    expect(read(sheetOf("cases", header, [...case1, ...wrong])).faults).toEqual([
      "cases, row 2, column child_protection_plan: “1” found, expected “No”, “Yes, previously”, “Yes, currently” or blank",
    ]);
  });

  test("factors without a column are one fault of the sheet, which names them", () => {
    const all = header.slice(0, -2);
    const row = [...case1, ...scores].slice(0, -2);
    const second = ["2015-02", ...row.slice(1)];
    const unrated = ["2015-03", ...case1.slice(1)];
    const sums = ["TOTALS", "", "", "", "41", "", "17", ...Array(8).fill("")];
    const { drafts, refused, faults } = read(sheetOf("cases", all, row, sums, second, unrated));
    expect(drafts.map(({ reference }) => reference)).toEqual(["2015-03"]);
    expect(refused).toBe(3);
    expect(faults).toEqual([
      "cases, row 1: headers without some of the risk factors found, expected a column with scores of each factor; there is none of Threats to harm or abduct the child, Other: choose it under Columns, or leave the scores of all factors out there",
      "cases, row 3: “TOTALS”, a row of totals found, expected cases alone: where none stands below it, enter 2 under Columns as “Last row of the table”; else take the row out of the file",
    ]);
  });

  test("so are those of independent ratings, and cases without a score need none", () => {
    const few = ["case_ref", "coder", "neglect"];
    const given = sheetOf("ratings", few, ["2015-01", "A", "3"], ["2015-01", "B", "2"]);
    const { faults } = read(sheetOf("cases", header, [...case1, ...scores]), given);
    expect(faults).toEqual([
      expect.stringMatching(/^ratings, row 1: headers without some of the risk factors found/),
    ]);
    const without = header.slice(0, -13);
    expect(read(sheetOf("cases", without, case1)).faults).toEqual([]);
  });

  test("all of them blank are no scores", () => {
    const { drafts, faults } = read(
      sheetOf("cases", header, case1, ["2015-02", ...case1.slice(1)]),
    );
    expect(faults).toEqual([]);
    expect(drafts.map(({ levels }) => levels)).toEqual([null, null]);
  });

  test("a case with a fault is refused, the others are not", () => {
    const odd = ["about 3", ...scores.slice(1)];
    const { drafts, refused } = read(
      sheetOf("cases", header, [...case1, ...odd], ["2015-02", ...case1.slice(1), ...scores]),
    );
    expect(drafts.map(({ reference }) => reference)).toEqual(["2015-02"]);
    expect(refused).toBe(1);
  });

  test("what nobody knows is a fault, with what was expected", () => {
    const odd = scores.map((score, index) => (index === 0 ? "2-3" : score));
    expect(read(sheetOf("cases", header, [...case1, ...odd])).faults).toEqual([
      "cases, row 2, column neglect: “2-3” found, expected Not indicated, Low, Medium, High or blank",
    ]);
  });

  test("an error of the spreadsheet is a fault", () => {
    const odd = [{ error: "#REF!" }, ...scores.slice(1)];
    expect(read(sheetOf("cases", header, [...case1, ...odd])).faults).toEqual([
      "cases, row 2, column neglect: “#REF!” found, expected Not indicated, Low, Medium, High or blank",
    ]);
  });
});

describe("what a row has of its own", () => {
  const fault = (header: string[], ...cells: string[]) =>
    read(sheetOf("x", [...basics, ...header], [...case1, ...cells])).faults;

  test.each<[string, string[], string[], string[]]>([
    ["a reference", ["Sample name"], [], []],
    ["an age of the mother", ["mother_age_years"], ["19"], []],
    [
      "an age that is none",
      ["mother_age_years"],
      ["about 19"],
      ["mother_age_years: “about 19” found, expected a whole number from 10 to 60, or blank"],
    ],
    [
      "an age and another band",
      ["mother_age_years", "mother_age_at_first_birth"],
      ["19", "21-25"],
      ["mother_age_at_first_birth: “21-25” found, expected Under 21, because the age is 19"],
    ],
    ["left out with a reason", ["included", "exclusion_reason"], ["N", "Chronology only"], []],
    [
      "a reason without being left out",
      ["included", "exclusion_reason"],
      ["Y", "Thin"],
      ["exclusion_reason: “Thin” found, expected blank, because the case is not excluded"],
    ],
    [
      "a period that ends before it starts",
      ["Period 1 start", "Period 1 end"],
      ["14/10/2014", "1 May 2014"],
      ["Period 1 end: “1 May 2014” found, expected a day that is not before the start"],
    ],
    ["a day that is a number of the spreadsheet", ["Period 1 start"], ["41926"], []],
    [
      "a date in no order",
      ["Period 1 start"],
      ["14/14/2014"],
      ["Period 1 start: “14/14/2014” found, expected a date that exists, such as 14 October 2014"],
    ],
    [
      "a child's age that is too high",
      ["Child 1 age"],
      ["18"],
      ["Child 1 age: “18” found, expected a whole number from 0 to 17, or blank"],
    ],
  ])("%s", (_, header, cells, expected) => {
    expect(fault(header, ...cells)).toEqual(
      expected.map((sentence) => `x, row 2, column ${sentence}`),
    );
  });
});

test("children stand in numbered columns or on a sheet of their own, not both", () => {
  const numbered = sheetOf(
    "cases",
    [...basics, "Child 1 age", "Child 2 age", "Child 2 sex"],
    [...case1, "3", "", "F"],
  );
  const children = { ageYears: null, outcome: null, sex: null };
  expect(read(numbered).drafts[0]?.facts.children).toEqual([
    { ...children, ageYears: 3 },
    { ...children, sex: "female" },
  ]);
  const own = sheetOf("children", ["Case", "Age", "Sex"], ["2015-01", "7.0", "boy"]);
  expect(read(sheetOf("cases", basics, case1), own).drafts[0]?.facts.children).toEqual([
    { ...children, ageYears: 7, sex: "male" },
  ]);
  const both = [
    "children, row 2, column Case: “2015-01” found, expected a case whose row does not say the same in columns of its own",
  ];
  expect(read(numbered, own).faults).toEqual(both);
  expect(read(own, numbered).faults).toEqual(both);
});

test("numbered columns that are all blank say nothing of the children or periods of a case", () => {
  const header = [...basics, "Child 1 age", "Child 2 age", "Period 1 start"];
  const sheet = sheetOf(
    "cases",
    header,
    [...case1, "", "", ""],
    [...["2015-02", ...case1.slice(1)], ...["", "3", ""]],
  );
  const { drafts, faults } = read(sheet);
  expect(faults).toEqual([]);
  const [blank, filled] = drafts.map(({ facts }) => facts);
  expect(blank).toEqual({ sample: "2015", caseType: "public_s31", incidentType: "suicide" });
  expect(filled?.children).toEqual([{ ageYears: 3, sex: null, outcome: null }]);
});

test("the order of the sheets makes no difference", () => {
  const cases = sheetOf(
    "cases",
    [...basics, "Child 1 age", "Period 1 start"],
    ["A-1", "2015", "s31", "suicide", "3", ""],
    ["A-2", "2015", "s31", "suicide", "", "1 May 2014"],
  );
  const children = sheetOf(
    "children",
    ["Case", "Age", "Sex"],
    ["a-2", "7", "F"],
    ["a-2", "9", "M"],
  );
  const periods = sheetOf("periods", ["Case", "Start", "End"], ["A-1", "2 May 2014", "3 May 2014"]);
  const first = read(cases, children, periods);
  expect(first.faults).toEqual([]);
  expect(
    first.drafts.map(({ reference, facts }) => [
      reference,
      facts.children?.map(({ ageYears }) => ageYears),
      facts.periods?.map(({ startDate }) => startDate),
    ]),
  ).toEqual([
    ["A-1", [3], ["2014-05-02"]],
    ["A-2", [7, 9], ["2014-05-01"]],
  ]);
  expect(read(periods, children, cases)).toEqual(first);
  expect(read(children, cases, periods)).toEqual(first);
});

test("a reference stands once among the cases, in capitals or not", () => {
  const cases = sheetOf("cases", basics, ["A-1", ...case1.slice(1)], ["a-1", ...case1.slice(1)]);
  expect(read(cases).faults).toEqual([
    "cases, row 3, column Ref: “a-1” found, expected each reference once (it stands in row 2)",
  ]);
});

test("the totals of a file are kept as they stand", () => {
  const sheet = sheetOf("cases", [...basics, "Total score", "Fatal"], [...case1, "14", "Y"]);
  expect(read(sheet).drafts[0]?.stated).toEqual({ risk_rating: 14, fatal: "yes" });
});

test.each([
  ["a version and a day", ["Version", "Committed on"], ["2", "29/2/2016"], 2, "2016-02-29"],
  ["a version alone", ["Version"], ["2"], 2, null],
  ["a day alone", ["Committed on"], ["29/2/2016"], null, "2016-02-29"],
])("a case was committed as the file says: %s", (_, header, cells, version, on) => {
  const scores = factorKeys.map(() => "0");
  const sheet = sheetOf(
    "cases",
    [...basics, ...factorKeys, ...header],
    [...case1, ...scores, ...cells],
  );
  expect(read(sheet).drafts[0]?.commitment).toEqual({ version, on });
});

describe("independent ratings", () => {
  const zeros = factorKeys.map(() => "0");

  test("have a row for each coder and case, or one for each factor", () => {
    const wide = sheetOf("wide", ["Case", "Coder", ...factorKeys], ["2015-01", "A", ...zeros]);
    const long = sheetOf(
      "long",
      ["Case", "Coder", "Factor", "Score"],
      ...factorKeys.map((factor) => ["2015-01", "B", factor, "0"]),
    );
    const { drafts, faults } = read(wide, long);
    expect(faults).toEqual([]);
    expect(drafts[0]?.ratings.map(({ coder }) => coder)).toEqual(["A", "B"]);
    expect(drafts[0]?.ratings[0]?.levels).toEqual(drafts[0]?.ratings[1]?.levels);
  });

  test("are complete, and each is given once", () => {
    const long = sheetOf(
      "long",
      ["Case", "Coder", "Factor", "Score"],
      ...factorKeys.slice(1).map((factor) => ["2015-01", "B", factor, "0"]),
      ["2015-01", "B", "other", "3"],
    );
    expect(read(long).faults).toEqual([
      "long, row 14, column Factor: “other” found, expected one rating of each factor for a coder and case",
      "long, row 2, column Neglect: nothing found, expected a level of all 13 factors by B",
    ]);
  });
});

describe("ratings as an export has them", () => {
  const header = [
    "case_ref",
    "factor",
    "coder",
    "origin",
    "joined_later",
    "level",
    "unsure",
    "note",
  ];
  const more = ["second_level", "second_unsure", "second_note", "way", "tags", "reason"];
  const nothing = ["", "", "", "all_the_same", "", ""];
  const rows = (coder: string, first: readonly string[]) =>
    factorKeys.map((factor, index) => {
      const level = factor === "child_protection_plan" ? "no" : "low";
      const given = ["2015-01", factor, coder, "registered", "no", level];
      return index === 0 ? [...given, ...first] : [...given, "no", "", ...nothing];
    });
  const sheet = (ann: readonly string[], bob: readonly string[]) =>
    sheetOf("ratings", [...header, ...more], ...rows("A", ann), ...rows("B", bob));
  const why = ["after_discussion", "slip; borderline", "Page 4"];

  test("say how each level was agreed and why, what was noted, and the second look", () => {
    const { drafts, faults } = read(
      sheet(
        ["yes", " Seen twice ", "high", "no", "Page 9", ...why],
        ["no", "", "", "", "", ...why],
      ),
    );
    expect(faults).toEqual([]);
    expect(drafts[0]?.decided?.neglect).toEqual({
      ...{ way: "after_discussion", reason: "Page 4", tags: ["slip", "borderline"] },
    });
    expect(drafts[0]?.ratings[0]).toMatchObject({
      joinedLater: false,
      first: { neglect: { level: "low", note: " Seen twice ", unsure: true } },
      second: { neglect: { level: "high", note: "Page 9", unsure: false } },
    });
    expect(drafts[0]?.ratings[1]).not.toHaveProperty("second");
  });

  test("are refused where two coders have another reason, or a word is not known", () => {
    const other = ["after_discussion", "", "Page 5"];
    const { faults } = read(
      sheet(["no", "", "previously", "", "", ...why], ["no", "", "", "", "", ...other]),
    );
    expect(faults).toEqual([
      "ratings, row 2, column second_level: “previously” found, expected a level of Neglect",
      "ratings, row 15, column factor: “neglect” found, expected the same reason, and way of agreeing, for every coder of the case",
    ]);
    const wrong = ["after_discussion", "hurry", "Page 4"];
    expect(
      read(sheet(["no", "", "", "", "", ...wrong], ["no", "", "", "", "", ...wrong])).faults,
    ).toEqual(
      [2, 15].map(
        (row) =>
          `ratings, row ${row}, column tags: “hurry” found, expected any of evidence_missed, rule_unclear, borderline or slip, with a semicolon between them`,
      ),
    );
  });
});

test("whoever dissents, and why, is read from an export, and a reason alone says it too", () => {
  const header = ["case_ref", "factor", "coder", "level", "dissent", "dissent_reason"];
  const rows = factorKeys.map((factor, index) => {
    const level = factor === "child_protection_plan" ? "no" : "low";
    return ["2015-01", factor, "A", level, ...(dissents[index] ?? ["", ""])];
  });
  const { drafts, faults } = read(sheetOf("ratings", header, ...rows));
  expect(faults).toEqual([]);
  expect(drafts[0]?.ratings[0]?.dissents).toEqual({
    ...{ neglect: "Page 4;\n- twice", emotional_abuse: "", physical_abuse: "Page 9" },
  });
});
const dissents = [
  ["yes", "Page 4;\n- twice"],
  ["yes", ""],
  ["", "Page 9"],
];

describe("what an export says of Other", () => {
  const columns = ["other_themes", "other_description"];
  const again = ["second_level", "second_other_themes", "second_other_description"];
  const sheet = (of: string, ...cells: readonly string[]) =>
    sheetOf(
      "ratings",
      ["case_ref", "factor", "coder", "level", ...columns, ...again],
      ...factorKeys.map((factor) => {
        const level = factor === "child_protection_plan" ? "no" : "low";
        const rest = factor === of ? cells : ["", "", "", "", ""];
        return ["2015-01", factor, "A", level, ...rest];
      }),
    );

  test("is read, the words as they were written", () => {
    const themes = "child_behaviour; something_else";
    const first = [themes, " A dog\n in the house "];
    const { drafts, faults } = read(
      sheet("other", ...first, "high", "child_behaviour", "Two dogs"),
    );
    expect(faults).toEqual([]);
    expect(drafts[0]?.ratings[0]).toMatchObject({
      first: {
        other: {
          ...{ level: "low", themes: ["child_behaviour", "something_else"] },
          description: " A dog\n in the house ",
        },
      },
      second: { other: { level: "high", themes: ["child_behaviour"], description: "Two dogs" } },
    });
    expect(Object.keys(drafts[0]?.ratings[0]?.first ?? {})).toEqual(["other"]);
  });

  test("is refused beside another factor, and where a theme is not known", () => {
    expect(read(sheet("neglect", "child_behaviour", "A dog", "", "", "")).faults).toEqual([
      "ratings, row 2, column other_themes: “child_behaviour” found, expected nothing beside Neglect",
      "ratings, row 2, column other_description: “A dog” found, expected nothing beside Neglect",
    ]);
    expect(read(sheet("other", "dogs", "A dog", "", "", "")).faults).toEqual([
      "ratings, row 14, column other_themes: “dogs” found, expected any of parental_learning_disability, parental_violence_or_convictions, child_health_or_disability, child_behaviour or something_else, with a semicolon between them",
    ]);
  });

  test("is not dropped unsaid where the second look has no level", () => {
    expect(read(sheet("other", "", "", "", "child_behaviour", "A dog")).faults).toEqual([
      "ratings, row 14, column second_level: nothing found, expected the level that was given in the second look",
    ]);
  });

  test("is not what a sheet of a team has in columns of themes and descriptions", () => {
    const rows = factorKeys.map((factor) => ["2015-01", factor, "A", "0", "What it is", "Page 4"]);
    const header = ["case_ref", "factor", "coder", "score", "Description", "Note"];
    const { drafts, faults } = read(sheetOf("ratings", header, ...rows));
    expect(faults).toEqual([]);
    expect(drafts[0]?.ratings[0]?.first?.other).toEqual({
      ...{ level: "not_indicated", note: "Page 4", unsure: false },
    });
  });
});

test("the invented reference files are read as they are: 86 cases, 82 with scores", () => {
  const folder = join(import.meta.dirname, "../../../commands/demo/reference");
  const sheets = ["cases", "children", "involvement_periods", "independent_ratings_2015"].map(
    (name) => {
      const lines = readFileSync(join(folder, `${name}.csv`), "utf8")
        .trim()
        .split("\n");
      return sheetOf(name, ...lines.map((line) => line.split(",")));
    },
  );
  const { drafts, faults } = read(...sheets);
  expect(faults).toEqual([]);
  expect(drafts).toHaveLength(86);
  expect(drafts.filter(({ levels }) => levels !== null)).toHaveLength(82);
  expect(drafts.flatMap(({ facts }) => facts.children ?? [])).toHaveLength(113);
  expect(drafts.flatMap(({ facts }) => facts.periods ?? [])).toHaveLength(153);
  expect(drafts.flatMap(({ ratings }) => ratings)).toHaveLength(64);
});
