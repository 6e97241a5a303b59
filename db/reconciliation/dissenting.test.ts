import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listHistory } from "../cases/history";
import { commitCase } from "../dataset/commitments";
import { listVersions } from "../dataset/dataset";
import { listOwnDifferences } from "../dataset/own-differences";
import { reopenCase } from "../dataset/reopening";
import {
  agree,
  agreeEverything,
  caseFor,
  commit,
  exported,
  must,
  pastTheProgram,
  person,
  rateAndSubmit,
  refusal,
  seenBy,
  temporaryStudy,
} from "../fixtures";
import { finishedDraft, imported, levelsFrom } from "../imports/drafts.fixtures";
import type { Viewer } from "../people/people";
import { agreeLevel } from "./decisions";
import { recordDissent, withdrawDissent } from "./dissenting";
import { getReconciliation } from "./reconciliations";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let ann: Viewer;
let bob: Viewer;
let number = 0;
const notFound = { kind: "not_found" };

beforeAll(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
  ann = await person("Ann", "coder");
  bob = await person("Bob", "coder");
});
afterAll(() => study.end());

/** A case in which the coders are one apart on Neglect, and High was agreed for it. */
async function agreedCase(): Promise<string> {
  const reference = await caseFor(lead, `2016-${++number}`, [ann, bob]);
  await rateAndSubmit(ann, reference, "2000000000000");
  await rateAndSubmit(bob, reference, "3000000000000");
  await agree(lead, reference, { factor: "neglect", level: "high" });
  return reference;
}

const dissent = (seenRevision: number, reason = "Page 9") => ({
  factor: "neglect",
  reason,
  seenRevision,
});
const dissentsIn = async (viewer: Viewer, reference: string) =>
  (await getReconciliation(viewer, reference))?.rows[0]?.dissents.map(({ own, reason }) => ({
    own,
    reason,
  }));

test("dissent that came with an import stands beside each version that has its level", async () => {
  const levels = levelsFrom("3310000000000");
  const ratings = [
    { coder: "A", levels, dissents: { neglect: "Page 9" } },
    { coder: "B", levels, dissents: { neglect: "" } },
  ];
  await imported(lead, [finishedDraft("2012-01", { levels, ratings })]);
  const dissentsOf = async () =>
    (await listVersions(lead, "2012-01")).map(
      (version) => version.ratings.find(({ factor }) => factor === "neglect")?.dissents,
    );
  const both = ["the file that it came with gives no reason", "Page 9"];
  expect(await dissentsOf()).toEqual([both]);
  must(await reopenCase(lead, "2012-01", "A chronology came in"));
  await commit(lead, "2012-01");
  expect(await dissentsOf()).toEqual([both, both]);
  const inExport = async () =>
    (await exported(lead, "ratings.csv")).split("\n").filter((line) => line.includes(",yes,"));
  expect((await inExport()).map((line) => /,yes,(.*),2,/.exec(line)?.[1])).toEqual(["Page 9", ""]);
  must(await reopenCase(lead, "2012-01", "Another came in"));
  await agree(lead, "2012-01", {
    ...{ factor: "neglect", level: "medium", reason: "Page 2" },
  });
  await commit(lead, "2012-01");
  expect(await dissentsOf()).toEqual([[], both, both]);
  expect(await inExport()).toEqual([]);
});

