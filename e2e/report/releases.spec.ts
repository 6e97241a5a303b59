import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { unzipSync } from "fflate";
import { assignCoders } from "@/db/assignments/assignments";
import { reopenCase } from "@/db/dataset/reopening";
import {
  agree,
  agreeEverything,
  caseFor,
  commit,
  must,
  rateAndSubmit,
  release,
  saveSettings,
} from "@/db/fixtures";
import { expectAccessible } from "../accessible";
import { problems } from "../page";
import { expect, type Study, test } from "../study";

async function committed({ people }: Study, reference: string): Promise<void> {
  const { Lena, Ann, Bob } = people;
  await caseFor(Lena, reference, [Ann, Bob], { sample: reference.slice(0, 4) });
  for (const coder of [Ann, Bob]) await rateAndSubmit(coder, reference, "3210000000000");
  await agreeEverything(Lena, reference);
  await commit(Lena, reference);
}

/** Everything of a release in one zip, chosen on the page of exports as it came up. */
async function everything(page: Page): Promise<Buffer> {
  await page.getByLabel("Take along people’s own words").check();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download dataset.zip" }).click();
  return readFileSync(await (await downloading).path());
}

/** The hash of a release, from the checksums of what everybody has of it. */
function hashBy(zip: Buffer): string {
  const lines = textIn(zip, "SHA256SUMS").match(/^\S+ {2}[^/\n]*\.csv\n/gm) ?? [];
  return createHash("sha256").update(lines.join("")).digest("hex");
}

const textIn = (zip: Buffer, name: string) => Buffer.from(unzipSync(zip)[name] ?? "").toString();

test("a lead makes releases, reads what changed between them, and takes the first away again", async ({
  study,
}) => {
  const { Lena } = study.people;
  await committed(study, "2015-01");
  await committed(study, "2016-01");
  const [lena, dora] = [await study.as("Lena"), await study.as("Dora")];
  const title = (name: string) => lena.getByRole("heading", { name, level: 1 });

  await test.step("with a note, after looking at what will be in it", async () => {
    await lena.getByRole("link", { name: "Export" }).click();
    await lena.getByRole("link", { name: "release", exact: true }).click();
    await expect(lena.getByText("There is no release yet.")).toBeVisible();
    await expect(lena.getByText("2015: 1")).toBeVisible();
    await lena.getByRole("button", { name: "Make release 1" }).click();
    await expect(problems(lena).getByRole("link")).toHaveText(["Say what this release is for"]);
    await lena.getByLabel("Note").fill("For the annual report");
    await lena.getByRole("button", { name: "Make release 1" }).click();
    await expect(title("Release 1")).toBeVisible();
    await expect(lena.getByText("This is the first release.")).toBeVisible();
  });

  const first = await test.step("its files name it", async () => {
    await lena.getByRole("link", { name: "Export this release" }).click();
    await expect(lena.getByLabel("Which dataset")).toHaveValue("1");
    const zip = await everything(lena);
    const hash = hashBy(zip);
    expect(textIn(zip, "README.txt")).toContain(`SHA-256 ${hash}.`);
    expect(textIn(zip, "CHANGES.txt")).toContain("It is the first release.");
    await lena.goto("/releases/1");
    await expect(lena.getByText(hash)).toBeVisible();
    return zip;
  });

  await test.step("what the dataset is meanwhile is another", async () => {
    must(await reopenCase(Lena, "2016-01", "A chronology came in"));
    const low = { factor: "neglect", level: "low", reason: "Page 7" };
    await agree(Lena, "2016-01", low);
    await commit(Lena, "2016-01");
    await lena.goto("/releases");
    await expect(lena.getByText("1 case of 2016 differs from release 1.")).toBeVisible();
    await expect(
      lena.getByText("Where both releases are published, a reader who lays them side by side"),
    ).toBeVisible();
    await lena.getByLabel("Note").fill("With the chronology");
    await committed(study, "2016-02");
    await lena.getByRole("button", { name: "Make release 2" }).click();
    await expect(problems(lena)).toContainText(
      "The dataset or the settings have changed since you opened this page",
    );
    await expect(lena.getByLabel("Note")).toHaveValue("With the chronology");
    await expect(lena.getByText("2016: 2")).toBeVisible();
    await lena.getByRole("button", { name: "Make release 2" }).click();
    await expect(title("Release 2")).toBeVisible();
  });

  await test.step("where few cases differ, the release and its tables for publication say what that means", async () => {
    const tooNear = lena.getByText(
      "2 cases of 2016 differ from release 1. So few cases of 2016 can be made out",
    );
    await expect(tooNear).toContainText("Publish only one of the two releases.");
    await lena.getByRole("link", { name: "Tables of this release for publication" }).click();
    await expect(title("Tables")).toBeVisible();
    await expect(tooNear).toBeVisible();
    await lena.goto("/tables?view=publication&release=1");
    await expect(lena.getByText("Withheld are counts from 1 to 5,")).toBeVisible();
    await expect(tooNear).toHaveCount(0);
  });

  await test.step("what would be withheld and the licence are shown, and are to be as they were shown", async () => {
    await lena.goto("/releases");
    await expect(lena.getByText("Counts from 1 to 5", { exact: true })).toBeVisible();
    await expect(lena.getByText("None is named", { exact: true })).toBeVisible();
    await lena.getByLabel("Note").fill("With what is withheld");
    must(await saveSettings(Lena, { withheldUpTo: 1 }));
    await lena.getByRole("button", { name: "Make release 3" }).click();
    await expect(problems(lena)).toContainText(
      "The dataset or the settings have changed since you opened this page",
    );
    await expect(lena.getByLabel("Note")).toHaveValue("With what is withheld");
    await expect(lena.getByText("Counts from 1 to 1", { exact: true })).toBeVisible();
    must(await saveSettings(Lena, { withheldUpTo: 5 }));
  });

  await test.step("an analyst reads what changed", async () => {
    await dora.goto("/releases");
    await expect(dora.getByRole("button", { name: /^Make release/ })).toHaveCount(0);
    await dora.getByRole("link", { name: "Release 2" }).click();
    await expect(dora.getByRole("row", { name: /^2016-01 / })).toHaveText(
      /2016-01.*2.*Neglect.*High.*Low.*A chronology came in; Page 7/,
    );
    await expect(dora.getByText("Cases added")).toBeVisible();
    await expect(dora.getByText("2016-02", { exact: true })).toBeVisible();
    await expectAccessible(dora, "release 2");
  });

  await test.step("the first is the same to the byte", async () => {
    await lena.goto("/export");
    await lena.getByLabel("Which dataset").selectOption("1");
    expect((await everything(lena)).equals(first)).toBe(true);
    await lena.getByLabel("Which dataset").selectOption("The dataset as it is now");
    expect((await everything(lena)).equals(first)).toBe(false);
  });

  await test.step("an analyst has it without what is for leads, under the same hash", async () => {
    await dora.goto("/export?release=1");
    const theirs = await everything(dora);
    expect(hashBy(theirs)).toBe(hashBy(first));
    expect(Object.keys(unzipSync(theirs)).join()).not.toMatch(/for-leads|METHODS/);
    expect(Object.keys(unzipSync(first)).join()).toMatch(/METHODS.*for-leads/);
  });

  await test.step("coders have no such page", async () => {
    const ann = await study.as("Ann");
    for (const path of ["/releases", "/releases/1"]) {
      await ann.goto(path);
      await expect(ann.getByRole("heading", { name: "Page not found" })).toBeVisible();
    }
  });
});

