import { caseFor } from "@/db/fixtures";
import { problems, unfold } from "./page";
import { chooseLevels, levelOf, rateCase } from "./rating/rating";
import { agree, agreedLevel, rowOf } from "./reconciling/reconciling";
import { expect, test } from "./study";

test("the whole journey without scripts", { tag: "@nojs" }, async ({ study }) => {
  const lena = await study.stranger();

  await test.step("signing in: a wrong password is told, and the address kept", async () => {
    await lena.goto("/");
    await lena.getByLabel("Email").fill("lena@example.org");
    await lena.getByLabel("Password").fill("not the password of Lena");
    await lena.getByRole("button", { name: "Sign in" }).click();
    await expect(problems(lena)).toContainText("they do not go together");
    await expect(lena.getByLabel("Email")).toHaveValue("lena@example.org");
    await lena.getByLabel("Password").fill("the password of Lena");
    await lena.getByRole("button", { name: "Sign in" }).click();
    await expect(lena.getByRole("heading", { name: "Your work" })).toBeVisible();
  });

  await test.step("the lead registers a case and assigns two coders", async () => {
    await lena.goto("/cases/new");
    await lena.getByLabel("Reference").fill("2016-01");
    await lena.getByLabel("Public law, other").check();
    await lena.getByLabel("Ann", { exact: true }).check();
    await lena.getByLabel("Bob", { exact: true }).check();
    await lena.getByRole("button", { name: "Register the case" }).click();
    await expect(problems(lena).getByRole("link")).toHaveCount(2);
    await expect(lena.getByLabel("Reference")).toHaveValue("2016-01");
    await expect(lena.getByLabel("Public law, other")).toBeChecked();
    await expect(lena.getByLabel("Bob", { exact: true })).toBeChecked();
    await lena.getByLabel("Sample").fill("2016");
    await lena.getByLabel("Index incident type").selectOption("Suicide");
    await lena.getByRole("button", { name: "Register the case" }).click();
    await expect(lena.getByText("Not submitted yet")).toHaveCount(2);
  });

  const ann = await study.as("Ann");
  await test.step("a coder rates a part, saves, comes back, and is told what is missing", async () => {
    await ann.getByRole("link", { name: "Rate 2016-01" }).click();
    await levelOf(ann, "Neglect", "High").check();
    await ann.getByRole("button", { name: "Save and come back later" }).click();
    await expect(ann.getByText("1 of 13 rated")).toBeVisible();
    await expect(ann.locator(".factor-row kbd").first()).toBeHidden();
    await ann.getByRole("link", { name: "Rate 2016-01" }).click();
    await expect(levelOf(ann, "Neglect", "High")).toBeChecked();
    await levelOf(ann, "On child protection plan", "Yes, previously").check();
    await ann.getByRole("button", { name: "Submit ratings" }).click();
    await expect(problems(ann).getByRole("link")).toHaveCount(11);
    await expect(levelOf(ann, "Neglect", "High")).toBeChecked();
    await expect(levelOf(ann, "On child protection plan", "Yes, previously")).toBeChecked();
    await problems(ann).getByRole("link", { name: "Select a level for Emotional abuse" }).click();
    await expect(levelOf(ann, "Emotional abuse", "Not indicated")).toBeFocused();
  });

  await test.step("a note and a theme are reached and kept", async () => {
    await chooseLevels(ann, "3210000000201");
    await ann.getByRole("button", { name: "Submit ratings" }).click();
    await expect(problems(ann).getByRole("link")).toHaveText([
      "Select at least one theme for Other",
      "Describe the risk that you rated under Other",
    ]);
    await problems(ann).getByRole("link", { name: "Select at least one theme" }).click();
    await ann.getByRole("group", { name: "Themes" }).getByRole("checkbox").first().check();
    await ann.getByLabel("Description").fill("Seen on page 12");
    await ann.getByRole("button", { name: "Submit ratings" }).click();
    await expect(ann.getByText("Seen on page 12")).toBeVisible();
    await ann.getByRole("link", { name: "Go back to the ratings" }).click();
  });

  await test.step("quotes are added, changed and removed, and a page alone is refused", async () => {
    const passage = (which: number) => ann.getByLabel(`Passage of quote ${which} for Neglect`);
    await levelOf(ann, "Neglect", "High").focus();
    await unfold(ann, "Add a quote: quote 1 for Neglect");
    await ann.getByLabel("Page of quote 1 for Neglect").fill("7");
    await ann.getByRole("button", { name: "Done with quote 1 for Neglect" }).click();
    await expect(problems(ann)).toContainText("Enter the passage that stands there");
    await problems(ann).getByRole("link").click();
    await expect(passage(1)).toBeFocused();
    await passage(1).fill("He was left alone overnight");
    await ann.getByRole("button", { name: "Done with quote 1 for Neglect" }).click();
    await expect(ann.getByText("1 quote", { exact: true })).toBeVisible();
    await expect(ann.getByText("“He was left alone overnight”")).toBeVisible();
    await unfold(ann, "Add a quote: quote 2 for Neglect");
    await passage(2).fill("Neighbours reported it twice");
    await ann.getByRole("button", { name: "Done with quote 2 for Neglect" }).click();
    await expect(ann.getByText("2 quotes", { exact: true })).toBeVisible();
    await unfold(ann, "Change: quote 1 for Neglect");
    await ann.getByRole("button", { name: "Remove quote 1 for Neglect" }).click();
    await expect(ann.getByText("1 quote", { exact: true })).toBeVisible();
    await ann.getByRole("button", { name: "Submit ratings" }).click();
    await expect(ann.getByText("“Neighbours reported it twice”")).toBeVisible();
    await expect(ann.getByText("left alone overnight")).toHaveCount(0);
    await ann.getByRole("button", { name: "Confirm and submit" }).click();
    await expect(ann.getByRole("heading", { name: "Your ratings", exact: true })).toBeVisible();
  });

  await test.step("the second coder submits, and the case opens", async () => {
    const bob = await study.as("Bob");
    await rateCase(bob, "2016-01", "1210000000200");
    await expect(bob.getByText("Ready to reconcile")).toBeVisible();
  });

  await test.step("a coder hands a case back", async () => {
    const { Lena, Ann, Cy } = study.people;
    await caseFor(Lena, "2016-02", [Ann, Cy]);
    const cy = await study.as("Cy");
    await cy.getByRole("link", { name: "Rate 2016-02" }).click();
    await cy.getByRole("link", { name: "Hand this case back" }).click();
    await cy.getByRole("button", { name: "Hand the case back" }).click();
    await expect(cy.getByText("Nothing is waiting for you.")).toBeVisible();
  });

  await test.step("the lead reconciles; a refused decision keeps what was typed", async () => {
    await lena.goto("/cases/2016-01/reconcile");
    await lena.getByRole("button", { name: "Accept all the same (11)" }).click();
    await expect(lena.getByText("2 left to decide before")).toBeVisible();
    await lena.getByRole("button", { name: "Commit to the dataset" }).click();
    await expect(problems(lena).getByRole("link")).toHaveCount(2);
    await agree(lena, "Neglect", "Medium", "Page 4 shows repeated lapses");
    await expect(lena.getByText("1 left to decide before")).toBeVisible();
    await lena.getByLabel("Notes of this case’s meetings").fill("Page 4 decides");
    await lena.getByRole("button", { name: "Save the notes" }).click();
    await expect(lena.getByText("Saved by Lena")).toBeVisible();
    await lena.getByRole("link", { name: "Undecided first (1)" }).click();
    await expect(lena.getByRole("rowheader", { name: "Decided (12)" })).toBeVisible();
    await agree(lena, "Other", "Low");
    await expect(rowOf(lena, "Other")).toContainText("Enter a reason for Other: presence differs");
    await expect(agreedLevel(lena, "Other", "Low")).toBeChecked();
    await agree(lena, "Other", "Low", "Page 12");
    await expect(lena.getByText("left to decide before")).toHaveCount(0);
  });

  await test.step("the lead commits, and the dataset lists the case", async () => {
    await lena.getByRole("button", { name: "Commit to the dataset" }).click();
    await expect(lena.getByText("Page 4 shows repeated lapses")).toBeVisible();
    await lena.getByRole("button", { name: "Confirm and commit" }).click();
    await expect(lena.getByText("Version 1, risk rating 8")).toBeVisible();
    await lena.goto("/dataset");
    await lena.getByLabel("Case type").selectOption("Public law, other");
    await lena.getByRole("button", { name: "Show" }).click();
    await expect(lena.getByRole("rowheader", { name: "2016-01" })).toBeVisible();
  });

  await test.step("the lead reopens it, for a reason, and signs out", async () => {
    await lena.goto("/cases/2016-01/reopen");
    await lena.getByRole("button", { name: "Reopen the case" }).click();
    await expect(problems(lena)).toContainText("Enter a reason for reopening the case");
    await lena.getByLabel("Why is the case reopened?").fill("A chronology came in later");
    await lena.getByRole("button", { name: "Reopen the case" }).click();
    await expect(lena.getByRole("heading", { name: "Reconcile case 2016-01" })).toBeVisible();
    await lena.getByRole("button", { name: "Sign out" }).click();
    await expect(lena.getByRole("heading", { name: "Sign in" })).toBeVisible();
  });
});
