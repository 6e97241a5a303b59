import { getDraft } from "@/db/ratings/drafts";
import { expect } from "../study";
import { factorLabels, levelOf, saveState, test } from "./rating";

test("what is chosen and typed while the page takes on its scripts is kept", async ({
  study,
  ann,
}) => {
  const { Ann } = study.people;
  await ann.addInitScript(rateWhileScriptsTakeOver);
  await ann.goto("/cases/2016-01/rate");

  await expect(saveState(ann)).toHaveText(/^Saved/);
  expect(await ann.evaluate(() => "wasLive" in window && window.wasLive)).toBe(false);
  for (const factor of factorLabels.slice(0, 10))
    await expect(levelOf(ann, factor, "Medium")).toBeChecked();
  await expect(ann.getByLabel("Note for Neglect")).toHaveValue("Page 4");

  const { ratings } = (await getDraft(Ann, "2016-01")) ?? {};
  expect(ratings?.neglect).toMatchObject({ level: "medium", note: "Page 4" });
  expect(ratings?.child_putting_self_at_risk?.level).toBe("medium");
});

/**
 * Runs in the page: right after the page has read what its fields hold, and before it hears of any
 * change, chooses Medium for every factor and types a note; keeps whether the page was live by then.
 */
function rateWhileScriptsTakeOver() {
  const reads = FormData;
  window.FormData = class extends reads {
    constructor(form?: HTMLFormElement, submitter?: HTMLElement | null) {
      super(form, submitter);
      if (!form?.matches(".rating") || "wasLive" in window) return;
      Object.assign(window, { wasLive: form.querySelector("[data-live]") !== null });
      for (const radio of form.querySelectorAll<HTMLInputElement>('input[value="medium"]'))
        radio.checked = true;
      form.querySelector<HTMLTextAreaElement>('[name="neglect.note"]')?.setRangeText("Page 4");
    }
  };
}
