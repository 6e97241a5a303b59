import { createHash } from "node:crypto";
import { unzipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CaseRecord } from "@/domain/case-record/case-record";
import { everything } from "@/domain/dataset/choice";
import { changeRecord, type RecordChange } from "../cases/case-records";
import {
  agreeEverything,
  caseFor,
  commit,
  exported,
  exportedBytes,
  must,
  person,
  rateAndSubmit,
  temporaryStudy,
} from "../fixtures";
import type { Viewer } from "../people/people";
import { exportDataset } from "./dataset";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let ann: Viewer;
let bob: Viewer;

beforeEach(async () => {
  study = await temporaryStudy();
  [lead, ann, bob] = [
    await person("Lena", "lead"),
    await person("Ann", "coder"),
    await person("Bob", "coder"),
  ];
  await committed("2016-01", "2016");
});
afterEach(() => study.end());

async function committed(reference: string, sample: string): Promise<void> {
  await caseFor(lead, reference, [ann, bob], { sample, incidentType: "suicide" });
  for (const coder of [ann, bob]) await rateAndSubmit(coder, reference, "3210000000000");
  await agreeEverything(lead, reference);
  await commit(lead, reference);
}

async function change(facts: Partial<CaseRecord>): Promise<void> {
  const section = { case: "caseTypeDetail", involvement: "periods", children: "children" } as const;
  const [own = "practice"] = Object.entries(section)
    .filter(([, fact]) => fact in facts)
    .map(([name]) => name);
  const name = "actions" in facts ? "actions" : own;
  must(
    await changeRecord(lead, "2016-01", {
      section: name,
      facts,
      seenRevision: ++revision,
      reason: "So",
      confirmed: true,
    } as RecordChange),
  );
}
let revision = 0;
beforeEach(() => {
  revision = 0;
});

const rowOf = (text: string) => {
  const [names = "", values = ""] = text.split("\n");
  return Object.fromEntries(
    names.split(",").map((name, index) => [name, values.split(",")[index]]),
  );
};

describe("a case of which everything is recorded", () => {
  beforeEach(async () => {
    await change({
      ...{ sample: "2016", submissionKind: "full_report", methodology: "scie" },
      ...{ caseType: "public_other", caseTypeDetail: "Supervision" },
    });
    await change({
      involvement: "at_time",
      periods: [
        { startDate: "2014-01-01", endDate: "2014-03-01", subject: "child" },
        { startDate: "2014-05-01", endDate: "2016-05-01", subject: null },
      ],
    });
    await change({
      children: [
        { ageYears: 15, sex: "male", outcome: "died" },
        { ageYears: 0, sex: null, outcome: "survived" },
      ],
      ...{ motherAge: 19, motherAgeBand: null },
    });
    await change({ practice: [{ kind: "strength", theme: "recording", description: "Page 4" }] });
    await change({ actions: [{ description: "A letter", status: null }] });
  });

  test("is given with what is computed from it", async () => {
    expect(rowOf(await exported(lead, "agreed-ratings.csv"))).toMatchObject({
      ...{ case_ref: "2016-01", sample: "2016", submission_kind: "full_report" },
      ...{ case_type: "public_other", case_type_detail: "Supervision", law_group: "public" },
      ...{ incident_type: "suicide", fatal: "yes", scr_methodology: "scie" },
      ...{ involvement_months: "26", involvement_months_band: "25 to 36" },
      ...{ index_children: "2", index_children_died: "1" },
      ...{ mother_age_years: "19", mother_age_at_first_birth: "under_21" },
      ...{ neglect: "3", emotional_abuse: "2", physical_abuse: "1", other: "0", risk_rating: "6" },
    });
  });

  test("has a row for each child, period, point of practice and action", async () => {
    expect(await exported(lead, "children.csv")).toBe(
      [
        "case_ref,age_years,sex,outcome,child,age_band",
        "2016-01,15,male,died,1,11 to 15",
        "2016-01,0,,survived,2,Under 1",
        "",
      ].join("\n"),
    );
    expect(await exported(lead, "involvement-periods.csv")).toBe(
      [
        "case_ref,start_date,end_date,period,subject,months",
        "2016-01,2014-01-01,2014-03-01,1,child,2",
        "2016-01,2014-05-01,2016-05-01,2,,24",
        "",
      ].join("\n"),
    );
    expect(await exported(lead, "practice.csv")).toBe(
      "case_ref,point,kind,theme,description\n2016-01,1,strength,recording,Page 4\n",
    );
    expect(await exported(lead, "actions.csv")).toBe(
      "case_ref,action,description,status\n2016-01,1,A letter,\n",
    );
  });

  test("leaves out what people wrote in their own words, unless it is taken along", async () => {
    const plain = { ...everything, freeText: false };
    for (const file of ["agreed-ratings.csv", "practice.csv", "actions.csv", "dataset.zip"]) {
      const bytes = await exportedBytes(lead, file, plain);
      const texts = file.endsWith("zip")
        ? Object.values(unzipSync(bytes)).map((one) => Buffer.from(one).toString("latin1"))
        : [bytes.toString()];
      for (const text of texts) expect(text).not.toMatch(/Supervision|Page 4|A letter/);
    }
    expect((await exported(lead, "practice.csv", plain)).split("\n")[0]).toBe(
      "case_ref,point,kind,theme",
    );
  });
});

