import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { always } from "@/domain/agreement/period";
import { unmarkFormulas } from "@/domain/dataset/formulas";
import { getAgreement } from "../../agreement/agreement";
import { must } from "../../fixtures";
import { commandLineViewer } from "../../people/people";
import { getReport } from "../../tables/report";
import {
  asText,
  type Change,
  changed,
  inWords,
  names,
  numbered,
  texts,
  withoutFreeText,
} from "./comparing.fixtures";
import type { HeldRow } from "./held.fixtures";
import { needs, rowsIn, run } from "./programs.fixtures";
import { heldBy, type Taken, takenStudy } from "./study.fixtures";

/*
 * R opens what Concord writes, and finds in it what its database holds: as many rows, the same
 * values, 0 where it is 0 and nothing where nothing is known.
 */

let taken: Taken;
beforeAll(async () => {
  taken = await takenStudy();
});
afterAll(() => taken.end());

const scripts = resolve("db", "exports", "foreign-readers");
const read = (reader: string) =>
  run("Rscript", [join(scripts, "read.R"), reader, ...names], taken.folder);
const found = (name: string) => rowsIn(join(taken.folder, `${name}.found`));
const count = (rows: readonly HeldRow[], value: unknown) =>
  rows.filter(({ neglect }) => neglect === value).length;

test("the database holds the reference cases and one more", () => {
  expect(names.map((name) => [name, heldBy(taken, name).rows.length])).toEqual([
    ["agreed-ratings", 87],
    ["agreed-ratings-long", 1079],
    ["children", 115],
    ["involvement-periods", 155],
    ["practice", 2],
    ["actions", 2],
    ["for-leads/ratings", 66 * 13],
    ["for-leads/sensitivity", 83],
  ]);
  const { rows } = heldBy(taken, "agreed-ratings");
  expect([count(rows, 0), count(rows, null)]).toEqual([35, 4]);
});

describe("haven reads the files for SPSS:", () => {
  test("rows and values", { timeout: 60_000 }, async (context) => {
    needs("haven", context);
    await read("haven");
    for (const name of names) {
      const { rows, labels } = heldBy(taken, name);
      const inSpss: Change = (value, column) =>
        texts.includes(column) ? (value ?? "") : numbered({ rows, labels })(value, column);
      expect(changed(found(`${name}.haven`)), name).toEqual(changed(withoutFreeText(rows), inSpss));
    }
    const ratings = found("agreed-ratings.haven");
    expect([count(ratings, 0), count(ratings, null)]).toEqual([35, 4]);
  });

  test("labels of variables and values", { timeout: 60_000 }, async (context) => {
    needs("haven", context);
    await read("haven");
    for (const name of names) {
      const { rows, labels } = heldBy(taken, name);
      const all = found(`${name}-labels.haven`);
      const valuesOf = (column: string) =>
        all.filter((row) => row.column === column && row.value !== null);
      for (const [column, list] of Object.entries(labels).filter(([one]) => one in (rows[0] ?? {})))
        expect(
          valuesOf(column).map(({ value, label }) => [value, label]),
          `${name}, ${column}`,
        ).toEqual(
          [...list].map(([key, label], at) => [typeof key === "number" ? key : at + 1, label]),
        );
    }
    const ofRatings = found("agreed-ratings-labels.haven").filter(({ value }) => value === null);
    expect(ofRatings).toHaveLength(34);
    expect(ofRatings.map(({ label }) => label)).toEqual(
      expect.arrayContaining([
        "Reference",
        "On child protection plan",
        "Mother’s age at birth of first child",
      ]),
    );
  });
});

test("readxl reads the workbook", { timeout: 60_000 }, async (context) => {
  needs("readxl", context);
  await read("readxl");
  for (const name of names)
    expect(changed(found(`${name}.readxl`)), name).toEqual(changed(heldBy(taken, name).rows));
});

test("readr reads CSV", { timeout: 60_000 }, async (context) => {
  needs("readr", context);
  await read("readr");
  const unmarked: Change = (value) => (value === null ? null : unmarkFormulas(String(value)));
  for (const name of names)
    expect(changed(found(`${name}.readr`), unmarked), name).toEqual(
      changed(heldBy(taken, name).rows, asText),
    );
});

