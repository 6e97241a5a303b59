import type { Page } from "@playwright/test";
import { assignCoders } from "@/db/assignments/assignments";
import { reopenCase } from "@/db/dataset/reopening";
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
import { getReconciliation } from "@/db/reconciliation/reconciliations";
import { expectAccessible } from "../accessible";
import { problems, unfold } from "../page";
import { expect, type Study, test } from "../study";
import { agree, agreedLevel, openNotes, rowOf } from "./reconciling";

/** An open case on which Ann and Bob differ on Neglect, Physical abuse and Other. */
async function openCase({ people }: Study, reference: string): Promise<void> {
  const { Lena, Ann, Bob } = people;
  await caseFor(Lena, reference, [Ann, Bob]);
  await rateAndSubmit(Ann, reference, "3210000000200", "Page 4");
  await rateAndSubmit(Bob, reference, "1220000000200", "Page 9");
}

test("a level is agreed with tags, a coder dissents, and each sees afterwards where it differs from theirs", async ({
  study,
}) => {
  const { Ann } = study.people;
  await openCase(study, "2016-01");
  const [lena, ann, bob] = [await study.as("Lena"), await study.as("Ann"), await study.as("Bob")];

  await test.step("the lead says what lay behind the difference", async () => {
    await lena.goto("/cases/2016-01/reconcile");
    await openNotes(lena, "Neglect");
    const tags = rowOf(lena, "Neglect").getByRole("group", { name: "What lay behind" });
    await tags.getByLabel("Borderline").check();
    await tags.getByLabel("Evidence missed").check();
    await agree(lena, "Neglect", "Low");
    await expect(rowOf(lena, "Neglect")).toContainText("Enter a reason for Neglect");
    await expect(tags.getByLabel("Borderline")).toBeChecked();
    await expect(tags.getByLabel("Slip")).not.toBeChecked();
    await agree(lena, "Neglect", "Low", "One visit was missed");
    await expect(
      rowOf(lena, "Neglect").getByText("Agreed after discussion · Evidence missed, Borderline · "),
    ).toBeVisible();
  });

  await test.step("a coder dissents, with a reason, and no open page is behind because of it", async () => {
    await ann.goto("/cases/2016-01/reconcile");
    const row = rowOf(ann, "Neglect");
    await unfold(ann, "Record dissent on Neglect");
    await row.getByRole("button", { name: "Record dissent on Neglect" }).click();
    await expect(problems(ann)).toContainText("Enter a reason for your dissent");
    await row.getByLabel("Why do you dissent from Low?").fill("Three visits were missed");
    await row.getByRole("button", { name: "Record dissent on Neglect" }).click();
    await expect(row.getByText(/^[AB] dissents: Three visits were missed$/)).toBeVisible();
    await expectAccessible(ann, "reconcile, own dissent");
    await openNotes(lena, "Neglect");
    await agree(lena, "Neglect", "Low", "One visit was missed, on page 4");
    await expect(rowOf(lena, "Neglect").getByRole("status")).toHaveText("Neglect saved");
    await expect(rowOf(lena, "Neglect").getByText(/dissents: Three visits/)).toBeVisible();
  });

  await test.step("dissent from a level that was changed meanwhile is refused, and kept as typed", async () => {
    await bob.goto("/cases/2016-01/reconcile");
    const row = rowOf(bob, "Neglect");
    await unfold(bob, "Record dissent on Neglect");
    await row.getByLabel("Why do you dissent from Low?").fill("It was four");
    await agree(lena, "Neglect", "Medium", "Both pages together");
    await expect(rowOf(lena, "Neglect").getByText(/dissents/)).toHaveCount(0);
    await row.getByRole("button", { name: "Record dissent on Neglect" }).click();
    await expect(problems(bob)).toContainText("Your dissent has not been recorded.");
    await expect(row.getByLabel("Why do you dissent from Medium?")).toHaveValue("It was four");
    await expectAccessible(bob, "reconcile, dissent refused");
    await row.getByRole("button", { name: "Record dissent on Neglect" }).click();
    await expect(row.getByText(/dissents: It was four$/)).toBeVisible();
    await row.getByRole("button", { name: "Withdraw your dissent on Neglect" }).click();
    await expect(row.getByText(/dissents/)).toHaveCount(0);
  });

  await test.step("what is committed is what the check page showed, dissents too", async () => {
    await agreeEverything(study.people.Lena, "2016-01");
    await lena.goto("/cases/2016-01/reconcile/commit");
    const neglect = (await getReconciliation(Ann, "2016-01"))?.rows[0]?.agreed;
    const reason = "Three visits were missed";
    const dissent = { factor: "neglect", reason, seenRevision: neglect?.revision ?? 0 };
    must(await recordDissent(Ann, "2016-01", dissent));
    await lena.getByRole("button", { name: "Confirm and commit" }).click();
    await expect(problems(lena)).toContainText("A dissent was recorded or withdrawn since");
    await lena.reload();
    await expect(lena.getByRole("row", { name: /Neglect/ })).toContainText(
      /Both pages together.*Evidence missed, Borderline.*Dissent: [AB]: Three visits were missed/,
    );
    await expectAccessible(lena, "check and commit, with a dissent");
    await lena.getByRole("button", { name: "Confirm and commit" }).click();
    const version = lena.getByRole("table", { name: "Agreed ratings, version 1" });
    await expect(version.getByRole("row", { name: /Neglect/ })).toContainText(
      /Evidence missed, Borderline.*Dissent: Three visits were missed/,
    );
  });

  await test.step("each coder sees where the agreed levels differ from theirs, and why", async () => {
    await ann.goto("/cases/2016-01");
    const rows = ann
      .getByRole("table", { name: "Agreed levels that differ from your ratings" })
      .getByRole("row");
    await expect(rows).toHaveCount(3);
    await expect(rows.nth(1)).toContainText(
      /Neglect.*High.*Medium.*Agreed after discussion.*Both pages together/,
    );
    await expect(rows.nth(2)).toContainText(/Physical abuse.*Low.*High/);
    await expectAccessible(ann, "case, committed, where it differs");
  });
});

