import { expect, test } from "../study";
import { factorLabels } from "./rating";

test("the page names all 13 factors of the codebook", async ({ study }) => {
  const dora = await study.as("Dora");
  await dora.goto("/codebook");
  await expect(dora.getByRole("heading", { level: 2 }).filter({ hasText: /^\d+ / })).toHaveText(
    factorLabels.map((label, index) => `${index + 1} ${label}`),
  );
});
