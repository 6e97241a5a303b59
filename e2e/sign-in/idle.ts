import { expect, type Locator, type Page } from "@playwright/test";
import { pastTheProgram } from "@/db/fixtures";

/** The sessions of this study were last used, or begun, so long ago. */
export function sessionsAre(
  dataDir: string,
  { unusedFor, begun }: { unusedFor?: string; begun?: string },
): void {
  pastTheProgram(dataDir, (db) => {
    const set = (column: "seen_at" | "started_at", time: string) => {
      const sql = `update sessions set ${column} = ? where ended_at is null`;
      expect(db.prepare(sql).run(ago(time)).changes).toBeGreaterThan(0);
    };
    if (unusedFor) set("seen_at", unusedFor);
    if (begun) set("started_at", begun);
  });
}

/** When the newest session was last used. */
export function lastUse(dataDir: string): string {
  const sql = "select seen_at from sessions order by started_at desc limit 1";
  return pastTheProgram(dataDir, (db) => db.prepare(sql).pluck().get() as string);
}

// "28:30" is minutes and seconds.
function ago(time: string): string {
  const [minutes, seconds] = time.split(":").map(Number);
  return new Date(Date.now() - ((minutes ?? 0) * 60 + (seconds ?? 0)) * 1000).toISOString();
}

/** The dialog about the end of the session. */
export function dialogOf(page: Page): Locator {
  return page.getByRole("alertdialog");
}

/** As when a person comes back to this tab; a browser under test has all its tabs in front. */
export async function comeBackTo(page: Page): Promise<void> {
  await page.bringToFront();
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
}

/** Waits until the page follows its session: only then does it ask when one comes back to it. */
export async function watchesItsSession(page: Page): Promise<void> {
  await expect(async () => {
    const asking = page.waitForResponse("**/session", { timeout: 1_000 });
    await comeBackTo(page);
    await (await asking).finished();
  }).toPass();
}

/** Waits until a page has all that it asks for. In a room that is when one is told who is there. */
export async function quiet(page: Page, path: string): Promise<void> {
  if (path.endsWith("/reconcile"))
    await expect(page.getByText("You", { exact: true })).toBeVisible();
  else await page.waitForLoadState("networkidle");
}
