import { afterEach, expect, test, vi } from "vitest";
import { everything } from "@/domain/dataset/choice";
import { changeRecord, getCaseRecord } from "../cases/case-records";
import { exportFiles } from "../exports/dataset";
import { exportedBytes, must, person, temporaryStudy } from "../fixtures";
import type { ImportFile } from "../imports/read-csv";
import type { Viewer } from "../people/people";
import { bringReferenceCases } from "../reference-cases.fixtures";
import { importUpload, reviewUpload } from "./importing";
import { jobOn } from "./jobs";
import { beginUpload, getUpload } from "./uploads";

// Reading an upload starts a process, which takes its time where others work too.
vi.setConfig({ testTimeout: 240_000 });

let study: Awaited<ReturnType<typeof temporaryStudy>>;
afterEach(() => study.end());

/** A study with the invented reference cases, and on one of them everything that a record can hold. */
async function fullStudy(): Promise<Viewer> {
  study = await temporaryStudy();
  const lead = await person("Lena", "lead", "coder");
  await bringReferenceCases(lead);
  const record = await getCaseRecord(lead, "2012-02");
  let seenRevision = record?.revision ?? 0;
  const change = async (
    made: Omit<Parameters<typeof changeRecord>[2], "seenRevision" | "reason">,
  ) =>
    must(
      await changeRecord(lead, "2012-02", {
        ...made,
        ...{ seenRevision: seenRevision++, reason: "All there is", confirmed: true },
      }),
    );
  await change({
    section: "incident",
    facts: {
      incidentType: "neglect_fatal",
      incidentRationale: '=HYPERLINK("x")\n- at home; -1\n\'quoted\', "twice"',
    },
  });
  await change({
    section: "practice",
    facts: { practice: [{ kind: "strength", theme: "recording", description: "+ clear, dated" }] },
  });
  await change({
    section: "actions",
    facts: { actions: [{ description: "@all: a checklist", status: "under_way" }] },
  });
  await change({
    section: "children",
    facts: {
      children: [{ ageYears: null, sex: null, outcome: "died" }],
      motherAge: 19,
      motherAgeBand: null,
    },
  });
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
    prepared: { cases: 86, faultCount: 0 },
  });
  const review = await reviewUpload(lead, id);
  expect(review?.counts).toMatchObject({ new: 86, committed: 82 });
  expect(review?.differing).toBe(0);
  must(await importUpload(lead, id, { reason: "", seen: review?.seen ?? "" }));
  await jobOn(id)?.ended;
  return lead;
}

test.each([
  ["the workbook", ["dataset.xlsx"]],
  [
    "the tables as CSV",
    ["agreed-ratings", "children", "involvement-periods", "practice", "actions", "ratings"].map(
      (name) => `${name}.csv`,
    ),
  ],
])(
  "everything that leaves in %s comes back into an empty study, and leaves as the same bytes",
  async (_, names) => {
    const before = await fullStudy();
    const files: ImportFile[] = [];
    for (const name of names)
      files.push({ name, bytes: await exportedBytes(before, name, everything) });
    const left = new Map<string, Buffer>();
    for (const { name } of exportFiles)
      left.set(name, await exportedBytes(before, name, everything));
    const after = await importAll(files);
    for (const [name, bytes] of left)
      expect((await exportedBytes(after, name, everything)).equals(bytes), name).toBe(true);
  },
);