describe("the script for R that goes with the files", () => {
  const script = () => run("Rscript", [join(scripts, "read-dataset.R")], taken.folder);

  test("reads every table, in words", { timeout: 60_000 }, async (context) => {
    needs("R", context);
    await script();
    for (const name of names) {
      const words = inWords(heldBy(taken, name));
      const expected: Change = (value, column) =>
        typeof value === "string" ? words(value, column) : value;
      expect(changed(found(`${name}.script`)), name).toEqual(
        changed(heldBy(taken, name).rows, expected),
      );
    }
    expect(found("neglect.script")).toEqual([
      { value: 0, label: "Not indicated" },
      { value: 1, label: "Low" },
      { value: 2, label: "Medium" },
      { value: 3, label: "High" },
    ]);
  });

  // The report prints one decimal, but 13.75; and 12.8 for all seven cases of the second row, a
  // mean that no seven whole numbers have.
  const table10 = {
    "Public law, s31": ["18.17 (18)", "15.50 (12)", "17.10 (30)"],
    "Public law, other": ["12.83 (6)", "13.00 (1)", "12.86 (7)"],
    "Private law, WTFH only": ["6.29 (14)", "11.00 (3)", "7.12 (17)"],
    "Private law, WTFH and WAFH": ["9.41 (17)", "13.75 (4)", "10.24 (21)"],
    "Public law": ["16.83 (24)", "15.31 (13)", "16.30 (37)"],
    "Private law": ["8.00 (31)", "12.57 (7)", "8.84 (38)"],
    "Public and private law": ["17.50 (4)", "17.00 (3)", "17.29 (7)"],
    "All cases": ["12.24 (59)", "14.70 (23)", "12.93 (82)"],
  };

  test("makes Table 10 as the report prints it", { timeout: 60_000 }, async (context) => {
    needs("R", context);
    await script();
    const rows = found("table-10.script");
    const cellsOf = (cases: string) =>
      ["earlier", "this", "all"].map((column) => {
        const row = rows.find((one) => one.cases === cases && one.column === column);
        return `${Number(row?.mean).toFixed(2)} (${row?.n})`;
      });
    const made = Object.keys(table10).map((cases) => [cases, cellsOf(cases)]);
    expect(Object.fromEntries(made)).toEqual(table10);
    expect(new Set(rows.map(({ cases }) => cases))).toEqual(new Set(Object.keys(table10)));
  });

  test("makes Table 10 by sample as the page of tables has it", {
    timeout: 60_000,
  }, async (context) => {
    needs("R", context);
    await script();
    const report = must(await getReport(commandLineViewer(), { release: null }));
    const onPage = report?.tables.find(({ kind }) => kind.output === "table_10");
    const rows = found("table-10-by-sample.script");
    const figure = (column: string, label: string) => {
      const row = rows.find((one) => one.column === column && one.cases === label);
      return `${Number(row?.mean).toFixed(6)} (${row?.n})`;
    };
    expect(onPage?.columns.map(({ groups }) => groups)).toEqual([
      ["2012", "2013", "2014"],
      ["2015"],
      ["2012", "2013", "2014", "2015"],
    ]);
    const groups: Record<string, string> = {
      "All public law": "Public law",
      "All private law": "Private law",
    };
    for (const { label, cells } of onPage?.lines ?? []) {
      const name = groups[label] ?? label;
      const shown = cells.map(({ sum, values }) => `${(sum / values).toFixed(6)} (${values})`);
      const columns = ["Earlier samples", "This sample", "Both"];
      expect(
        columns.map((column) => figure(column, name)),
        label,
      ).toEqual(shown);
    }
    expect(onPage?.lines).toHaveLength(8);
    expect(figure("2015", "All cases")).toBe(figure("This sample", "All cases"));
    expect(figure("2012", "All cases")).toBe("13.826087 (23)");
  });

  test("says how far coders agreed as the page of agreement does", {
    timeout: 60_000,
  }, async (context) => {
    needs("R", context);
    await script();
    const onPage = await getAgreement(commandLineViewer(), {
      ...{ samples: [], secondLook: null, period: always, coders: [], names: false },
    });
    const { codebook, factors } = onPage ?? { codebook: null, factors: [] };
    const rows = found("agreement.script");
    expect(rows.map(({ factor }) => factor)).toEqual(codebook?.factors.map(({ label }) => label));
    for (const { factor, ...one } of factors) {
      const label = codebook?.factors.find(({ key }) => key === factor)?.label;
      const row = rows.find((each) => each.factor === label);
      expect(row?.cases, label).toBe(one.alpha.cases);
      for (const [name, value] of [
        ["percent", one.percent.value],
        ["within_one", one.withinOne.value],
        ["presence", one.presence.value],
        ["kappa", one.fleiss.value],
        ["ac2", one.ac2.value],
        ["alpha", one.alpha.value],
      ] as const)
        expect(Number(row?.[name]), `${label}, ${name}`).toBeCloseTo(Number(value), 10);
    }
    expect(rows[0]?.cases).toBe(24);
  });
});
