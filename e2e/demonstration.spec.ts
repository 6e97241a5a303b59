import { expect, makePeople, signIn, test } from "./study";

const strip = "Demonstration: invented cases. Nothing here is a real child, family or review.";
const paths = [
  "/",
  "/cases",
  "/cases/new",
  "/dataset",
  "/tables",
  "/tables/analyses",
  "/tables/coders",
  "/agreement",
  "/export",
  "/codebook",
  "/people",
];

test.describe("in a demonstration", () => {
  test.use({ kind: "demonstration" });

  test("every page says that its cases are invented", async ({ concord }) => {
    await makePeople();
    const page = await concord.stranger();
    await page.goto("/sign-in");
    await expect(page.getByText(strip)).toBeVisible();
    await signIn(page, "Lena");
    for (const path of [...paths, "/cases/2016-01"]) {
      await page.goto(path);
      await expect(page.getByText(strip), path).toBeVisible();
    }
  });
});

test("in a study of a team's own, no page says that it is a demonstration", async ({ study }) => {
  const lena = await study.as("Lena");
  for (const path of paths) {
    await lena.goto(path);
    await expect(lena.getByRole("heading", { level: 1 }), path).toBeVisible();
    await expect(lena.getByText(strip), path).toHaveCount(0);
  }
});
