import { assignCoders } from "@/db/assignments/assignments";
import { reopenCase } from "@/db/dataset/reopening";
import { agree, commit, must, release } from "@/db/fixtures";
import { commandLineViewer, listCoders } from "@/db/people/people";
import { problems } from "../page";
import { expect } from "../study";
import { picture, pictureOf } from "./camera";
import { test } from "./demonstration";

test.setTimeout(600_000);

test("the record of a case, and what it can be", async ({ demonstration }) => {
  const lead = await demonstration.as("lead");
  const page = "/cases/2015-02/record";
  await pictureOf(lead, page, "record");
  for (const section of ["case", "involvement", "incident", "children", "practice", "actions"])
    await pictureOf(lead, `${page}/${section}`, `record-${section}`);
  await lead.goto(`${page}/involvement`);
  await lead.getByLabel("Start").first().fill("31/2/2014");
  await lead.getByRole("button", { name: "Save", exact: true }).last().click();
  await expect(problems(lead)).toBeVisible();
  await picture(lead, "record-involvement-problems");
  await lead.goto(`${page}/incident`);
  await lead.getByLabel("Index incident type").selectOption("Sexual abuse");
  await lead.getByLabel("Why is it changed?").fill("Invented: the chronology says so on page 9");
  await lead.getByRole("button", { name: "Save", exact: true }).last().click();
  await expect(lead.getByText("It is not stored yet.")).toBeVisible();
  await picture(lead, "record-moves");
  await lead.getByRole("button", { name: "Confirm the change" }).click();
  await expect(lead.getByRole("heading", { name: "Record of case" })).toBeVisible();
  await pictureOf(lead, `${page}/check`, "record-check");
  await pictureOf(lead, `${page}/history`, "record-history");
  await pictureOf(lead, "/cases/2015-02", "case-with-record");
  await pictureOf(lead, "/code-lists", "code-lists");
  await pictureOf(lead, "/code-lists/case_type", "code-list");
  await pictureOf(lead, "/samples", "samples");
  await pictureOf(lead, "/settings", "settings");
  await pictureOf(lead, "/export", "export");
  const chosen = "references=2015-02%0D%0A2015-99&columns-practice=theme&columns-practice=kind";
  await pictureOf(lead, `/export?${chosen}`, "export-problems");
  await pictureOf(lead, "/export?show=methods", "export-methods");
});

test("releases of the dataset", async ({ demonstration }) => {
  const operator = commandLineViewer();
  const lead = await demonstration.as("lead");
  await pictureOf(lead, "/releases", "releases-none");
  await release(operator, "Invented: for the annual report");
  must(await reopenCase(operator, "2015-01", "Invented: a chronology came in"));
  for (const [factor, level] of [
    ["neglect", "medium"],
    ["sexual_abuse", "high"],
  ] as const)
    await agree(operator, "2015-01", {
      ...{ factor, level },
      reason: "Invented: page 7 says how often it was seen, and by whom",
    });
  await commit(operator, "2015-01");
  await lead.goto("/cases/2015-02/record/incident");
  await lead.getByLabel("Index incident type").selectOption("Sexual abuse");
  await lead.getByLabel("Why is it changed?").fill("Invented: the chronology says so on page 9");
  await lead.getByRole("button", { name: "Save", exact: true }).last().click();
  await lead.getByRole("button", { name: "Confirm the change" }).click();
  await expect(lead.getByRole("heading", { name: "Record of case" })).toBeVisible();
  await pictureOf(lead, "/releases", "releases");
  await lead.getByRole("button", { name: "Make release 2" }).click();
  await expect(problems(lead)).toBeVisible();
  await picture(lead, "releases-problems");
  await release(operator, "Invented: with the chronology of 2015-01");
  await pictureOf(lead, "/releases/1", "release-first");
  await pictureOf(lead, "/releases/2", "release");
  await pictureOf(lead, "/export?release=2", "export-release");
  must(await reopenCase(operator, "2015-03", "Invented: another chronology"));
  const coders = (await listCoders(operator)).map(({ id }) => id);
  must(await assignCoders(operator, "2015-03", coders));
  await pictureOf(lead, "/releases/2", "release-kept-back");
  await pictureOf(lead, "/releases", "releases-kept-back");
});
