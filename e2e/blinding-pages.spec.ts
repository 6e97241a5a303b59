import type { Page } from "@playwright/test";
import { caseFor, rateAndSubmit } from "@/db/fixtures";
import { askFor, pathsOf } from "./blind-requests";
import { levelOf, saveState } from "./rating";
import { expect, type Name, test } from "./study";
import { normalised } from "./twins";

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

test("a case that is not open answers as one that does not exist", async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Lena, Ann, Bob]);
  await rateAndSubmit(Bob, "2016-01", "3333333333330", sentence);
  const reconciling = ["/reconcile", "/reconcile/commit", "/reopen"];
  const rating = ["/rate", "/rate/check"];
  const closedTo: [Name, string[]][] = [
    ["Lena", reconciling],
    ["Ann", reconciling],
    ["Bob", [...rating, ...reconciling]],
    ["Cy", ["", ...rating, ...reconciling]],
    ["Dora", [""]],
  ];
  for (const [name, places] of closedTo)
    await test.step(`to ${name}`, async () => {
      const page = await study.as(name);
      const [asked, missing] = await Promise.all(
        ["2016-01", "2016-99"].map((reference) =>
          askFor(
            page,
            places.map((place) => `/cases/${reference}${place}`),
          ),
        ),
      );
      expect(asked?.size).toBe(places.length * 6);
      for (const [question, answer] of asked ?? [])
        expect(normalised(answer), `${name}: ${question}`).toBe(
          normalised(missing?.get(question.replace("2016-01", "2016-99")) ?? "").replaceAll(
            "2016-99",
            "2016-01",
          ),
        );
      const response = await page.goto(`/cases/2016-01${places.at(-1)}`);
      expect(response?.status()).toBe(404);
      await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
    });
});

test("the addresses asked for are all the pages there are", async ({ study }) => {
  const lena = await study.as("Lena");
  const links = await lena.getByRole("navigation").getByRole("link").all();
  const shown = await Promise.all(links.map((link) => link.getAttribute("href")));
  expect(shown.filter((href) => !pathsOf("2016-01").includes(href ?? ""))).toEqual([]);
  expect(shown).toHaveLength(7);
});
