import { describe, expect, test } from "vitest";
import { emptyRecord, type Section } from "../../case-record/case-record";
import { readSection, type TypedSection } from "../../case-record/read-section";
import { basics, case1, firstBook, read, sheetOf } from "./fixtures";

const record = emptyRecord({
  ...{ sample: "2015", caseType: "public_other", incidentType: "suicide" },
});
const whole = { sample: "2015", caseType: "public_other", incidentType: "suicide" };

/** What the form of a section says of a text in it; "" when it takes it. */
function formSays(section: Section, { fields, rows }: TypedSection): string {
  const typed = { fields: { ...whole, ...fields }, rows };
  const outcome = readSection(section, typed, record, firstBook.lists);
  return outcome.kind === "refused" ? outcome.problems.map(({ message }) => message).join() : "";
}

describe("a text that the form of its record would refuse for its length is a fault in an import too:", () => {
  const ofCase = (column: string) => (text: string) =>
    read(
      sheetOf(
        "x",
        [...basics, "Included", column],
        [...["2015-01", "2015", "public_other", "suicide", column === reason ? "no" : "yes"], text],
      ),
    );
  const reason = "Reason for exclusion";
  const ofList = (headers: string[], cells: string[]) => (text: string) =>
    read(sheetOf("cases", basics, case1), sheetOf("x", headers, ["2015-01", ...cells, text]));
  const single = (name: string) => (text: string) => ({ fields: { [name]: text }, rows: [] });

  test.each<
    [
      string,
      number,
      (text: string) => ReturnType<typeof read>,
      Section,
      (text: string) => TypedSection,
      said?: string,
    ]
  >([
    ["Which kind", 200, ofCase("Which kind"), "case", single("caseTypeDetail")],
    [
      ...(["Why this incident type", 4000] as const),
      ...([ofCase("Why this incident type"), "incident", single("incidentRationale")] as const),
    ],
    [
      ...([reason, 4000, ofCase(reason), "analysis"] as const),
      (text) => ({ fields: { included: "no", exclusionReason: text }, rows: [] }),
    ],
    [
      ...(["Details", 4000] as const),
      ofList(["Ref", "Kind", "Theme", "Details"], ["strength", "recording"]),
      "practice",
      (description) => ({
        fields: {},
        rows: [{ kind: "strength", theme: "recording", description }],
      }),
      "Point 1, what shows it: shorten this",
    ],
    [
      ...(["Action taken", 4000] as const),
      ofList(["Ref", "Status", "Action taken"], ["done"]),
      "actions",
      (description) => ({ fields: {}, rows: [{ description, status: "" }] }),
      "Action 1: shorten this",
    ],
  ])("%s", (column, most, imported, section, typed, said = "Shorten this") => {
    const [fits, long] = ["x".repeat(most), "x".repeat(most + 1)];
    const shown = most.toLocaleString("en-GB");
    expect([imported(fits).faults, imported(long).faults]).toEqual([
      [],
      [
        `x, row 2, column ${column}: “${"x".repeat(60)}…” found, expected at most ${shown} characters`,
      ],
    ]);
    expect([formSays(section, typed(fits)), formSays(section, typed(long))]).toEqual([
      "",
      `${said} to ${shown} characters`,
    ]);
  });
});
