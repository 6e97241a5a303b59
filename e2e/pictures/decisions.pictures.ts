import {
  agreeEverything,
  agree as agreeIn,
  caseFor,
  commit,
  must,
  rateAndSubmit,
} from "@/db/fixtures";
import { makePrecedent } from "@/db/reconciliation/disagreements";
import { recordDissent } from "@/db/reconciliation/dissenting";
import { saveMeetingNotes } from "@/db/reconciliation/meeting-notes";
import { problems, unfold } from "../page";
import { openNotes, rowOf } from "../reconciling/reconciling";
import { expect, type Study, test } from "../study";
import { picture, pictureOf } from "./camera";

/* Not a test: `npm run pictures` takes these, of what a team decides and of how it stays open to question. */

test.setTimeout(600_000);

async function openCase({ people }: Study, reference: string): Promise<void> {
  const { Lena, Ann, Bob } = people;
  await caseFor(Lena, reference, [Ann, Bob]);
  await rateAndSubmit(Ann, reference, "3210000000200", "Page 4");
  await rateAndSubmit(Bob, reference, "1220000000200", "Page 9");
}

test("dissent, tags, precedents and own differences", async ({ study }) => {
  const { Lena, Ann } = study.people;
  await openCase(study, "2016-01");
  await openCase(study, "2016-02");
  const decision = { factor: "neglect", level: "medium", reason: "Both pages together" };
  await agreeIn(Lena, "2016-01", { ...decision, tags: ["borderline"] });
  const reason = "Three visits were missed";
  must(await recordDissent(Ann, "2016-01", { factor: "neglect", reason, seenRevision: 1 }));
  await agreeIn(Lena, "2016-01", { factor: "physical_abuse", level: "medium" });
  const notes = { text: "What counts as a pattern: two visits or more.", seenRevision: 0 };
  must(await saveMeetingNotes(Lena, "2016-01", notes));
  const coder = await study.as("Ann");
  await coder.goto("/cases/2016-01/reconcile");
  await openNotes(coder, "Neglect");
  await unfold(coder, "Record dissent on Physical abuse");
  await picture(coder, "reconcile-dissent");

  await agreeEverything(Lena, "2016-01");
  const lead = await study.as("Lena");
  await pictureOf(lead, "/cases/2016-01/reconcile/commit", "commit-dissent");
  await commit(Lena, "2016-01");
  await pictureOf(lead, "/precedents", "precedents-none");
  await lead.goto("/cases/2016-01");
  await unfold(lead, "Make this a precedent on Neglect");
  await lead.getByRole("button", { name: "Make a precedent on Neglect" }).click();
  await expect(problems(lead)).toBeVisible();
  await picture(lead, "case-precedent-problems");
  const summary = "Missed visits alone, without an effect that anybody noted, are Low";
  must(await makePrecedent(Lena, "2016-01", { factor: "neglect", summary }));
  await pictureOf(coder, "/cases/2016-01", "case-own-differences");
  await pictureOf(lead, "/precedents", "precedents-lead");
  await pictureOf(coder, "/precedents?text=nothing+like+it", "precedents-not-found");
  await coder.goto("/cases/2016-02/reconcile");
  await rowOf(coder, "Neglect").getByText("1 precedent").click();
  await picture(coder, "reconcile-precedent");
});

test("a second person", async ({ study }) => {
  const { Lena } = study.people;
  await openCase(study, "2016-01");
  await agreeEverything(Lena, "2016-01");
  const [lead, coder] = [await study.as("Lena"), await study.as("Ann")];
  await lead.goto("/settings");
  await lead.getByRole("radio", { name: "Yes" }).first().check();
  await lead.getByRole("button", { name: "Save", exact: true }).click();
  await expect(lead.getByText("A second person confirms each commit.")).toBeVisible();
  await picture(lead, "settings-second-person");
  await pictureOf(lead, "/cases/2016-01/reconcile/commit", "commit-propose");
  await lead.getByRole("button", { name: "Confirm and propose" }).click();
  await expect(lead.getByText("It waits for a second person")).toBeVisible();
  await picture(lead, "reconcile-proposed");
  await pictureOf(lead, "/cases/2016-01/reconcile/commit", "commit-proposed");
  await pictureOf(coder, "/", "work-confirm");
  await coder.goto("/cases/2016-01/reconcile/commit");
  await coder.getByRole("button", { name: "Send back" }).click();
  await expect(problems(coder)).toBeVisible();
  await picture(coder, "commit-second-person");
  await coder.getByLabel("What should be looked at again?").fill("Neglect: page 9");
  await coder.getByRole("button", { name: "Send back" }).click();
  await expect(coder.getByText(/^Ann sent the commit back on /)).toBeVisible();
  await picture(coder, "reconcile-sent-back");
});
