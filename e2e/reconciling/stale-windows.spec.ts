import { getCase } from "@/db/cases/cases";
import { reopenCase } from "@/db/dataset/reopening";
import { agreeEverything, caseFor, commit, must, rateAndSubmit } from "@/db/fixtures";
import { getDraft } from "@/db/ratings/drafts";
import { getOwnSubmission } from "@/db/ratings/ratings";
import { getReconciliation } from "@/db/reconciliation/reconciliations";
import { problems } from "../page";
import { chooseLevels, levelOf, saveState } from "../rating/rating";
import { expect, test } from "../study";
import { agree, agreedLevel, openNotes, rowOf } from "./reconciling";

const stale =
  "This case was changed in another tab or window. What you typed here is still shown, and has not been saved.";

test("a coder's second tab is told that it is behind, and overwrites nothing", async ({
  study,
}) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  const first = await study.as("Ann");
  const second = await study.tabBeside(first);
  await first.goto("/cases/2016-01/rate");
  await second.goto("/cases/2016-01/rate");

  await test.step("the first saves; the second is told, and keeps what was typed", async () => {
    await levelOf(first, "Neglect", "High").check();
    await expect(saveState(first)).toHaveText(/^Saved \d\d:\d\d$/);
    await levelOf(second, "Neglect", "Low").check();
    await second.getByLabel("Note for Neglect").fill("Typed in the second tab");
    await expect(saveState(second)).toHaveText(stale);
    await expect(levelOf(second, "Neglect", "Low")).toBeChecked();
    await expect(second.getByLabel("Note for Neglect")).toHaveValue("Typed in the second tab");
    expect((await getDraft(Ann, "2016-01"))?.ratings.neglect).toMatchObject({
      level: "high",
      note: "",
    });
  });

  await test.step("submitting from the second is refused as well", async () => {
    await second.getByRole("button", { name: "Submit ratings" }).click();
    await expect(problems(second)).toContainText(
      "This case was changed in another tab or window. What you typed here has not been saved.",
    );
    await expect(second.getByLabel("Note for Neglect")).toHaveValue("Typed in the second tab");
    expect((await getDraft(Ann, "2016-01"))?.ratings.neglect?.level).toBe("high");
  });

  await test.step("a check page that is behind submits nothing", async () => {
    await chooseLevels(first, "3000000000000");
    await first.getByRole("button", { name: "Submit ratings" }).click();
    await expect(first.getByRole("heading", { name: "Check your ratings" })).toBeVisible();
    const third = await study.tabBeside(first);
    await third.goto("/cases/2016-01/rate");
    await levelOf(third, "Neglect", "Medium").check();
    await expect
      .poll(async () => (await getDraft(Ann, "2016-01"))?.ratings.neglect?.level)
      .toBe("medium");
    await first.getByRole("button", { name: "Confirm and submit" }).click();
    await expect(problems(first)).toContainText(
      "Your ratings were changed in another tab or window since you opened this page. Check them again.",
    );
    expect(await getOwnSubmission(Ann, "2016-01")).toBeNull();
  });
});

