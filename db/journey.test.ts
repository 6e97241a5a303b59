import { afterEach, beforeEach, expect, test } from "vitest";
import { getCase } from "./cases/cases";
import { listHistory } from "./cases/history";
import { commitCase } from "./dataset/commitments";
import { listDataset, listVersions } from "./dataset/dataset";
import { reopenCase } from "./dataset/reopening";
import { caseFor, must, person, rateAndSubmit, seenBy, temporaryStudy } from "./fixtures";
import { acceptAllTheSame, agreeLevel } from "./reconciliation/decisions";
import { getReconciliation } from "./reconciliation/reconciliations";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
beforeEach(async () => {
  study = await temporaryStudy();
});
afterEach(() => study.end());

test("a case is rated by three, reconciled, committed, reopened and committed again", async () => {
  const lead = await person("Lena", "lead", "coder");
  const ann = await person("Ann", "coder");
  const bob = await person("Bob", "coder");
  await caseFor(lead, "2016-01", [lead, ann, bob]);

  await rateAndSubmit(lead, "2016-01", "3210000000000");
  await rateAndSubmit(ann, "2016-01", "3210000000000");
  expect(await getReconciliation(lead, "2016-01")).toBeNull();
  expect((await getCase(lead, "2016-01"))?.stage).toBe("coding");

  await rateAndSubmit(bob, "2016-01", "1210000000200");
  expect((await getCase(lead, "2016-01"))?.stage).toBe("open");
  const open = await getReconciliation(lead, "2016-01");
  expect(open?.rows.map((row) => row.factor.key).slice(0, 3)).toEqual([
    "child_protection_plan",
    "neglect",
    "emotional_abuse",
  ]);

  expect(must(await acceptAllTheSame(lead, "2016-01")).accepted).toBe(11);
  const neglect = {
    factor: "neglect",
    level: "high",
    way: "after_discussion",
    reason: "",
    seenRevision: 0,
  } as const;
  expect(await agreeLevel(lead, "2016-01", neglect)).toEqual({
    kind: "refused",
    problems: [
      {
        field: "reason",
        message: "Enter a reason for Neglect: levels are two or more apart",
      },
    ],
  });
  must(await agreeLevel(lead, "2016-01", { ...neglect, reason: "Page 4 shows it" }));
  expect((await commitCase(lead, "2016-01", await seenBy(lead, "2016-01"))).kind).toBe("refused");
  must(
    await agreeLevel(lead, "2016-01", {
      ...neglect,
      factor: "child_protection_plan",
      level: "no",
      reason: "The plan was for another child",
    }),
  );
  expect(must(await commitCase(lead, "2016-01", await seenBy(lead, "2016-01")))).toEqual({
    version: 1,
  });
  expect((await getCase(lead, "2016-01"))?.stage).toBe("committed");
  expect((await listDataset(ann, {}))?.rows.map((row) => row.riskRating)).toEqual([6]);

  must(await reopenCase(lead, "2016-01", "A later page was missed"));
  expect((await getCase(lead, "2016-01"))?.stage).toBe("reopened");
  const again = await getReconciliation(lead, "2016-01");
  expect(again?.rows.every((row) => row.agreed?.carried)).toBe(true);
  must(
    await agreeLevel(lead, "2016-01", {
      ...neglect,
      level: "medium",
      reason: "Page 9 softens it",
      seenRevision: 2,
    }),
  );
  expect(must(await commitCase(lead, "2016-01", await seenBy(lead, "2016-01")))).toEqual({
    version: 2,
  });
  const versions = await listVersions(lead, "2016-01");
  expect(versions.map((one) => [one.version, one.ratings.length])).toEqual([
    [2, 13],
    [1, 13],
  ]);
  expect((await listHistory(lead, "2016-01"))?.map((entry) => entry.action)).toEqual([
    "registered the case",
    "assigned a coder",
    "assigned a coder",
    "assigned a coder",
    "submitted ratings",
    "submitted ratings",
    "submitted ratings",
    "opened the case",
    "accepted all the same",
    "agreed a level",
    "agreed a level",
    "committed to the dataset",
    "reopened the case",
    "agreed a level",
    "committed to the dataset",
  ]);
});