test("forms that open in place show their errors without scripts", { tag: "@nojs" }, async ({
  study,
}) => {
  const { Lena } = study.people;
  await openCase(study, "2016-01");
  await agreeEverything(Lena, "2016-01");
  const [lena, ann] = [await study.as("Lena"), await study.as("Ann")];

  await ann.goto("/cases/2016-01/reconcile");
  await unfold(ann, "Record dissent on Neglect");
  const why = rowOf(ann, "Neglect").getByLabel("Why do you dissent from High?");
  const record = ann.getByRole("button", { name: "Record dissent on Neglect" });
  await record.click();
  await expect(problems(ann)).toContainText("Enter a reason for your dissent");
  await expect(why).toBeVisible();
  await why.fill("x".repeat(4001));
  await record.click();
  await expect(problems(ann)).toContainText("Shorten the reason to 4,000 characters");
  await expect(why).toHaveValue("x".repeat(4001));
  await why.fill("Only once");
  await record.click();
  await expect(ann.getByText(/^[AB] dissents: Only once$/)).toBeVisible();
  await ann.getByRole("button", { name: "Withdraw your dissent on Neglect" }).click();
  await expect(ann.getByText(/dissents:/)).toHaveCount(0);

  await lena.goto("/cases/2016-01/reconcile");
  await unfold(lena, "Make this a precedent on Neglect");
  const make = lena.getByRole("button", { name: "Make a precedent on Neglect" });
  await make.click();
  await expect(problems(lena)).toContainText("Enter a summary of the precedent");
  await lena
    .getByLabel("Summary")
    .and(lena.locator(":visible"))
    .fill("Missed visits alone are Low");
  await make.click();
  await expect(lena.getByText("Precedent: Missed visits alone are Low")).toBeVisible();
  await lena.getByRole("button", { name: "Take this precedent back on Neglect" }).click();
  await expect(lena.getByText("Precedent: Missed visits alone are Low")).toHaveCount(0);
});

