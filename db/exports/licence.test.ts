import { unzipSync } from "fflate";
import { afterEach, beforeEach, expect, test } from "vitest";
import { everything } from "@/domain/dataset/choice";
import {
  csvFile,
  exportedBytes,
  must,
  person,
  release,
  saveSettings,
  temporaryStudy,
} from "../fixtures";
import { importCases } from "../imports/cases";
import { commandLineViewer, type Viewer } from "../people/people";
import { dataPackageProfile } from "./foreign-readers/data-package-profile.fixtures";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
beforeEach(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
  const cases = csvFile("cases.csv", [{ case_ref: "2012-01", scores: "3210000000000" }]);
  must(await importCases(commandLineViewer(), { cases }));
});
afterEach(() => study.end());

const title = "CC BY 4.0";
const address = "https://creativecommons.org/licenses/by/4.0/";
const named = async () => must(await saveSettings(lead, { licence: { title, address } }));

/** What a dataset.zip says of the licence: in its descriptor, and in a line of its README. */
async function saidIn(number: number | null) {
  const choice = { ...everything, release: number };
  const zip = unzipSync(await exportedBytes(lead, "dataset.zip", choice));
  const text = (name: string) => Buffer.from(zip[name] ?? "").toString("utf8");
  const descriptor = JSON.parse(text("datapackage.json"));
  expect(dataPackageProfile.safeParse(descriptor).error).toBeUndefined();
  const lines = text("README.txt").split("\n");
  return [descriptor.licenses, lines.find((line) => /licence/i.test(line))];
}

const none =
  "- The team has said no licence for these data: ask it before they are used for anything else.";

test("the licence that the team names stands in the data package and the notes", async () => {
  expect(await saidIn(null)).toEqual([undefined, none]);
  await named();
  expect(await saidIn(null)).toEqual([
    [{ title, path: address }],
    `- Licence: ${title}, ${address}.`,
  ]);
  must(await saveSettings(lead, { licence: null }));
  expect(await saidIn(null)).toEqual([undefined, none]);
});

test("a release keeps the licence that it was made with", async () => {
  await release(lead);
  await named();
  await release(lead);
  must(await saveSettings(lead, { licence: { title: "Another", address } }));
  expect(await saidIn(1)).toEqual([undefined, none]);
  expect(await saidIn(2)).toEqual([[{ title, path: address }], `- Licence: ${title}, ${address}.`]);
});
