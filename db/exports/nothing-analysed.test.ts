import { afterEach, beforeEach, expect, test } from "vitest";
import { must, person, refusal, release, temporaryStudy } from "../fixtures";
import { finishedDraft, imported } from "../imports/drafts.fixtures";
import type { Viewer } from "../people/people";
import { getTables } from "../tables/tables";
import { exportPublication } from "./publication";
import { exportTables } from "./tables/export-tables";

/* A release in which the one case is left out of the analysis. */

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;

beforeEach(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
  const draft = finishedDraft("2012-01");
  const facts = { ...draft.facts, included: false, exclusionReason: "A duplicate" };
  await imported(lead, [{ ...draft, facts }]);
  await release(lead);
});
afterEach(() => study.end());

test("has no tables, for the team or for publication", async () => {
  expect(must(await getTables(lead, { release: 1, forPublication: false }))).toBeNull();
  expect(must(await getTables(lead, { release: 1, forPublication: true }))).toBeNull();
});

test("gives no file of tables, and says why", async () => {
  expect(await exportPublication(lead, 1)).toEqual(
    refusal("publication", "The release has no analysed case"),
  );
  for (const forPublication of [false, true])
    expect(await exportTables(lead, "table_10.csv", { release: 1, forPublication })).toEqual(
      refusal("tables", "There is no analysed case"),
    );
});
