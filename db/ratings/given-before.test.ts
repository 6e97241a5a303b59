import { afterEach, beforeEach, expect, test } from "vitest";
import { assignCoders } from "../assignments/assignments";
import { reopenCase } from "../dataset/reopening";
import {
  agree,
  agreeEverything,
  caseFor,
  commit,
  must,
  pastTheProgram,
  person,
  rateAndSubmit,
  temporaryStudy,
} from "../fixtures";
import type { Viewer } from "../people/people";
import { reader } from "../store/store";
import { scoresGivenBefore } from "./given-before";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let ann: Viewer;
let bob: Viewer;
let cy: Viewer;
let analyst: Viewer;

beforeEach(async () => {
  study = await temporaryStudy();
  [lead, ann, bob, cy, analyst] = [
    await person("Lena", "lead"),
    await person("Ann", "coder"),
    await person("Bob", "coder"),
    await person("Cy", "coder"),
    await person("Ana", "analyst"),
  ];
  await caseFor(lead, "2016-01", [ann, bob]);
  await rateAndSubmit(ann, "2016-01", "3000000000000");
  await rateAndSubmit(bob, "2016-01", "1000000000002");
  await agreeEverything(lead, "2016-01");
  await commit(lead, "2016-01");
});
afterEach(() => study.end());

const versions = () =>
  pastTheProgram(study.dataDir, (db) =>
    db.prepare("select id from dataset_versions order by version").pluck().all(),
  ) as string[];

/** The scores of neglect that were given before each version, smallest first. */
async function neglectFor(viewer: Viewer): Promise<(number[] | null)[]> {
  const given = await scoresGivenBefore(reader(), viewer, versions());
  return versions().map(
    (id) =>
      given
        .get(id)
        ?.map(({ scores }) => scores.neglect ?? Number.NaN)
        .sort() ?? null,
  );
}

test("leads and the coders of a case are given what was given independently, and nobody else", async () => {
  expect(await neglectFor(lead)).toEqual([[1, 3]]);
  expect(await neglectFor(ann)).toEqual([[1, 3]]);
  for (const viewer of [cy, analyst]) expect(await neglectFor(viewer)).toEqual([null]);
  const [all] = [...(await scoresGivenBefore(reader(), lead, versions())).values()];
  expect(all?.map(({ scores }) => Object.keys(scores).length)).toEqual([13, 13]);
  expect(all?.map(({ themes }) => themes.length).sort()).toEqual([0, 1]);
});

test("a coder who joins hides it until they submit, and is beside the versions that follow", async () => {
  must(await reopenCase(lead, "2016-01", "A chronology came in"));
  must(await assignCoders(lead, "2016-01", [cy.id]));
  for (const viewer of [lead, ann, cy]) expect(await neglectFor(viewer)).toEqual([null]);
  await rateAndSubmit(cy, "2016-01", "2000000000000");
  expect(await neglectFor(lead)).toEqual([[1, 3]]);
  await agree(lead, "2016-01", {
    ...{ factor: "neglect", level: "medium", reason: "Page 9" },
  });
  await agreeEverything(lead, "2016-01");
  await commit(lead, "2016-01");
  expect(await neglectFor(lead)).toEqual([
    [1, 3],
    [1, 2, 3],
  ]);
});