describe("dissent", () => {
  test("is recorded by a coder, seen by all in the room, and changes no decision", async () => {
    const reference = await agreedCase();
    must(await recordDissent(ann, reference, dissent(1)));
    expect(await dissentsIn(ann, reference)).toEqual([{ own: true, reason: "Page 9" }]);
    expect(await dissentsIn(bob, reference)).toEqual([{ own: false, reason: "Page 9" }]);
    const room = await getReconciliation(lead, reference);
    expect(room?.rows[0]?.agreed?.revision).toBe(1);
    expect(room).toMatchObject({ decisions: 1, dissents: 1, mayDissent: false });
    const letter = room?.rows[0]?.ratings.find((rating) => rating.level === "medium")?.letter;
    expect(room?.rows[0]?.dissents[0]?.letter).toBe(letter);
    await agree(lead, reference, { factor: "neglect", level: "high", seenRevision: 1 });
    expect(await dissentsIn(lead, reference)).toEqual([{ own: false, reason: "Page 9" }]);
  });

  test("is withdrawn by whoever recorded it, and by nobody else", async () => {
    const reference = await agreedCase();
    must(await recordDissent(ann, reference, dissent(1)));
    const gone = refusal(
      "factor",
      "Your dissent was withdrawn already, or the level was agreed anew.",
    );
    expect(await withdrawDissent(bob, reference, "neglect")).toEqual(gone);
    expect(await withdrawDissent(lead, reference, "neglect")).toEqual(notFound);
    must(await withdrawDissent(ann, reference, "neglect"));
    expect(await dissentsIn(lead, reference)).toEqual([]);
    expect(await withdrawDissent(ann, reference, "neglect")).toEqual(gone);
    must(await recordDissent(ann, reference, dissent(1, "After all")));
    expect(await dissentsIn(ann, reference)).toEqual([{ own: true, reason: "After all" }]);
    expect((await getReconciliation(lead, reference))?.dissents).toBe(3);
  });

  test("from a level that was agreed anew meanwhile is refused", async () => {
    const reference = await agreedCase();
    await agree(lead, reference, { factor: "neglect", level: "medium", seenRevision: 1 });
    expect(await recordDissent(bob, reference, dissent(1))).toEqual(
      refusal(
        "seenRevision",
        "Neglect was agreed anew since you opened this page. Your dissent has not been recorded. Record it again if you dissent from the level that holds now.",
      ),
    );
    expect(await dissentsIn(bob, reference)).toEqual([]);
  });

  test("from a level of an earlier round is refused, whatever the level that was carried over", async () => {
    const reference = await agreedCase();
    await agree(lead, reference, { factor: "neglect", level: "low" });
    await agreeEverything(lead, reference);
    await commit(lead, reference);
    must(await reopenCase(lead, reference, "A later page was missed"));
    expect((await recordDissent(bob, reference, dissent(1, "High is too much"))).kind).toBe(
      "refused",
    );
    expect((await recordDissent(bob, reference, dissent(2))).kind).toBe("refused");
    expect(await dissentsIn(lead, reference)).toEqual([]);
    must(await recordDissent(bob, reference, dissent(3)));
    expect(await dissentsIn(bob, reference)).toEqual([{ own: true, reason: "Page 9" }]);
  });

  test("from a level stands until another is agreed, and nothing is left to withdraw then", async () => {
    const reference = await agreedCase();
    must(await recordDissent(ann, reference, dissent(1)));
    await agree(lead, reference, { factor: "neglect", level: "medium", seenRevision: 1 });
    expect(await dissentsIn(ann, reference)).toEqual([]);
    expect((await withdrawDissent(ann, reference, "neglect")).kind).toBe("refused");
  });

  test("is from an agreed level of the codebook", async () => {
    const reference = await agreedCase();
    const undecided = refusal("factor", "Select a factor whose level is agreed");
    for (const factor of ["physical_abuse", "poverty", "__proto__"]) {
      expect((await withdrawDissent(ann, reference, factor)).kind).toBe("refused");
      expect(await recordDissent(ann, reference, { ...dissent(0), factor })).toEqual(undecided);
    }
  });

  test("is not in the history, which would say whose letter is whose", async () => {
    const reference = await agreedCase();
    must(await recordDissent(ann, reference, dissent(1)));
    must(await withdrawDissent(ann, reference, "neglect"));
    const told = (await listHistory(lead, reference))?.map(({ action }) => action) ?? [];
    expect(told.at(-1)).toBe("agreed a level");
  });
});

