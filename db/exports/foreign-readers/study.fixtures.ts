import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { changeRecord, type RecordChange } from "../../cases/case-records";
import {
  agree,
  agreeEverything,
  caseFor,
  commit,
  exportedBytes,
  must,
  person,
  temporaryStudy,
} from "../../fixtures";
import { importCases } from "../../imports/cases";
import { commandLineViewer } from "../../people/people";
import { recordDissent } from "../../reconciliation/dissenting";
import { readAgain, secondLookAt } from "../../second-look/second-look.fixtures";
import { type Held, heldIn } from "./held.fixtures";

/** A study whose files were taken away: where they lie, and what its database holds. */
export interface Taken {
  readonly folder: string;
  readonly held: Readonly<Record<string, Held>>;
  end(): void;
}

/** What its database holds of a table. */
export function heldBy({ held }: Taken, table: string): Held {
  const found = held[table];
  if (!found) throw new Error(`There is no table ${table}`);
  return found;
}

/** Texts that a reader could take for something else, or cut, or put in two rows. */
const awkward = {
  caseTypeDetail: "007",
  incidentRationale: 'NA; “Größe”, "3/4",\n- at home\n\n\t– and 🦉 at school ',
  practice: "=1+1",
  action: "TRUE, 'or' not",
};

/** The reference cases and one of which everything is recorded, exported with all there is. */
export async function takenStudy(): Promise<Taken> {
  const study = await temporaryStudy();
  const folder = mkdtempSync(join(tmpdir(), "concord-files-"));
  await importReference();
  await recordEverything();
  const zip = unzipSync(await exportedBytes(commandLineViewer(), "dataset.zip"));
  mkdirSync(join(folder, "for-leads"));
  for (const [name, bytes] of Object.entries(zip)) writeFileSync(join(folder, name), bytes);
  return {
    folder,
    held: heldIn(study.dataDir),
    end() {
      study.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function importReference(): Promise<void> {
  const file = (name: string) => ({
    name,
    bytes: readFileSync(join("commands", "demo", "reference", name)),
  });
  const files = {
    cases: file("cases.csv"),
    children: file("children.csv"),
    periods: file("involvement_periods.csv"),
    ratings: file("independent_ratings_2015.csv"),
  };
  must(await importCases(commandLineViewer(), files));
}

async function recordEverything(): Promise<void> {
  const lead = await person("Lena", "lead");
  const [ann, bob] = [await person("Ann", "coder"), await person("Bob", "coder")];
  const facts = { caseType: "public_other", incidentType: "suicide" };
  await caseFor(lead, "2016-01", [ann, bob], facts);
  await secondLookAt(lead, "2016-01", [
    [ann, "3210000000201"],
    [bob, "1210000000200"],
  ]);
  const themes = ["child_behaviour", "something_else"];
  const other = { level: "low", themes, description: awkward.incidentRationale };
  await readAgain(ann, "2016-01", { neglect: { level: "high", note: awkward.practice } });
  await readAgain(bob, "2016-01", { neglect: { level: "medium", unsure: true }, other });
  await agree(lead, "2016-01", {
    ...{ factor: "neglect", level: "high", reason: awkward.incidentRationale },
    tags: ["slip", "borderline"],
  });
  const dissent = { factor: "neglect", reason: awkward.incidentRationale.trim(), seenRevision: 1 };
  must(await recordDissent(bob, "2016-01", dissent));
  await agreeEverything(lead, "2016-01");
  await commit(lead, "2016-01");
  for (const [index, change] of everySection.entries())
    must(
      await changeRecord(lead, "2016-01", {
        ...change,
        ...{ seenRevision: index + 1, reason: "It was missing", confirmed: true },
      } as RecordChange),
    );
}

const everySection: readonly Pick<RecordChange, "section" | "facts">[] = [
  {
    section: "case",
    facts: {
      ...{ sample: "2016", submissionKind: "chronology_only", methodology: "scie" },
      ...{ caseType: "public_other", caseTypeDetail: awkward.caseTypeDetail },
    },
  },
  {
    section: "involvement",
    facts: {
      involvement: "at_time",
      periods: [
        { startDate: "1999-12-31", endDate: "2000-02-29", subject: "child" },
        { startDate: "2016-02-29", endDate: null, subject: "family" },
      ],
    },
  },
  {
    section: "incident",
    facts: { incidentType: "suicide", incidentRationale: awkward.incidentRationale },
  },
  {
    section: "children",
    facts: {
      children: [
        { ageYears: 0, sex: null, outcome: "died" },
        { ageYears: null, sex: "female", outcome: null },
      ],
      ...{ motherAge: 36, motherAgeBand: null },
    },
  },
  {
    section: "practice",
    facts: {
      practice: [
        { kind: "strength", theme: "recording", description: awkward.practice },
        { kind: "shortcoming", theme: "recording", description: "" },
      ],
    },
  },
  {
    section: "actions",
    facts: {
      actions: [
        { description: awkward.action, status: null },
        { description: "NA", status: "done" },
      ],
    },
  },
];