test("a release is kept back while a case of it is being rated again", async ({ study }) => {
  const { Lena, Cy } = study.people;
  await committed(study, "2016-01");
  await committed(study, "2016-02");
  await release(Lena, "The kestrel note");
  must(await reopenCase(Lena, "2016-02", "A chronology came in"));
  must(await assignCoders(Lena, "2016-02", [Cy.id]));
  const lena = await study.as("Lena");
  await lena.goto("/releases");
  await expect(lena.getByText("Not shown for now")).toHaveCount(2);
  await expect(
    lena.getByText("Not in it, because not all their coders have submitted"),
  ).toBeVisible();
  await expectAccessible(lena, "releases, one of them kept back");
  // As from a page of exports that was open before.
  await lena.goto("/export/dataset.zip?release=1");
  await expect(lena).toHaveURL(/\/releases\/1$/);
  await expect(lena.getByText("Not all coders of 2016-02 have submitted.")).toBeVisible();
  await expect(lena.getByText("The kestrel note")).toHaveCount(0);
  await expectAccessible(lena, "a release that is kept back");
  await lena.goto("/export?release=1");
  await expect(lena.getByLabel("Which dataset")).toHaveCount(0);
  for (const path of [
    "/tables?release=1",
    "/tables?release=1&view=publication",
    "/tables/analyses?release=1",
    "/tables/coders?release=1",
  ]) {
    await lena.goto(path);
    await expect(lena.getByText("A case of this release is being rated again.")).toBeVisible();
    await expect(lena.getByRole("link", { name: "Release 1" })).toBeVisible();
    await expect(lena.getByLabel("Which dataset")).toHaveValue("1");
    await expect(lena.getByRole("link", { name: /^CSV of/ })).toHaveCount(0);
  }
  // A later release does not hold the case, but what is withheld from it would tell of it.
  await release(Lena, "Made meanwhile");
  for (const file of ["/export/publication.xlsx", "/tables/table_1.csv"]) {
    await lena.goto(`${file}?release=2&view=publication`);
    await expect(lena).toHaveURL(/\/tables\?.*release=2/);
    await expect(
      lena.getByText("A case of an earlier release is being rated again."),
    ).toBeVisible();
  }
  await rateAndSubmit(Cy, "2016-02", "0000000000000");
  await lena.goto("/releases/1");
  await expect(lena.getByText("The kestrel note")).toBeVisible();
  await lena.getByRole("link", { name: "Export this release" }).click();
  expect(textIn(await everything(lena), "CHANGES.txt")).toContain("The kestrel note");
});
