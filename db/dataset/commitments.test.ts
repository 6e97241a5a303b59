import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assignCoders } from "../assignments/assignments";
import { getCase } from "../cases/cases";
import {
  agree,
  agreeEverything,
  caseFor,
  commit,
  csvFile,
  must,
  pastTheProgram,
  person,
  rateAndSubmit,
  refusal,
  seenBy,
  temporaryStudy,
} from "../fixtures";
import { importCases } from "../imports/cases";
import type { Viewer } from "../people/people";
import { acceptAllTheSame, agreeLevel } from "../reconciliation/decisions";
import { getReconciliation } from "../reconciliation/reconciliations";
import { commitCase } from "./commitments";
import { listDataset, listVersions } from "./dataset";
import { reopenCase } from "./reopening";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let otherLead: Viewer;
let ann: Viewer;
let bob: Viewer;
let cy: Viewer;
let number = 0;

beforeAll(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
  otherLead = await person("Olaf", "lead");
  ann = await person("Ann", "coder");
  bob = await person("Bob", "coder");
  cy = await person("Cy", "coder");
});
afterAll(() => study.end());

async function openCase(first: string, second: string): Promise<string> {
  const reference = await caseFor(lead, `2016-${++number}`, [ann, bob]);
  await rateAndSubmit(ann, reference, first);
  await rateAndSubmit(bob, reference, second);
  return reference;
}

async function committedCase(): Promise<string> {
  const reference = await openCase("3210000000000", "3210000000000");
  await agreeEverything(lead, reference);
  expect(await commit(lead, reference)).toBe(1);
  return reference;
}

const datasetRow = async (reference: string) =>
  (await listDataset(lead, {}))?.rows.find((row) => row.reference === reference);

describe("committing a case", () => {
  test("needs all 13 levels to be agreed, and names those that are not", async () => {
    const reference = await openCase("3210000000000", "2200000000000");
    expect(must(await acceptAllTheSame(lead, reference)).accepted).toBe(11);
    expect(await commitCase(lead, reference, await seenBy(lead, reference))).toEqual({
      kind: "refused",
      problems: [
        { field: "neglect.level", message: "Agree a level for Neglect" },
        { field: "physical_abuse.level", message: "Agree a level for Physical abuse" },
      ],
    });
    await agree(lead, reference, { factor: "neglect", level: "high" });
    expect(await commitCase(lead, reference, await seenBy(lead, reference))).toEqual(
      refusal("physical_abuse.level", "Agree a level for Physical abuse"),
    );
    expect(await listVersions(lead, reference)).toEqual([]);
    expect((await getCase(lead, reference))?.stage).toBe("reconciling");
  });

  test("is refused when a level was agreed since the check page was opened", async () => {
    const reference = await openCase("3210000000000", "2210000000000");
    await agreeEverything(lead, reference);
    const seen = await seenBy(lead, reference);
    await agree(lead, reference, { factor: "neglect", level: "medium", seenRevision: 1 });
    expect(await commitCase(lead, reference, seen)).toEqual(
      refusal(
        "",
        "An agreed level was changed since you opened this page. Check the levels again.",
      ),
    );
    expect(await listVersions(lead, reference)).toEqual([]);
    expect(await commit(lead, reference)).toBe(1);
  });

  test("is refused from a check page of an earlier round", async () => {
    const reference = await openCase("3210000000000", "2210000000000");
    await agreeEverything(lead, reference);
    const seen = await seenBy(lead, reference);
    await commit(otherLead, reference);
    must(await reopenCase(otherLead, reference, "A later page was missed"));
    expect(await commitCase(lead, reference, seen)).toEqual(
      refusal(
        "",
        "The case was committed and reopened since you opened this page. Check the levels again.",
      ),
    );
    expect(await listVersions(lead, reference)).toHaveLength(1);
    expect((await getCase(lead, reference))?.stage).toBe("reopened");
    expect(await commit(lead, reference)).toBe(2);
  });

  test("is refused from a check page without the ratings of a coder who joined", async () => {
    const reference = await openCase("3210000000000", "2210000000000");
    await agreeEverything(lead, reference);
    const seen = await seenBy(lead, reference);
    must(await assignCoders(otherLead, reference, [cy.id]));
    await rateAndSubmit(cy, reference, "1210000000000");
    expect(await commitCase(lead, reference, seen)).toEqual(
      refusal(
        "",
        "Another coder’s ratings came in since you opened this page. Check the levels again.",
      ),
    );
    expect(await listVersions(lead, reference)).toEqual([]);
    expect(await commit(lead, reference)).toBe(1);
  });

  test.each(["", "1", "1.2.13.0.0.0.0.0", "13"])(
    "is refused from a page that saw %j",
    async (seen) => {
      const reference = await openCase("3210000000000", "3210000000000");
      await agreeEverything(lead, reference);
      expect((await commitCase(lead, reference, seen)).kind).toBe("refused");
      expect(await listVersions(lead, reference)).toEqual([]);
    },
  );

  test("locks it in the dataset as version 1, with its scores and who committed it", async () => {
    const reference = await openCase("3210000000302", "2210000000302");
    await agreeEverything(lead, reference);
    const seen = await seenBy(lead, reference);
    await commit(lead, reference);
    expect(await datasetRow(reference)).toMatchObject({
      version: 1,
      imported: false,
      reopened: false,
      codebookVersion: "0.1",
      riskRating: 11,
      scores: { neglect: 3, emotional_abuse: 2, physical_abuse: 1, child_protection_plan: 3 },
    });
    const [version, ...more] = await listVersions(ann, reference);
    expect(more).toEqual([]);
    expect(version).toMatchObject({ version: 1, committedBy: "Lena", imported: false });
    expect(version?.ratings).toHaveLength(13);

    expect((await getCase(lead, reference))?.stage).toBe("committed");
    const notFound = { kind: "not_found" };
    const late = {
      factor: "neglect",
      level: "low",
      way: "after_discussion",
      reason: "Page 4",
      seenRevision: 1,
    } as const;
    expect(await getReconciliation(lead, reference)).toBeNull();
    expect(await agreeLevel(lead, reference, late)).toEqual(notFound);
    expect(await acceptAllTheSame(lead, reference)).toEqual(notFound);
    expect(await commitCase(lead, reference, seen)).toEqual(notFound);
  });

  test("by two people at once happens once", async () => {
    const reference = await openCase("3210000000000", "3210000000000");
    await agreeEverything(lead, reference);
    const seen = await seenBy(lead, reference);
    const outcomes = await Promise.all([
      commitCase(lead, reference, seen),
      commitCase(lead, reference, seen),
    ]);
    expect(outcomes).toEqual([{ kind: "done", value: { version: 1 } }, { kind: "not_found" }]);
    expect(await listVersions(lead, reference)).toHaveLength(1);
  });
});

