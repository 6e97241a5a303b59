import { describe, expect, test } from "vitest";
import { codeListFields } from "../../dataset/code-lists-table";
import { ratings } from "../../dataset/ratings";
import { sensitivity } from "../../dataset/sensitivity";
import { guessSheet } from "./columns";
import { factorKeys, firstBook, sheetOf } from "./fixtures";
import type { Matching } from "./matching";

/** What a sheet was taken for: its kind, its header row, and the target of each column. */
function guess(sheet: ReturnType<typeof sheetOf>, last: Matching | null = null) {
  const { kind, headerLine, columns } = guessSheet(sheet, firstBook, last);
  return { kind, headerLine, targets: columns.map(({ target }) => target) };
}

const row = ["2015-01", "2015", "s31", "Neglect (fatal)", "H", "M"];

test("the headers of the reference files are found by name", () => {
  const header = ["case_ref", "sample", "case_type", "incident_type", ...factorKeys];
  expect(guess(sheetOf("cases", header, row))).toEqual({
    kind: "cases",
    headerLine: 1,
    targets: header,
  });
});

test("headers stand below a title and remarks, and are written as people write them", () => {
  const sheet = sheetOf(
    "Sheet1",
    ["Serious case reviews, all samples"],
    [],
    ["", "last saved on a Tuesday"],
    ["Case no.", "Year", "CASE TYPE", "Incident", "Neglct", "Emot. abuse", "DV", "Remarks"],
    [...row, "L", "thin file"],
  );
  expect(guess(sheet)).toEqual({
    kind: "cases",
    headerLine: 4,
    targets: [
      "case_ref",
      "sample",
      "case_type",
      "incident_type",
      "neglect",
      "emotional_abuse",
      "domestic_violence",
      null,
    ],
  });
});

test("a Cyrillic letter in a header makes no difference", () => {
  const sheet = sheetOf("x", ["Саse rеf", "Samplе", "Neglесt"], ["2015-01", "2015", "3"]);
  expect(guess(sheet).targets).toEqual(["case_ref", "sample", "neglect"]);
});

test("of two columns with the same header the second is left out", () => {
  const sheet = sheetOf(
    "x",
    ["Reference", "Sample", "Neglect", "Neglect"],
    ["1", "2015", "3", "0"],
  );
  expect(guess(sheet).targets).toEqual(["case_ref", "sample", "neglect", null]);
});

test("children and periods in numbered columns are told apart", () => {
  const header = [
    ...["Ref", "Child 1 age", "Child 1 sex", "Child 2 age", "Child 2 outcome"],
    ...["Period 1 start", "Period 1 end", "Start date 2", "End date 2"],
  ];
  expect(guess(sheetOf("x", header, ["2015-01", "3", "F", "9"]))).toEqual({
    kind: "cases",
    headerLine: 1,
    targets: [
      "case_ref",
      "children.1.age_years",
      "children.1.sex",
      "children.2.age_years",
      "children.2.outcome",
      "periods.1.start_date",
      "periods.1.end_date",
      "periods.2.start_date",
      "periods.2.end_date",
    ],
  });
});

describe("a sheet is taken for what its columns are:", () => {
  test.each([
    ["children", ["Case", "Age", "Gender", "Died/survived"]],
    ["periods", ["Case", "Start", "End"]],
    ["practice", ["Case", "Strength/shortcoming", "Theme", "Details"]],
    ["actions", ["Case", "Action taken", "Status"]],
    ["ratings", ["Case", "Rater", "Neglect", "Emotional abuse"]],
    ["ratings_by_factor", ["Case", "Coder", "Risk factor", "Score"]],
    ["ratings_by_factor", ratings.fields(firstBook).map(({ name }) => name)],
    ["code_lists", codeListFields.map(({ name }) => name)],
    [null, ["List", "Value", "Label"]],
    [null, sensitivity.fields(firstBook).map(({ name }) => name)],
    [null, ["Factor", "Definition", "Anchors"]],
    [null, ["Notes"]],
  ])("%s", (kind, header) => {
    expect(guess(sheetOf("x", header, ["2015-01"])).kind).toBe(kind);
  });
});

describe("of a sheet with many columns that Concord does not know", () => {
  const own = Array.from({ length: 20 }, (_, index) => `Local field ${index + 1}`);

  test("it is known whether it has all that a new case needs", () => {
    const sheet = sheetOf("x", ["Ref", "Sample", "Case type", "Incident type", ...own], row);
    expect(guess(sheet)).toEqual({
      kind: "cases",
      headerLine: 1,
      targets: ["case_ref", "sample", "case_type", "incident_type", ...own.map(() => null)],
    });
  });

  test.each([
    ["a reference alone", ["Ref"]],
    ["a reference and a day", ["Ref", "Start"]],
    ["a reference and some of it", ["Ref", "Sample", "Incident type"]],
    ["guesses of it", ["Ref", "Sampel", "Case typ", "Incident type"]],
  ])("it is left out with %s: nobody knows what it is", (_, header) => {
    expect(guess(sheetOf("x", [...header, ...own], row)).kind).toBe(null);
  });
});

