import { afterEach, beforeEach, expect, test } from "vitest";
import { notFound } from "@/domain/outcome";
import { must, pastTheProgram, person, refusal, temporaryStudy } from "../fixtures";
import type { Viewer } from "../people/people";
import { getContextFigures, recordContextFigures } from "./context-figures";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;

beforeEach(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
});
afterEach(() => study.end());

const notified = {
  ...{ part: "notifications", label: "Reviews notified in 2014 to 2015", figure: "1,250" },
  source: "An invented report, page 4",
};
const share = { ...notified, part: "table_2", label: "Of children in care", figure: "43%" };
const kept = () =>
  pastTheProgram(study.dataDir, (db) =>
    db.prepare("select revision, content from context_figures order by revision").all(),
  );

test("figures are kept with their source, in the order in which they were typed", async () => {
  must(await recordContextFigures(lead, { seenRevision: 0, typed: [notified, share] }));
  expect(await getContextFigures(lead)).toMatchObject({
    ...{ figures: [notified, share], revision: 1, recordedBy: "Lena" },
  });
});

test("what stood before is kept, and the same is not recorded again", async () => {
  must(await recordContextFigures(lead, { seenRevision: 0, typed: [notified, share] }));
  must(await recordContextFigures(lead, { seenRevision: 1, typed: [notified, share] }));
  must(await recordContextFigures(lead, { seenRevision: 1, typed: [notified] }));
  expect((await getContextFigures(lead))?.figures).toEqual([notified]);
  expect(kept()).toEqual([
    { revision: 1, content: JSON.stringify([notified, share]) },
    { revision: 2, content: JSON.stringify([notified]) },
  ]);
});

test("what somebody else recorded since is not written over", async () => {
  must(await recordContextFigures(lead, { seenRevision: 0, typed: [notified] }));
  expect(await recordContextFigures(lead, { seenRevision: 0, typed: [share] })).toEqual(
    refusal(
      "",
      "Somebody else has changed these figures since you opened them. Open them in another tab to see what holds, and copy over what you want to keep.",
    ),
  );
});

test("a figure without its source is refused, and nothing is stored", async () => {
  const typed = [notified, { ...share, source: "" }];
  expect(await recordContextFigures(lead, { seenRevision: 0, typed })).toEqual(
    refusal("figures.1.source", "Enter where the figure is from"),
  );
  expect(kept()).toEqual([]);
});

test("leads type them in, and whoever reads the dataset sees them", async () => {
  const [coder, admin] = [await person("Ann", "coder"), await person("Adi", "admin")];
  must(await recordContextFigures(lead, { seenRevision: 0, typed: [notified] }));
  expect((await getContextFigures(coder))?.figures).toEqual([notified]);
  expect(await getContextFigures(admin)).toBeNull();
  for (const viewer of [coder, admin])
    expect(await recordContextFigures(viewer, { seenRevision: 1, typed: [] })).toEqual(notFound);
});