test("two windows of the lead: what is behind is refused, and nothing typed is lost", async ({
  study,
}) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  await rateAndSubmit(Ann, "2016-01", "3000000000000");
  await rateAndSubmit(Bob, "2016-01", "1000000000000");
  const first = await study.as("Lena");
  const second = await study.tabBeside(first);
  await first.goto("/cases/2016-01/reconcile");
  await second.goto("/cases/2016-01/reconcile");

  await test.step("a level agreed meanwhile is not overwritten unseen", async () => {
    await openNotes(second, "Neglect");
    await agreedLevel(second, "Neglect", "Low").check({ force: true });
    await rowOf(second, "Neglect").getByLabel("Reason").fill("Typed in the second window");
    await agree(first, "Neglect", "High", "Agreed in the first window");
    await expect(
      rowOf(first, "Neglect").getByText(/^Agreed after discussion · Lena/),
    ).toBeVisible();
    await rowOf(second, "Neglect").getByRole("button", { name: "Save Neglect" }).click();
    await expect(rowOf(second, "Neglect")).toContainText(
      "Since you opened this page, Neglect was agreed as High by Lena on",
    );
    await expect(rowOf(second, "Neglect").getByText("Decided meanwhile: High.")).toBeVisible();
    await expect(
      rowOf(second, "Neglect").getByText(/^High · Agreed after discussion · Lena/),
    ).toBeVisible();
    await expect(rowOf(second, "Neglect").getByLabel("Reason")).toHaveValue(
      "Typed in the second window",
    );
    await expect(agreedLevel(second, "Neglect", "Low")).toBeChecked();
    const neglect = (await getReconciliation(Lena, "2016-01"))?.rows[0]?.agreed;
    expect(neglect).toMatchObject({ level: "high", reason: "Agreed in the first window" });
  });

  await test.step("having seen it, the second window can change it", async () => {
    await rowOf(second, "Neglect").getByRole("button", { name: "Save Neglect" }).click();
    await expect(rowOf(second, "Neglect").getByRole("status")).toHaveText("Neglect saved");
    const neglect = (await getReconciliation(Lena, "2016-01"))?.rows[0]?.agreed;
    expect(neglect).toMatchObject({ level: "low", reason: "Typed in the second window" });
  });

  await test.step("a check page that is behind commits nothing", async () => {
    await agreeEverything(Lena, "2016-01");
    await first.goto("/cases/2016-01/reconcile/commit");
    await second.goto("/cases/2016-01/reconcile");
    await agree(second, "Neglect", "Medium", "Changed while the other window checks");
    await expect(rowOf(second, "Neglect").getByRole("status")).toHaveText("Neglect saved");
    await first.getByRole("button", { name: "Confirm and commit" }).click();
    await expect(problems(first)).toContainText(
      "An agreed level was changed since you opened this page. Check the levels again.",
    );
    expect((await getCase(Lena, "2016-01"))?.stage).toBe("reconciling");
  });

  await test.step("nor does one of an earlier round", async () => {
    await first.goto("/cases/2016-01/reconcile/commit");
    await commit(Lena, "2016-01");
    must(await reopenCase(Lena, "2016-01", "A later page was missed"));
    await first.getByRole("button", { name: "Confirm and commit" }).click();
    await expect(problems(first)).toContainText(
      "The case was committed and reopened since you opened this page. Check the levels again.",
    );
    expect((await getCase(Lena, "2016-01"))?.stage).toBe("reopened");
  });
});

test("a case with twelve agreed levels is not committed, nor reopened without a reason", async ({
  study,
}) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  await rateAndSubmit(Ann, "2016-01", "0000000000030");
  await rateAndSubmit(Bob, "2016-01", "0000000000000");
  const lena = await study.as("Lena");
  await lena.goto("/cases/2016-01/reconcile");
  await lena.getByRole("button", { name: "Accept all the same (12)" }).click();
  await expect(lena.getByText("1 left to decide before")).toBeVisible();

  await lena.getByRole("button", { name: "Commit to the dataset" }).click();
  const missing = problems(lena).getByRole("link", {
    name: "Agree a level for Threats to harm or abduct the child",
  });
  await expect(problems(lena).getByRole("listitem")).toHaveCount(1);
  await missing.click();
  await expect(
    agreedLevel(lena, "Threats to harm or abduct the child", "Not indicated"),
  ).toBeFocused();
  await lena.goto("/cases/2016-01/reconcile/commit");
  await expect(lena.getByRole("heading", { name: "Reconcile case 2016-01" })).toBeVisible();
  await openNotes(lena, "Neglect");
  expect((await getCase(Lena, "2016-01"))?.stage).toBe("reconciling");

  await agreeEverything(Lena, "2016-01");
  await commit(Lena, "2016-01");
  await lena.goto("/cases/2016-01/reopen");
  await lena.getByLabel("Why is the case reopened?").fill("   ");
  await lena.getByRole("button", { name: "Reopen the case" }).click();
  await expect(problems(lena)).toContainText("Enter a reason for reopening the case");
  expect((await getCase(Lena, "2016-01"))?.stage).toBe("committed");
});