test("an empty sheet is left out", () => {
  expect(guess(sheetOf("x"))).toEqual({ kind: null, headerLine: 1, targets: [] });
});

describe("a name of its own wins over another one that stands before it, which says to be checked:", () => {
  const own = ["Sample", "Case type", "Incident type"];
  test.each<[string, string[], (readonly [string | null, string])[]]>([
    [
      "references",
      ["ID", "Reference", ...own],
      [
        [null, "nothing"],
        ["case_ref", "name"],
      ],
    ],
    [
      "samples",
      ["Ref", "Year", ...own],
      [
        ["case_ref", "synonym"],
        [null, "nothing"],
        ["sample", "name"],
      ],
    ],
    [
      "case types",
      ["Ref", "Type", ...own],
      [
        ["case_ref", "synonym"],
        [null, "nothing"],
        ["sample", "name"],
        ["case_type", "name"],
      ],
    ],
    [
      "risk factors",
      ["Ref", "Self-harm", "Parental self-harm or suicide", ...own],
      [
        ["case_ref", "synonym"],
        [null, "nothing"],
        ["parental_self_harm_suicide", "name"],
      ],
    ],
    [
      "practice",
      ["Ref", "Notes", "Description", "Category", "Theme", "Kind"],
      [
        ["case_ref", "synonym"],
        [null, "nothing"],
        ["description", "name"],
        [null, "nothing"],
        ["theme", "name"],
      ],
    ],
    [
      "numbered children",
      ["Ref", "Child 1 gender", "Child 1 sex", ...own],
      [
        ["case_ref", "synonym"],
        [null, "nothing"],
        ["children.1.sex", "name"],
      ],
    ],
    [
      "of two other names the nearer",
      ["ID", "Case no.", ...own],
      [
        [null, "nothing"],
        ["case_ref", "synonym"],
      ],
    ],
    [
      "another name alone",
      ["Ref", "Year", "Type of case", "Incident"],
      [
        ["case_ref", "synonym"],
        ["sample", "synonym"],
        ["case_type", "synonym"],
        ["incident_type", "synonym"],
      ],
    ],
  ])("%s", (_, header, expected) => {
    const { columns } = guessSheet(sheetOf("x", header, row), firstBook, null);
    const found = columns.slice(0, expected.length).map(({ target, by }) => [target, by]);
    expect(found).toEqual(expected);
  });
});

test("a column is matched as in the last import, whatever its name", () => {
  const last: Matching = {
    sample: "",
    sheets: [
      {
        kind: "cases",
        headerLine: 1,
        columns: [
          { header: "Kinderakte", target: "case_ref", by: "person", values: {} },
          { header: "Sample", target: "exclusion_reason", by: "person", values: {} },
        ],
      },
    ],
  };
  const sheet = sheetOf("x", ["KINDERAKTE", "Sample", "Neglect"], ["2015-01", "2015", "3"]);
  expect(guess(sheet, last).targets).toEqual(["case_ref", "exclusion_reason", "neglect"]);
  expect(guess(sheet).kind).toBe(null);
});

describe("a column that somebody left out in the last import", () => {
  const lastWith = (...columns: Matching["sheets"][number]["columns"]): Matching => ({
    sample: "",
    sheets: [{ kind: "cases", headerLine: 1, columns }],
  });
  const ref = { header: "Ref", target: "case_ref", by: "name", values: {} } as const;
  const neglect = { header: "Neglect", target: null, by: "person", values: {} } as const;
  const sheet = sheetOf("x", ["Ref", "Sample", "NEGLECT"], ["2015-01", "2015", "3"]);

  test("is left out again, and says so", () => {
    const { columns } = guessSheet(sheet, firstBook, lastWith(ref, neglect));
    expect(columns.map(({ target, by }) => [target, by])).toEqual([
      ["case_ref", "remembered"],
      ["sample", "name"],
      [null, "remembered"],
    ]);
  });

  test("is left out the time after that too", () => {
    const { columns } = guessSheet(sheet, firstBook, lastWith(ref, neglect));
    expect(guess(sheet, lastWith(...columns)).targets).toEqual(["case_ref", "sample", null]);
  });

  test("is not confused with one that was only not recognised", () => {
    const unknown = { ...neglect, by: "nothing" } as const;
    expect(guess(sheet, lastWith(ref, unknown)).targets).toEqual(["case_ref", "sample", "neglect"]);
  });

  test("stays where another of the same header was taken", () => {
    const taken = { ...neglect, target: "neglect", by: "name" } as const;
    const twice = sheetOf("x", ["Ref", "Sample", "Neglect", "Neglect"], ["1", "2015", "3", "0"]);
    expect(guess(twice, lastWith(ref, taken, neglect)).targets).toEqual([
      ...["case_ref", "sample", "neglect"],
      null,
    ]);
  });
});

