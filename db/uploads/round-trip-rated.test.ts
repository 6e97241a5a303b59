import { unzipSync } from "fflate";
import { afterEach, expect, test, vi } from "vitest";
import type { CodeListName } from "@/domain/code-lists/code-lists";
import { type TypedValue, typedValue } from "@/domain/code-lists/edit";
import { everything } from "@/domain/dataset/choice";
import { assignCoders } from "../assignments/assignments";
import { reopenCase } from "../dataset/reopening";
import { exportFiles } from "../exports/dataset";
import {
  agree,
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
import type { ImportFile } from "../imports/read-csv";
import type { Viewer } from "../people/people";
import { recordDissent } from "../reconciliation/dissenting";
import { readAgain, secondLookAt } from "../second-look/second-look.fixtures";
import { changeCodeList, currentCodeLists } from "../study/code-lists";
import { importUpload, reviewUpload } from "./importing";
import { jobOn } from "./jobs";
import { beginUpload, getUpload } from "./uploads";

// Reading an upload starts a process, which takes its time where others work too.
vi.setConfig({ testTimeout: 240_000 });

let study: Awaited<ReturnType<typeof temporaryStudy>>;
afterEach(() => study.end());

/** A text that begins like a formula, with blanks around it and line breaks. */
const awkward = " =SUM(A1); \"seen\"\n- at home,\n\n  'quoted' ";

const edit = async (
  lead: Viewer,
  name: CodeListName,
  changes: Record<string, Partial<TypedValue>>,
  ...more: readonly Partial<TypedValue>[]
) => {
  const list = (await currentCodeLists())[name];
  const fresh = { key: "", label: "", offered: "yes", mergedInto: "", lawGroup: "" };
  must(
    await changeCodeList(lead, name, {
      ...{ seenVersion: list.version, reason: "The team agreed" },
      values: [
        ...list.values.map((one) => ({ ...typedValue(list, one), ...changes[one.key] })),
        ...more.map((one) => ({ ...fresh, asksWhich: "", fatal: "", ...one })),
      ],
    }),
  );
};

/** A study whose cases were rated in Concord, with code lists of its own. */
async function ratedStudy(): Promise<Viewer> {
  study = await temporaryStudy();
  const lead = await person("Lena", "lead", "coder");
  await edit(
    lead,
    "case_type",
    { private_wtfh: { label: "First hearing" }, public_other: { mergedInto: "public_s31" } },
    { label: "Secure accommodation", lawGroup: "public", asksWhich: "yes" },
    { label: "Adoption", lawGroup: "private" },
  );
  await edit(lead, "incident_type", {}, { label: "House fire", fatal: "yes" });
  const [ann, bob, cara] = [
    await person("Ann", "coder"),
    await person("Bob", "coder"),
    await person("Cara", "coder"),
  ];
  await caseFor(lead, "2016-01", [ann, bob], { sample: "2016" });
  await secondLookAt(lead, "2016-01", [
    [ann, "3210000000201"],
    [bob, "1210000000200"],
  ]);
  const other = { level: "low", themes: ["something_else"], description: awkward };
  await readAgain(ann, "2016-01", { neglect: { level: "high", note: awkward } });
  await readAgain(bob, "2016-01", { neglect: { level: "medium", unsure: true }, other });
  await agree(lead, "2016-01", {
    ...{ factor: "neglect", level: "high", way: "lead_decision", reason: "Page 4;\n- twice" },
    tags: ["slip", "borderline"],
  });
  must(
    await recordDissent(bob, "2016-01", {
      ...{ factor: "neglect", reason: "Bob dissents;\n- it was Medium", seenRevision: 1 },
    }),
  );
  await agreeEverything(lead, "2016-01");
  await commit(lead, "2016-01");
  const ofNewTypes = { caseType: "adoption", incidentType: "house_fire" };
  await caseFor(lead, "2016-02", [ann, bob], { sample: "2016", ...ofNewTypes });
  await rateAndSubmit(ann, "2016-02", "3333333333333", awkward);
  await rateAndSubmit(bob, "2016-02", "3333333333330", "Page 9");
  must(await assignCoders(lead, "2016-02", [cara.id]));
  await rateAndSubmit(cara, "2016-02", "0000000000000");
  await agree(lead, "2016-02", { factor: "neglect", level: "high", way: "third_coder" });
  await agreeEverything(lead, "2016-02");
  await commit(lead, "2016-02");
  must(await reopenCase(lead, "2016-02", "New papers"));
  await agree(lead, "2016-02", {
    ...{ factor: "other", level: "low", reason: "Page 11 of the new papers" },
  });
  await commit(lead, "2016-02");
  return lead;
}

async function importAll(files: readonly ImportFile[]): Promise<Viewer> {
  study.end();
  study = await temporaryStudy();
  const lead = await person("Lena", "lead", "coder");
  const { id } = must(await beginUpload(lead, files));
  await jobOn(id)?.ended;
  expect((await getUpload(lead, id))?.state).toMatchObject({
    kind: "ready",
    prepared: { cases: 2, faults: [] },
  });
  const review = await reviewUpload(lead, id);
  expect(review?.lists).toEqual([
    {
      label: "Case types",
      changes: [
        "“Public law, other” counts as “Public law, s31”",
        "“Private law, WTFH only” is now “First hearing”",
        "“Secure accommodation” is new",
        "“Adoption” is new",
      ],
    },
    { label: "Index incident types", changes: ["“House fire” is new"] },
  ]);
  expect(review?.counts).toMatchObject({ new: 2, committed: 2, ratings: 5 });
  must(await importUpload(lead, id, { reason: "", seen: review?.seen ?? "" }));
  await jobOn(id)?.ended;
  return lead;
}

test.each([
  ["the workbook", ["dataset.xlsx"]],
  [
    "the tables of the zip as CSV",
    ["agreed-ratings.csv", "for-leads/ratings.csv", "code-lists.csv"],
  ],
])(
  "what was rated in Concord leaves in %s, comes back into an empty study, and leaves as the same bytes",
  async (_, names) => {
    const before = await ratedStudy();
    const files: ImportFile[] = [];
    const zip = unzipSync(await exportedBytes(before, "dataset.zip", everything));
    for (const name of names) files.push({ name, bytes: Buffer.from(zip[name] ?? "") });
    const left = new Map<string, Buffer>();
    for (const { name } of exportFiles)
      left.set(name, await exportedBytes(before, name, everything));
    const ratings = await exported(before, "ratings.csv", everything);
    for (const words of [
      ...["lead_decision", "third_coder", "slip; borderline", "new papers"],
      ...["child_behaviour", "Invented for this test", "something_else", "Bob dissents"],
    ])
      expect(ratings).toContain(words);
    const after = await importAll(files);
    expect(await exported(after, "ratings.csv", everything)).toBe(ratings);
    for (const [name, bytes] of left)
      expect((await exportedBytes(after, name, everything)).equals(bytes), name).toBe(true);
  },
);