describe("reopening a case", () => {
  test("needs a reason of at most 4,000 characters", async () => {
    const reference = await committedCase();
    expect(await reopenCase(lead, reference, " \n")).toEqual(
      refusal("reason", "Enter a reason for reopening the case"),
    );
    expect(await reopenCase(lead, reference, "a".repeat(4001))).toEqual(
      refusal("reason", "Shorten the reason to 4,000 characters"),
    );
    expect((await getCase(lead, reference))?.stage).toBe("committed");
  });

  test("starts a new round from the levels of the last version, which stays", async () => {
    const reference = await committedCase();
    must(await reopenCase(lead, reference, " A later page was missed "));
    const round = await getReconciliation(bob, reference);
    expect(round).toMatchObject({ round: 2, reason: "A later page was missed", decisions: 13 });
    expect(round?.rows.map((row) => row.agreed?.carried)).toEqual(Array(13).fill(true));
    expect(round?.rows[0]?.agreed).toMatchObject({
      level: "high",
      way: "all_the_same",
      revision: 2,
    });
    expect(await datasetRow(reference)).toMatchObject({ version: 1, reopened: true });
    expect(await reopenCase(lead, reference, "Again")).toEqual({ kind: "not_found" });
  });

  test("says of each level when and by whom it was agreed, not who reopened the case", async () => {
    const reference = await openCase("3210000000000", "1210000000000");
    await agreeEverything(lead, reference);
    await agree(otherLead, reference, { factor: "neglect", level: "medium" });
    const agreedNow = async () =>
      (await getReconciliation(ann, reference))?.rows.map(({ factor, agreed }) => [
        factor.key,
        agreed?.agreedBy,
        agreed?.agreedAt,
      ]);
    const first = await agreedNow();
    expect(first?.slice(0, 2).map(([key, by]) => [key, by])).toEqual([
      ["neglect", "Olaf"],
      ["emotional_abuse", "Lena"],
    ]);
    await commit(otherLead, reference);
    must(await reopenCase(otherLead, reference, "A later page was missed"));
    expect(await agreedNow()).toEqual(first);
    await agree(lead, reference, { factor: "emotional_abuse", level: "high" });
    const second = await agreedNow();
    expect(second?.slice(0, 1)).toEqual(first?.slice(0, 1));
    await commit(lead, reference);
    must(await reopenCase(otherLead, reference, "A chronology came in"));
    expect(await agreedNow()).toEqual(second);
    expect(
      pastTheProgram(study.dataDir, (db) =>
        db
          .prepare(
            `select r.round, count(*), count(distinct g.agreed_by) from agreed_ratings g
             join reconciliations r on r.id = g.reconciliation_id
             join cases c on c.id = r.case_id
             where c.reference = ? and g.carried = 1 and g.agreed_at >= r.started_at
             group by r.round order by r.round`,
          )
          .raw()
          .all(reference),
      ),
      "the rows themselves say when the case was reopened",
    ).toEqual([
      [2, 13, 1],
      [3, 13, 1],
    ]);
  });

  test("lets nobody change a level from a page of an earlier round", async () => {
    const reference = await openCase("3210000000000", "1210000000000");
    await agreeEverything(lead, reference);
    await agree(otherLead, reference, { factor: "neglect", level: "medium" });
    await commit(otherLead, reference);
    must(await reopenCase(otherLead, reference, "A later page was missed"));
    const low = { factor: "neglect", level: "low", way: "after_discussion" } as const;
    for (const seenRevision of [0, 1, 2])
      expect(await agreeLevel(lead, reference, { ...low, reason: "Page 4", seenRevision })).toEqual(
        refusal(
          "seenRevision",
          "Since you opened this page, the case was committed and reopened: Neglect stands as Medium, from the version before. What you entered has not been saved. Save again to change that level.",
        ),
      );
    const neglect = (await getReconciliation(lead, reference))?.rows[0]?.agreed;
    expect(neglect).toMatchObject({ level: "medium", revision: 3, carried: true });
    must(await agreeLevel(lead, reference, { ...low, reason: "Page 4", seenRevision: 3 }));
  });

  test("leads to version 2, then 3; every version stays as it was", async () => {
    const reference = await committedCase();
    const [first] = await listVersions(lead, reference);
    for (const [level, version] of [
      ["medium", 2],
      ["low", 3],
    ] as const) {
      must(await reopenCase(lead, reference, "A later page was missed"));
      await agree(lead, reference, { factor: "neglect", level });
      expect(await commit(lead, reference)).toBe(version);
    }
    const versions = await listVersions(lead, reference);
    const neglectIn = versions.map((one) => [
      one.version,
      one.ratings.find((rating) => rating.factor === "neglect")?.score,
    ]);
    expect(neglectIn).toEqual([
      [3, 1],
      [2, 2],
      [1, 3],
    ]);
    expect(versions[2]).toEqual(first);
    expect(await datasetRow(reference)).toMatchObject({ version: 3, riskRating: 4 });
  });

  test("of an imported case has nothing given, and carries levels whose way is not known", async () => {
    const file = csvFile("cases.csv", [{ case_ref: "2012-01", scores: "3210000000200" }]);
    must(await importCases(lead, { cases: file }));
    must(await reopenCase(lead, "2012-01", "The submission was read again"));
    const round = await getReconciliation(lead, "2012-01");
    expect(round?.letters).toEqual([]);
    expect(round?.rows).toHaveLength(13);
    expect(round?.rows.map((row) => row.given)).toEqual(Array(13).fill([]));
    expect(round?.rows[0]?.agreed).toMatchObject({
      ...{ level: "high", way: null, carried: true },
      ...{ agreedBy: null, agreedAt: null },
    });

    const changed = { factor: "neglect", level: "low", seenRevision: 1 };
    const outcome = await agreeLevel(lead, "2012-01", {
      ...changed,
      way: "after_discussion",
      reason: "",
    });
    expect(outcome).toEqual(
      refusal("reason", "Enter a reason for Neglect: no coder gave this level"),
    );
    await agree(lead, "2012-01", { ...changed, way: "lead_decision", reason: "Page 4" });
    expect(await commit(lead, "2012-01")).toBe(2);
    expect(await datasetRow("2012-01")).toMatchObject({ version: 2, riskRating: 6 });
    const stored = pastTheProgram(study.dataDir, (db) =>
      db
        .prepare(
          `select v.version, d.factor, d.level, d.way from dataset_ratings d
           join dataset_versions v on v.id = d.version_id join cases c on c.id = v.case_id
           where c.reference = '2012-01' and d.factor in ('neglect', 'emotional_abuse')
           order by v.version, d.factor desc`,
        )
        .raw()
        .all(),
    );
    expect(stored).toEqual([
      [1, "neglect", "high", null],
      [1, "emotional_abuse", "medium", null],
      [2, "neglect", "low", "lead_decision"],
      [2, "emotional_abuse", "medium", null],
    ]);
  });
});
