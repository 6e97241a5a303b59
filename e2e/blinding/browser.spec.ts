import type { Page } from "@playwright/test";
import { caseFor, rateAndSubmit } from "@/db/fixtures";
import { levelOf, saveState } from "../rating/rating";
import { expect, test } from "../study";

const sentence = "The health visitor wrote of a quince tree";

/** Keeps every body that this browser is sent from now on, on its way through. */
async function bodiesOf(page: Page): Promise<string[]> {
  const bodies: string[] = [];
  await page.route("**/*", async (route) => {
    const response = await route.fetch({ maxRedirects: 0 });
    bodies.push(await response.text());
    await route.fulfill({ response });
  });
  return bodies;
}

test("a browser at work is sent nothing of what a colleague gave", async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Lena, Ann, Bob]);
  await rateAndSubmit(Bob, "2016-01", "3333333333330", sentence);

  for (const name of ["Lena", "Ann"] as const)
    await test.step(`${name} rates and looks round`, async () => {
      const page = await study.as(name);
      const bodies = await bodiesOf(page);
      for (const path of ["/", "/cases", "/cases/2016-01", "/cases/2016-01/rate"]) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      }
      await levelOf(page, "Neglect", "Low").check();
      await expect(saveState(page)).toHaveText(/^Saved/);
      await page.getByRole("button", { name: "Submit ratings" }).click();
      await expect(page.getByRole("alert").getByRole("link")).toHaveCount(12);
      const holding = (text: string) => bodies.filter((body) => body.includes(text));
      expect(holding("Rate case 2016-01")).not.toEqual([]);
      expect(holding('"kind":"saved"')).not.toEqual([]);
      expect(holding(sentence)).toEqual([]);
    });
});