describe("several columns with one header", () => {
  const blocks = sheetOf(
    "x",
    ["", "", "Coder A", "", "Agreed", ""],
    ["Ref", "Sample", "Neglect", "Sexual abuse", "Neglect", "Sexual abuse"],
    ["2015-01", "2015", "3", "3", "0", "0"],
  );
  const chosen = (sheet: typeof blocks, last: Matching | null = null) =>
    guessSheet(sheet, firstBook, last).columns.map(({ target, by }) => [target, by]);
  const known = [
    ["case_ref", "synonym"],
    ["sample", "name"],
  ];
  const first = [
    ["neglect", "guess"],
    ["sexual_abuse", "guess"],
  ];
  const nothing = [
    [null, "nothing"],
    [null, "nothing"],
  ];

  test("are a guess, the first of them", () => {
    expect(chosen(blocks)).toEqual([...known, ...first, ...nothing]);
  });

  test("are as somebody chose the last time, each by its place", () => {
    const { kind, headerLine, columns } = guessSheet(blocks, firstBook, null);
    const corrected = columns.map((column, index) => {
      if (index < 2) return column;
      const target = index < 4 ? null : (columns[index - 2]?.target ?? null);
      return { ...column, target, by: "person" as const };
    });
    const last = { sample: "", sheets: [{ kind, headerLine, columns: corrected }] };
    expect(chosen(blocks, last)).toEqual([
      ["case_ref", "remembered"],
      ["sample", "remembered"],
      [null, "remembered"],
      [null, "remembered"],
      ...first,
    ]);
  });
});

test("of several columns with one header none is remembered where there are more or fewer by now", () => {
  const last = (...targets: (string | null)[]): Matching => {
    const [ref, ...blocks] = targets.map((target, index) => {
      const header = index === 0 ? "Ref" : "Neglect";
      return { header, target, by: "person" as const, values: {} };
    });
    const columns = ref ? [ref, ...blocks] : [];
    return { sample: "", sheets: [{ kind: "cases", headerLine: 1, columns }] };
  };
  const by = (neglect: readonly string[], before: Matching) => {
    const sheet = sheetOf("x", ["Ref", "Sample", ...neglect], ["2015-01", "2015", "3", "0"]);
    const { columns } = guessSheet(sheet, firstBook, before);
    return columns.slice(2).map(({ target, by }) => [target, by]);
  };
  expect(by(["Neglect"], last("case_ref", null, "neglect"))).toEqual([["neglect", "name"]]);
  expect(by(["Neglect", "Neglect"], last("case_ref", null))).toEqual([
    ["neglect", "guess"],
    [null, "nothing"],
  ]);
});

test("headers in two rows go together where they make a name, as a guess", () => {
  const sheet = sheetOf(
    "x",
    ["", "", "", "", "Child 1", "", "", "Child 2", "", ""],
    [...["Ref", "Sample", "Case type", "Incident type"], ...twice("Age", "Sex", "Outcome")],
    ["2015-01", "2015", "s31", "suicide", "3", "F", "died", "12", "M", "survived"],
  );
  const { columns } = guessSheet(sheet, firstBook, null);
  expect(columns.slice(4).map(({ target, by }) => [target, by])).toEqual(
    ["1.age_years", "1.sex", "1.outcome", "2.age_years", "2.sex", "2.outcome"].map((key) => [
      `children.${key}`,
      "guess",
    ]),
  );
});

test("headers that are merged over both rows are under the lower one too", () => {
  const single = ["Ref", "Sample", "Case type", "Incident type"];
  const sheet = sheetOf(
    "x",
    [...single, "Child 1", ""],
    [...single, "Age", "Sex"],
    ["2015-01", "2015", "s31", "suicide", "3", "F"],
  );
  expect(guess(sheet)).toEqual({
    kind: "cases",
    headerLine: 2,
    targets: [
      ...["case_ref", "sample", "case_type", "incident_type"],
      ...["children.1.age_years", "children.1.sex"],
    ],
  });
});

test("an age and a sex alone are not taken for the mother’s age and for sexual abuse", () => {
  const header = ["Ref", "Sample", "Case type", "Incident type", "Age", "Sex"];
  const sheet = sheetOf("x", header, ["2015-01", "2015", "s31", "suicide", "12", "F"]);
  expect(guess(sheet).targets.slice(4)).toEqual([null, null]);
});

const twice = (...headers: string[]) => [...headers, ...headers];
