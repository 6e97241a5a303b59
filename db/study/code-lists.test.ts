import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type CodeListName, firstCodeLists } from "@/domain/code-lists/code-lists";
import { type TypedValue, typedValue } from "@/domain/code-lists/edit";
import { notFound } from "@/domain/outcome";
import { changeRecord, getCaseRecord } from "../cases/case-records";
import { listDataset } from "../dataset/dataset";
import {
  type CsvCase,
  csvFile,
  exported,
  must,
  person,
  refusal,
  temporaryStudy,
} from "../fixtures";
import { importCases } from "../imports/cases";
import { commandLineViewer, type Viewer } from "../people/people";
import { countedForTable10 } from "../tables/report.fixtures";
import { changeCodeList, countCodes, currentCodeLists, listCodeListChanges } from "./code-lists";
import { makeStudy } from "./study";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;

beforeEach(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
  const of = (case_ref: string, case_type: string): CsvCase => ({
    case_ref,
    scores: "3210000000000",
    cells: { case_type },
  });
  must(
    await importCases(commandLineViewer(), {
      cases: csvFile("cases.csv", [
        of("2012-01", "public_s31"),
        of("2012-02", "public_other"),
        of("2012-03", "public_other"),
        of("2012-04", "private_wtfh"),
      ]),
    }),
  );
});
afterEach(() => study.end());

async function edit(
  name: CodeListName,
  changes: Record<string, Partial<TypedValue>>,
  over: { seenVersion?: number; reason?: string } = {},
) {
  const list = (await currentCodeLists())[name];
  const values = list.values
    .map((value) => typedValue(list, value))
    .map((value) => ({ ...value, ...changes[value.key] }));
  return changeCodeList(lead, name, {
    seenVersion: list.version,
    reason: "Told so",
    values,
    ...over,
  });
}

const asPublic = { public_other: { mergedInto: "public_s31" } };

describe("a code list", () => {
  test("begins with the values of the study, which a second start leaves as they are", async () => {
    expect(await currentCodeLists()).toEqual(firstCodeLists);
    must(await edit("methodology", { scie: { label: "Systems model" } }));
    await makeStudy("study");
    expect((await currentCodeLists()).methodology).toMatchObject({
      version: 2,
      values: [{}, {}, { key: "scie", label: "Systems model" }, {}],
    });
  });

  test("says how many cases have each value now", async () => {
    expect(await countCodes(lead, "case_type")).toEqual({
      public_s31: 1,
      public_other: 2,
      private_wtfh: 1,
    });
    expect(await countCodes(lead, "practice_theme")).toEqual({});
  });

  test("counts each case once, by its record as it is now", async () => {
    const point = (theme: string) => ({ kind: "strength", theme, description: "" }) as const;
    const changed = async (reference: string, seenRevision: number, themes: string[]) =>
      must(
        await changeRecord(lead, reference, {
          ...{ section: "practice", seenRevision, reason: "Page 4", confirmed: true },
          facts: { practice: themes.map(point) },
        }),
      );
    const withActions = async (reference: string, seenRevision: number, statuses: string[]) =>
      must(
        await changeRecord(lead, reference, {
          ...{ section: "actions", seenRevision, reason: "Page 9", confirmed: true },
          facts: { actions: statuses.map((status) => ({ description: "Write it down", status })) },
        }),
      );
    await changed("2012-01", 1, ["other"]);
    await withActions("2012-01", 2, ["not_known"]);
    await changed("2012-01", 3, ["recording", "recording"]);
    await withActions("2012-01", 4, ["done", "done", "planned"]);
    await changed("2012-02", 1, ["other"]);
    await withActions("2012-02", 2, ["under_way"]);
    await changed("2012-02", 3, ["timeliness", "recording"]);
    await withActions("2012-02", 4, ["planned"]);
    expect(await countCodes(lead, "practice_theme")).toEqual({ recording: 2, timeliness: 1 });
    expect(await countCodes(lead, "action_status")).toEqual({ done: 1, planned: 2 });
    expect(await countCodes(lead, "case_type")).toEqual({
      public_s31: 1,
      public_other: 2,
      private_wtfh: 1,
    });
  });

  test("in which a value is merged counts its cases as the other, and the records stay", async () => {
    must(await edit("case_type", asPublic));
    const types = async () =>
      (await countedForTable10(lead)).map((line) => line.replace(/, \d+$/, ""));
    expect(await types()).toEqual(["2012 private_wtfh: 1", "2012 public_s31: 3"]);
    const filtered = await listDataset(lead, { caseType: "public_s31" });
    expect(filtered?.rows.map((row) => row.reference)).toEqual(["2012-01", "2012-02", "2012-03"]);
    const wide = (await exported(lead, "agreed-ratings.csv")).split("\n");
    expect(wide.slice(1, 5).map((line) => line.split(",")[2])).toEqual([
      "public_s31",
      "public_s31",
      "public_s31",
      "private_wtfh",
    ]);
    must(await edit("case_type", { public_other: { mergedInto: "", offered: "yes" } }));
    expect(await types()).toEqual([
      "2012 private_wtfh: 1",
      "2012 public_other: 2",
      "2012 public_s31: 1",
    ]);
  });

  test("keeps every version, with who made it and why", async () => {
    must(await edit("case_type", { private_wtfh: { label: "Private law, first hearing" } }));
    must(await edit("case_type", asPublic, { reason: "Too few" }));
    expect(await listCodeListChanges(lead, "case_type")).toMatchObject([
      {
        version: 3,
        madeBy: "Lena",
        reason: "Too few",
        changes: ["“Public law, other” counts as “Public law, s31”"],
      },
      {
        version: 2,
        reason: "Told so",
        changes: ["“Private law, WTFH only” is now “Private law, first hearing”"],
      },
      { version: 1, madeBy: null, reason: "", changes: [] },
    ]);
    expect((await getCaseRecord(lead, "2012-04"))?.record.caseType).toBe("private_wtfh");
  });

  test("is not changed over what somebody else changed, without a reason, or to the same", async () => {
    must(await edit("case_type", asPublic));
    const again = { private_wtfh: { label: "Private" } };
    expect(await edit("case_type", again, { seenVersion: 1 })).toEqual(
      refusal(
        "",
        "Somebody else has changed this list since you opened it: “Public law, other” counts as “Public law, s31”. Open it in another tab to see what holds, and copy over what you want to keep.",
      ),
    );
    for (const seenVersion of [0, 1.5, 3, Number.NaN])
      expect(await edit("case_type", again, { seenVersion })).toEqual(
        refusal(
          "",
          "Somebody else has changed this list since you opened it. Open it in another tab to see what holds, and copy over what you want to keep.",
        ),
      );
    expect(await edit("case_type", again, { reason: " " })).toEqual(
      refusal("reason", "Say why the list is changed"),
    );
    expect(await edit("case_type", {})).toEqual(refusal("", "Nothing is changed yet."));
    expect(await edit("case_type", { private_wtfh: { label: "" } })).toEqual(
      refusal("values.2.label", "Enter a name for this value"),
    );
    expect((await currentCodeLists()).case_type.version).toBe(2);
  });

  test("is edited, and its use counted, by leads alone", async () => {
    for (const viewer of [await person("Ann", "coder", "analyst"), await person("Adi", "admin")]) {
      const change = { seenVersion: 1, values: [], reason: "So" };
      expect(await changeCodeList(viewer, "case_type", change)).toEqual(notFound);
      expect(await countCodes(viewer, "case_type")).toBeNull();
      expect(await listCodeListChanges(viewer, "case_type")).toBeNull();
    }
  });
});