test("a page from before another coder’s ratings came in agrees no level without scripts", {
  tag: "@nojs",
}, async ({ study }) => {
  const { Lena, Cy } = study.people;
  await openCase(study, "2016-01");
  const lena = await study.as("Lena");
  const neglect = rowOf(lena, "Neglect");
  const decisions = async () => (await getReconciliation(Lena, "2016-01"))?.decisions;

  await lena.goto("/cases/2016-01/reconcile");
  must(await assignCoders(Lena, "2016-01", [Cy.id]));
  await rateAndSubmit(Cy, "2016-01", "0220000000200", "Page 12");
  await agree(lena, "Neglect", "High", "Both pages together");
  await expect(neglect).toContainText(
    "Another coder’s ratings came in since you opened this page.",
  );
  await expect(neglect).toContainText("Page 12");
  await expect(neglect.getByLabel("Reason")).toHaveValue("Both pages together");
  await expect(agreedLevel(lena, "Neglect", "High")).toBeChecked();
  expect(await decisions()).toBe(0);

  await lena.getByRole("button", { name: "Save Neglect" }).click();
  await expect(neglect).toContainText("Agreed after discussion");
  expect(await decisions()).toBe(1);
});

test("precedents are made of committed disagreements, found again, and hidden while a coder is blind", async ({
  study,
}) => {
  const { Lena, Cy } = study.people;
  await openCase(study, "2016-01");
  await openCase(study, "2016-02");
  await agreeIn(Lena, "2016-01", { factor: "neglect", level: "medium", reason: "Two kestrels" });
  await agreeEverything(Lena, "2016-01");
  await commit(Lena, "2016-01");
  const [lena, cy] = [await study.as("Lena"), await study.as("Cy")];

  await test.step("the lead makes one of a committed case", async () => {
    await lena.goto("/cases/2016-01");
    await unfold(lena, "Make this a precedent on Neglect");
    await lena.getByRole("button", { name: "Make a precedent on Neglect" }).click();
    await expect(problems(lena)).toContainText("Enter a summary of the precedent");
    await expectAccessible(lena, "case, committed, with an error on a precedent");
    await lena.getByLabel("Summary").and(lena.locator(":visible")).fill("Missed visits alone");
    await lena.getByRole("button", { name: "Make a precedent on Neglect" }).click();
    await expect(lena.getByText("Precedent: Missed visits alone")).toBeVisible();
    const other = { factor: "physical_abuse", summary: "An old bruise" };
    must(await makePrecedent(Lena, "2016-01", other));
  });

  await test.step("a coder of another case finds it, by factor and by words", async () => {
    await cy.getByRole("link", { name: "Precedents" }).click();
    await expect(cy.getByRole("heading", { level: 2 })).toHaveText([
      "An old bruise",
      "Missed visits alone",
    ]);
    await expectAccessible(cy, "/precedents");
    await cy.getByLabel("Words in the summary or reason").fill("KESTRELS two");
    await cy.getByRole("button", { name: "Show" }).click();
    await expect(cy.getByRole("heading", { level: 2 })).toHaveText(["Missed visits alone"]);
    await expect(cy.getByText("High and Low given, Medium agreed")).toBeVisible();
    await cy.getByLabel("Risk factor").selectOption("Physical abuse");
    await cy.getByRole("button", { name: "Show" }).click();
    await expect(cy.getByText("No precedent fits this.")).toBeVisible();
    await expect(cy.getByRole("button", { name: /Take this precedent back/ })).toHaveCount(0);
  });

  await test.step("each row of a room opens to those on its factor", async () => {
    const ann = await study.as("Ann");
    await ann.goto("/cases/2016-02/reconcile");
    await rowOf(ann, "Neglect").getByText("1 precedent").click();
    await expect(rowOf(ann, "Neglect")).toContainText("Two kestrels");
    await expect(rowOf(ann, "Emotional abuse").getByText("1 precedent")).toHaveCount(0);
    await expectAccessible(ann, "reconcile, with a precedent");
  });

  await test.step("reopened with a coder who is blind, the case shows no precedent to anybody", async () => {
    must(await reopenCase(Lena, "2016-01", "A chronology came in"));
    must(await assignCoders(Lena, "2016-01", [Cy.id]));
    for (const page of [lena, cy]) {
      await page.goto("/precedents");
      await expect(page.getByText("There is no precedent yet.")).toBeVisible();
    }
    await rateAndSubmit(Cy, "2016-01", "2220000000200");
    await lena.goto("/precedents");
    await expect(lena.getByText("High and Low given, Medium agreed")).toBeVisible();
  });

  await test.step("the lead takes one back", async () => {
    await lena
      .getByRole("button", { name: "Take this precedent back on Neglect, case 2016-01" })
      .click();
    await expect(lena.getByRole("heading", { level: 2 })).toHaveText(["An old bruise"]);
  });
});

