import { getCase } from "@/db/cases/cases";
import { caseFor, rateAndSubmit } from "@/db/fixtures";
import { expectAccessible } from "../accessible";
import { expect, test } from "../study";
import { levelOf, rateCase, saveState } from "./rating";

test("a case is handed back without a reason, stays closed with one coder left, and goes on with another", async ({
  study,
}) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  await rateAndSubmit(Ann, "2016-01", "1210000000200", "Page 4");
  const bob = await study.as("Bob");

  await test.step("a coder changes their mind, then hands it back from the rating page", async () => {
    await bob.goto("/cases/2016-01/rate");
    await levelOf(bob, "Neglect", "High").check();
    await expect(saveState(bob)).toHaveText(/^Saved/);
    await bob.getByRole("link", { name: "Hand this case back" }).click();
    await expect(bob.getByRole("heading", { name: "Hand case 2016-01 back" })).toBeVisible();
    await expectAccessible(bob, "hand back");
    await bob.getByRole("link", { name: "Go on rating it" }).click();
    await expect(levelOf(bob, "Neglect", "High")).toBeChecked();
    await bob.goto("/cases/2016-01");
    await bob.getByRole("link", { name: "Hand back", exact: true }).click();
    await bob.getByRole("button", { name: "Hand the case back" }).click();
    await expect(bob.getByText("Nothing is waiting for you.")).toBeVisible();
    const gone = await bob.goto("/cases/2016-01");
    expect(gone?.status()).toBe(404);
  });

  const lena = await study.as("Lena");
  await test.step("the lead is told, and learns nothing of the one who is left", async () => {
    const work = lena.getByRole("listitem").filter({ hasText: "Assign coders to 2016-01" });
    await expect(work).toContainText("Needs another coder");
    await work.getByRole("link", { name: "Assign coders to 2016-01" }).click();
    await expect(lena.getByText("This case needs another coder")).toBeVisible();
    await expect(lena.getByText("Coding", { exact: true })).toBeVisible();
    await expect(lena.getByText("handed the case back")).toBeVisible();
    await expectAccessible(lena, "case that needs another coder");
    const room = await lena.goto("/cases/2016-01/reconcile");
    expect(room?.status()).toBe(404);
  });

  await test.step("another is assigned and submits, and the case opens", async () => {
    await lena.goto("/cases/2016-01");
    await lena.getByLabel("Cy", { exact: true }).check();
    await lena.getByRole("button", { name: "Assign", exact: true }).click();
    await expect(lena.getByText("This case needs another coder")).toHaveCount(0);
    const cy = await study.as("Cy");
    await rateCase(cy, "2016-01", "3210000000200");
    await expect(cy.getByText("Ready to reconcile")).toBeVisible();
    expect((await getCase(Lena, "2016-01"))?.stage).toBe("open");
  });
});
