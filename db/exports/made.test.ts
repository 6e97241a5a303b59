import { unzipSync } from "fflate";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { everything } from "@/domain/dataset/choice";
import {
  agreeEverything,
  caseFor,
  commit,
  exportedBytes,
  person,
  rateAndSubmit,
  release,
  temporaryStudy,
} from "../fixtures";
import { commandLineViewer, type Viewer } from "../people/people";

/* What files say of who made them, and when. */

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lena: Viewer;
let lou: Viewer;

async function begin(kind: "study" | "demonstration"): Promise<void> {
  study = await temporaryStudy(kind);
  [lena, lou] = [await person("Lena", "lead"), await person("Lou", "lead")];
  const coders = [await person("Ann", "coder"), await person("Bob", "coder")];
  await caseFor(lena, "2016-01", coders);
  for (const coder of coders) await rateAndSubmit(coder, "2016-01", "3210000000000");
  await agreeEverything(lena, "2016-01");
  await commit(lena, "2016-01");
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2016-10-14T09:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
  study.end();
});

const textIn = (zip: Uint8Array, name: string) =>
  Buffer.from(unzipSync(zip)[name] ?? "").toString("utf8");

/** What the files that have a place for it say beside the rows. */
async function wordsOf(viewer: Viewer, choice = everything): Promise<string[]> {
  const [zip, workbook, spss] = [
    await exportedBytes(viewer, "dataset.zip", choice),
    await exportedBytes(viewer, "dataset.xlsx", choice),
    await exportedBytes(viewer, "children.sav", choice),
  ];
  return [
    textIn(zip, "README.txt"),
    JSON.parse(textIn(zip, "datapackage.json")).description,
    textIn(workbook, "xl/sharedStrings.xml"),
    spss.toString("utf8").replaceAll(/ +/g, " "),
  ];
}

const notForPublication = "it is for analysis, and not for publication.";
const invented = "Demonstration: invented cases.";

test("the dataset as it is now says by whom and on which day it was taken away", async () => {
  await begin("study");
  for (const [viewer, said] of [
    [lena, "It was made by Lena on 14 October 2016."],
    [commandLineViewer(), "It was made from the command line on 14 October 2016."],
  ] as const)
    for (const words of await wordsOf(viewer)) {
      expect(words).toContain(notForPublication);
      expect(words).toContain(said);
      expect(words).not.toContain(invented);
    }
});

test("a release says by whom and when that was made, whoever takes it away", async () => {
  await begin("study");
  await release(lena);
  const choice = { ...everything, release: 1 };
  const before = await wordsOf(lena, choice);
  for (const words of before) {
    expect(words).toContain(notForPublication);
    expect(words).toContain("Release 1 of 14 October 2016, made by Lena, SHA-256 ");
  }
  vi.setSystemTime(new Date("2016-12-01T09:00:00Z"));
  expect(await wordsOf(lou, choice)).toEqual(before);
});

test("the demonstration says that all is invented", async () => {
  await begin("demonstration");
  for (const words of await wordsOf(lena)) expect(words).toContain(invented);
});