test("samples can be chosen, in every file", async () => {
  await committed("2015-01", "2015");
  const of = (samples: readonly string[] | null) =>
    exported(lead, "agreed-ratings-long.csv", { ...everything, samples, freeText: false });
  const references = async (samples: readonly string[] | null) => [
    ...new Set(
      (await of(samples))
        .split("\n")
        .slice(1, -1)
        .map((line) => line.split(",")[0]),
    ),
  ];
  expect(await references(null)).toEqual(["2015-01", "2016-01"]);
  expect(await references(["2015"])).toEqual(["2015-01"]);
});

describe("everything in one zip", () => {
  const files = async () => unzipSync(await exportedBytes(lead, "dataset.zip"));

  test("has each table in each format, how to read them, and right checksums", async () => {
    const all = await files();
    expect(Object.keys(all)).toEqual([
      "CHANGES.txt",
      "METHODS.txt",
      "README.txt",
      "SHA256SUMS",
      "actions.csv",
      "actions.sav",
      "agreed-ratings-long.csv",
      "agreed-ratings-long.sav",
      "agreed-ratings.csv",
      "agreed-ratings.sav",
      "children.csv",
      "children.sav",
      "code-lists.csv",
      "codebook.csv",
      "datapackage.json",
      "dataset.xlsx",
      "fields.csv",
      "for-leads/ratings-fields.csv",
      "for-leads/ratings.csv",
      "for-leads/ratings.sav",
      "for-leads/sensitivity.csv",
      "for-leads/sensitivity.sav",
      "involvement-periods.csv",
      "involvement-periods.sav",
      "practice.csv",
      "practice.sav",
      "read-dataset.R",
      "read-dataset.do",
    ]);
    const sums = Buffer.from(all.SHA256SUMS ?? "").toString();
    const right = Object.keys(all)
      .filter((name) => name !== "SHA256SUMS")
      .map(
        (name) =>
          `${createHash("sha256")
            .update(all[name] ?? "")
            .digest("hex")}  ${name}\n`,
      );
    expect(sums).toBe(right.join(""));
  });

  test("holds the same tables as are given one by one", async () => {
    const all = await files();
    const places = ["agreed-ratings", "agreed-ratings-long", "children", "for-leads/ratings"];
    for (const place of places)
      for (const ending of ["csv", "sav"])
        expect(Buffer.from(all[`${place}.${ending}`] ?? "")).toEqual(
          await exportedBytes(lead, `${place.replace("for-leads/", "")}.${ending}`),
        );
    expect(Buffer.from(all["dataset.xlsx"] ?? "")).toEqual(
      await exportedBytes(lead, "dataset.xlsx"),
    );
  });

  test("describes every column of every table as the tables have them", async () => {
    const all = await files();
    const text = (name: string) => Buffer.from(all[name] ?? "").toString();
    const { resources } = JSON.parse(text("datapackage.json"));
    expect(resources).toHaveLength(12);
    for (const { path, schema } of resources) {
      const names = schema.fields.map((field: { name: string }) => field.name);
      expect(text(path).split("\n")[0]).toBe(names.join(","));
      for (const name of schema.primaryKey) expect(names).toContain(name);
    }
    const neglect = resources[0].schema.fields.find(
      (one: { name: string }) => one.name === "neglect",
    );
    expect(neglect).toMatchObject({ type: "integer", constraints: { enum: [0, 1, 2, 3] } });
    expect(text("read-dataset.R")).toContain('agreed_ratings <- read_table("agreed-ratings.csv")');
    expect(text("read-dataset.R")).toContain('intersect(c("2016"), analysed$sample)');
    expect(text("read-dataset.do")).toContain('label define neglect 3 "High", add');
    expect(text("read-dataset.R")).toContain('ratings <- read_table("for-leads/ratings.csv")');
    expect(text("read-dataset.do")).toContain('save "for-leads/ratings.dta", replace');
    expect(text("README.txt")).toContain("not for publication");
    expect(text("README.txt")).toContain("For leads alone: the tables in for-leads");
  });

  test("is the same bytes as long as nothing changes", async () => {
    expect(await exportedBytes(lead, "dataset.zip")).toEqual(
      await exportedBytes(lead, "dataset.zip"),
    );
  });
});

test("what is stored while a file is taken is not in it", async () => {
  await committed("2016-02", "2016");
  const chunks = must(await exportDataset(lead, "children.csv", everything));
  const taken: string[] = [];
  for await (const chunk of chunks) {
    taken.push(String(chunk));
    if (taken.length === 1)
      await change({
        children: [{ ageYears: 4, sex: null, outcome: null }],
        ...{ motherAge: null, motherAgeBand: null },
      });
  }
  expect(taken.join("")).toBe("case_ref,age_years,sex,outcome,child,age_band\n");
  expect(await exported(lead, "children.csv")).toContain("2016-01,4,,,1,1 to 5");
});