test("every entry is a row, numbered for each coder and factor", async () => {
  const reference = await agreedCase();
  await agree(lead, reference, { factor: "other", level: "low" });
  must(await recordDissent(ann, reference, dissent(1)));
  must(await withdrawDissent(ann, reference, "neglect"));
  must(await recordDissent(ann, reference, { ...dissent(1), factor: "other" }));
  must(await recordDissent(bob, reference, dissent(1)));
  const rows = pastTheProgram(study.dataDir, (db) =>
    db
      .prepare(
        `select p.name, d.factor, d.revision, d.stands from dissents d
         join assignments a on a.id = d.assignment_id join people p on p.id = a.coder_id
         join cases c on c.id = a.case_id where c.reference = ? order by 1, 2, 3`,
      )
      .raw()
      .all(reference),
  );
  expect(rows).toEqual([
    ["Ann", "neglect", 1, 1],
    ["Ann", "neglect", 2, 0],
    ["Ann", "other", 1, 1],
    ["Bob", "neglect", 1, 1],
  ]);
});

describe("what is committed", () => {
  test("is what the check page showed, dissents too", async () => {
    const reference = await agreedCase();
    await agreeEverything(lead, reference);
    const seen = await seenBy(lead, reference);
    must(await recordDissent(ann, reference, dissent(1)));
    expect(await commitCase(lead, reference, seen)).toEqual(
      refusal(
        "",
        "A dissent was recorded or withdrawn since you opened this page. Check the levels again.",
      ),
    );
    expect(await commit(lead, reference)).toBe(1);
  });

  test("keeps tags and dissents with its version, and carries them over when reopened", async () => {
    const reference = await agreedCase();
    must(
      await agreeLevel(lead, reference, {
        ...{ factor: "neglect", level: "high", way: "after_discussion", reason: "Page 4" },
        ...{ tags: ["evidence_missed", "slip"], seenRevision: 1 },
      }),
    );
    await agreeEverything(lead, reference);
    must(await recordDissent(ann, reference, dissent(2)));
    await commit(lead, reference);
    expect(await recordDissent(ann, reference, dissent(2))).toEqual(notFound);
    const neglectIn = async (viewer: Viewer) =>
      (await listVersions(viewer, reference)).map(({ ratings }) =>
        ratings.find(({ factor }) => factor === "neglect"),
      );
    expect((await neglectIn(bob))[0]).toMatchObject({
      tags: ["evidence_missed", "slip"],
      dissents: ["Page 9"],
    });
    const [committed] = await listVersions(bob, reference);
    const dissented = committed?.ratings.filter(({ dissents }) => dissents.length > 0);
    expect(dissented?.map(({ factor }) => factor)).toEqual(["neglect"]);

    must(await reopenCase(lead, reference, "A later page was missed"));
    const carried = (await getReconciliation(ann, reference))?.rows[0];
    expect(carried?.agreed).toMatchObject({ tags: ["evidence_missed", "slip"], carried: true });
    expect(await dissentsIn(ann, reference)).toEqual([{ own: true, reason: "Page 9" }]);
    must(await withdrawDissent(ann, reference, "neglect"));
    await commit(lead, reference);
    expect((await neglectIn(lead)).map((rating) => rating?.dissents)).toEqual([[], ["Page 9"]]);
  });
});

test("each coder is told where the last version differs from what they gave, how and why", async () => {
  const reference = await agreedCase();
  expect(await listOwnDifferences(ann, reference)).toBeNull();
  await agreeEverything(lead, reference);
  await commit(lead, reference);
  const rows = async (viewer: Viewer) => (await listOwnDifferences(viewer, reference))?.rows;
  expect(await rows(ann)).toEqual([
    {
      ...{ factor: "neglect", own: "medium", agreed: "high" },
      ...{ way: "after_discussion", reason: "As discussed", tags: [] },
    },
  ]);
  expect(await rows(bob)).toEqual([]);
  expect(await rows(lead)).toBeUndefined();
  must(await reopenCase(lead, reference, "A later page was missed"));
  await agree(lead, reference, { factor: "neglect", level: "medium" });
  await commit(lead, reference);
  expect([await rows(ann), (await rows(bob))?.length]).toEqual([[], 1]);
});