test("where the team asks for it, a second person confirms each commit or sends it back", async ({
  study,
}) => {
  const { Lena, Ann } = study.people;
  await caseFor(Lena, "2016-01", [Lena, Ann]);
  await rateAndSubmit(Ann, "2016-01", "3210000000200");
  await rateAndSubmit(Lena, "2016-01", "2210000000200");
  const [lena, ann] = [await study.as("Lena"), await study.as("Ann")];
  const confirm = (page: Page) => page.getByRole("button", { name: "Confirm and commit" });
  const propose = (page: Page) => page.getByRole("button", { name: "Confirm and propose" });
  const waiting = (page: Page) => page.getByRole("region", { name: /^Waiting for others/ });

  await test.step("a lead asks for it; others find no such page", async () => {
    expect((await ann.goto("/settings"))?.status()).toBe(404);
    await lena.getByRole("link", { name: "Settings" }).click();
    await lena
      .getByRole("group", { name: "Does a second person confirm each commit?" })
      .getByRole("radio", { name: "Yes" })
      .check();
    await lena.getByRole("button", { name: "Save", exact: true }).click();
    await expect(lena.getByText("A second person confirms each commit.")).toBeVisible();
    await lena.getByLabel("Under what licence may the data be used?").fill("CC BY 4.0");
    await lena.getByRole("button", { name: "Save", exact: true }).click();
    await expect(problems(lena)).toContainText("Enter the address of the licence");
    const address = "https://creativecommons.org/licenses/by/4.0/";
    await lena.getByLabel("Where can the licence be read?").fill(address);
    await lena.getByRole("button", { name: "Save", exact: true }).click();
    await expect(lena.getByText("The licence of the data is CC BY 4.0.")).toBeVisible();
    await expectAccessible(lena, "/settings");
  });

  await test.step("nobody decides alone on a case that they coded", async () => {
    await lena.goto("/cases/2016-01/reconcile");
    const row = rowOf(lena, "Neglect");
    await openNotes(lena, "Neglect");
    await row.getByLabel("How was it agreed?").selectOption("Lead’s decision");
    await agree(lena, "Neglect", "High", "Page 4");
    await expect(row.getByLabel("How was it agreed?")).toHaveAccessibleDescription(
      /^Error: You coded this case, so you cannot decide it alone/,
    );
    await expect(row.getByLabel("Reason")).toHaveValue("Page 4");
    await row.getByLabel("How was it agreed?").selectOption("Agreed after discussion");
    await agree(lena, "Neglect", "High");
    await expect(row.getByRole("status")).toHaveText("Neglect saved");
    await agreeEverything(Lena, "2016-01");
  });

  await test.step("one lead proposes, and cannot confirm it", async () => {
    expect((await ann.goto("/cases/2016-01/reconcile/commit"))?.status()).toBe(404);
    await lena.goto("/cases/2016-01/reconcile/commit");
    await expectAccessible(lena, "check and propose");
    await propose(lena).click();
    await expect(lena.getByText("It waits for a second person")).toBeVisible();
    await lena.goto("/cases/2016-01/reconcile/commit");
    await expect(lena.getByText("It waits for another lead, or a coder")).toBeVisible();
    await expect(confirm(lena).or(propose(lena))).toHaveCount(0);
    await lena.goto("/");
    await expect(lena.getByText("Nothing is waiting for you.")).toBeVisible();
    await expect(waiting(lena).getByRole("listitem")).toContainText(["Commit 2016-01"]);
    await expect(waiting(lena).getByText("Proposed", { exact: true })).toBeVisible();
    await expectAccessible(lena, "/, a proposal waits for others");
  });

  await test.step("a coder of the case sends it back, for a reason", async () => {
    await ann.goto("/");
    await expect(ann.getByText("For you to confirm")).toBeVisible();
    await ann.getByRole("link", { name: "Commit 2016-01" }).click();
    await ann.getByRole("button", { name: "Send back" }).click();
    await expect(problems(ann)).toContainText("Enter a reason for sending it back");
    await expectAccessible(ann, "second person, with an error");
    await ann.getByLabel("What should be looked at again?").fill("Neglect: page 9");
    await ann.getByRole("button", { name: "Send back" }).click();
    await expect(ann.getByText(/^Ann sent the commit back on .*: Neglect: page 9$/)).toBeVisible();
    await lena.goto("/");
    await expect(lena.getByText("Sent back", { exact: true })).toBeVisible();
    await expect(waiting(lena)).toHaveCount(0);
    await lena.getByRole("link", { name: "Commit 2016-01" }).click();
    await expect(lena.getByText(/^Ann sent the commit back on .*: Neglect: page 9$/)).toBeVisible();
  });

  await test.step("a proposal lapses when a level is agreed anew", async () => {
    await lena.goto("/cases/2016-01/reconcile/commit");
    await propose(lena).click();
    await expect(lena.getByText("It waits for a second person")).toBeVisible();
    await ann.goto("/cases/2016-01/reconcile/commit");
    await agree(lena, "Neglect", "Medium");
    await expect(lena.getByText("It waits for a second person")).toHaveCount(0);
    await confirm(ann).click();
    await expect(problems(ann)).toContainText("This can no longer be done");
    await lena.goto("/cases/2016-01/reconcile/commit");
    await propose(lena).click();
    await expect(lena.getByText("It waits for a second person")).toBeVisible();
  });

  await test.step("another proposal than the page shows is not sent back, and the words stay", async () => {
    await ann.goto("/cases/2016-01/reconcile/commit");
    await agree(lena, "Neglect", "High");
    await expect(lena.getByText("It waits for a second person")).toHaveCount(0);
    await lena.goto("/cases/2016-01/reconcile/commit");
    await propose(lena).click();
    await expect(lena.getByText("It waits for a second person")).toBeVisible();
    await ann.getByLabel("What should be looked at again?").fill("Neglect: page 12");
    await ann.getByRole("button", { name: "Send back" }).click();
    await expect(problems(ann)).toContainText(
      "This commit was proposed anew since you opened this page. It has not been sent back.",
    );
    await expect(ann.getByLabel("What should be looked at again?")).toHaveValue("Neglect: page 12");
    await ann.goto("/cases/2016-01/reconcile");
    await ann.getByRole("link", { name: "Confirm it or send it back" }).click();
    await confirm(ann).click();
    await expect(ann.getByText(/^Committed .* by Ann$/)).toBeVisible();
    await expect(ann.getByText("Reason: Neglect: page 9")).toBeVisible();
  });
});
