import { resolve } from "node:path";
import type { Page } from "@playwright/test";

const folder = resolve(import.meta.dirname, "../../docs/pictures");
/** A desk and a telephone. */
const widths = [1280, 360];

/** Takes a picture of the whole page as it stands, at each width: "rate-1280.png", "rate-360.png". */
export async function picture(page: Page, name: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const path = resolve(folder, `${name}-${width}.png`);
    await page.screenshot({ path, fullPage: true, animations: "disabled", caret: "initial" });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** Goes to a page and takes its picture. */
export async function pictureOf(page: Page, path: string, name: string): Promise<void> {
  await page.goto(path);
  await picture(page, name);
}
