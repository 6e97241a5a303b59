import { caseFor, must, ratingsFrom } from "@/db/fixtures";
import type { Viewer } from "@/db/people/people";
import { getDraft, saveDraft } from "@/db/ratings/drafts";
import { submitRatings } from "@/db/ratings/ratings";
import type { Quote } from "@/domain/ratings/quotes";
import { unrated } from "@/domain/ratings/ratings";
import { unfold } from "../page";
import { openNotes, rowOf } from "../reconciling/reconciling";
import { expect } from "../study";
import { chooseLevels, levelOf, saveState, test } from "./rating";

const quotesOf = async (coder: Viewer) =>
  (await getDraft(coder, "2016-01"))?.ratings.neglect?.quotes;

const typed = (text: string, page = "", place = ""): Quote => ({ text, page, place, at: null });

test("a coder quotes passages, which are saved with the rating and read before submitting", async ({
  ann,
  study,
}) => {
  const { Ann } = study.people;
  const neglect = ann.getByRole("group", { name: "Neglect", exact: true });
  const part = (name: string, which: number) =>
    ann.getByLabel(`${name} of quote ${which} for Neglect`);

  await test.step("one is saved as it is typed, and counted on the row", async () => {
    await levelOf(ann, "Neglect", "High").check();
    await unfold(ann, "Add a quote: quote 1 for Neglect");
    await part("Passage", 1).fill("He was left alone overnight");
    await expect(neglect).toContainText("1 quote");
    await part("Page", 1).fill("7");
    await part("Paragraph or place", 1).fill("paragraph 3");
    const first = typed("He was left alone overnight", "7", "paragraph 3");
    await expect.poll(() => quotesOf(Ann)).toEqual([first]);
  });

  await test.step("Enter is done with it, and leads to the next", async () => {
    await part("Paragraph or place", 1).press("Enter");
    await expect(part("Paragraph or place", 1)).toBeHidden();
    await expect(ann.getByText("“He was left alone overnight”")).toBeVisible();
    await ann.keyboard.press("Enter");
    await part("Passage", 2).fill("Neighbours reported it twice");
    await ann.getByRole("button", { name: "Done with quote 2 for Neglect" }).click();
    await expect(neglect).toContainText("2 quotes");
  });

  await test.step("a page without a passage is told beside its field, and nothing is lost", async () => {
    await unfold(ann, "Add a quote: quote 3 for Neglect");
    await part("Page", 3).fill("9");
    await expect(part("Passage", 3)).toHaveAccessibleDescription(
      "Error: Enter the passage that stands there",
    );
    await part("Passage", 3).fill("It had been seen before");
    await expect(saveState(ann)).toHaveText(/^Saved/);
    await ann.reload();
    await expect(neglect).toContainText("3 quotes");
  });

  await test.step("one is removed, and the others stay as they are", async () => {
    await levelOf(ann, "Neglect", "High").focus();
    await unfold(ann, "Change: quote 2 for Neglect");
    await ann.getByRole("button", { name: "Remove quote 2 for Neglect" }).click();
    await expect(ann.getByText("Neighbours reported it twice")).toHaveCount(0);
    await expect
      .poll(() => quotesOf(Ann))
      .toEqual([
        typed("He was left alone overnight", "7", "paragraph 3"),
        typed("It had been seen before", "9"),
      ]);
  });

  await test.step("the check page shows them, and the case page once submitted", async () => {
    await chooseLevels(ann, "3210000000200");
    await ann.getByRole("button", { name: "Submit ratings" }).click();
    const row = ann.getByRole("row", { name: /Neglect/ });
    await expect(row).toContainText("“He was left alone overnight”p. 7, paragraph 3");
    await expect(row).toContainText("“It had been seen before”p. 9");
    await ann.getByRole("button", { name: "Confirm and submit" }).click();
    await expect(ann.getByRole("row", { name: /Neglect/ })).toContainText(
      "It had been seen before",
    );
  });
});

/** Rates Neglect with quotes, all else Not indicated, and submits. */
async function quoteAndSubmit(coder: Viewer, level: string, ...quotes: Quote[]) {
  const plain = await ratingsFrom(coder, "2016-01", "0000000000000");
  const ratings = { ...plain, neglect: { ...unrated, level, quotes } };
  const { revision } = must(await saveDraft(coder, "2016-01", 0, ratings));
  must(await submitRatings(coder, "2016-01", revision));
}

test("in the room quotes stand side by side, and it says whether they are the same passage", async ({
  study,
}) => {
  const { Lena, Ann, Bob, Cy } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  await quoteAndSubmit(Ann, "high", typed("Neighbours reported twice that he was alone", "3"));
  await quoteAndSubmit(Bob, "low", typed("reported twice that he was alone overnight", "4"));
  const lena = await study.as("Lena");
  const neglect = rowOf(lena, "Neglect");
  const same = "A and B cite the same passage and judge it differently.";

  await lena.goto("/cases/2016-01/reconcile");
  await expect(neglect).toContainText("“Neighbours reported twice that he was alone”p. 3");
  await expect(neglect).toContainText("“reported twice that he was alone overnight”p. 4");
  await expect(neglect).toContainText(same);
  await openNotes(lena, "Emotional abuse");
  await expect(rowOf(lena, "Emotional abuse")).not.toContainText("cite");

  await lena.goto("/cases/2016-01");
  await unfold(lena, "Assign another coder");
  await lena.getByLabel("Cy").check();
  await lena.getByRole("button", { name: "Assign" }).click();
  await expect(lena.getByText("Not submitted yet")).toHaveCount(1);
  await quoteAndSubmit(Cy, "high", typed("The school wrote to the parents in May", "9"));
  await lena.goto("/cases/2016-01/reconcile");
  await expect(neglect).toContainText(same);
  await expect(neglect).toContainText("A and C cite different passages.");
  await expect(neglect).toContainText("B and C cite different passages.");
});
