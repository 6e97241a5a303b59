import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test as base, type Page } from "@playwright/test";
import { closeStudy, openStudy } from "@/db/store/store";
import { startConcord } from "../server";

const root = resolve(import.meta.dirname, "../..");
const password = "invented cases only";

/** The people of the demonstration. */
type Who = "lead" | "coder2" | "coder3" | "analyst";

/** The demonstration, running, as `npm run demo` makes it. */
export interface Demonstration {
  /** A browser in which nobody is signed in. */
  stranger(): Promise<Page>;
  as(who: Who): Promise<Page>;
}

/** Pictures of the demonstration: each test has one of its own. */
export const test = base.extend<{ demonstration: Demonstration }>({
  demonstration: async ({ browser }, use) => {
    const dataDir = mkdtempSync(join(tmpdir(), "concord-pictures-"));
    const env = { ...process.env, CONCORD_DATA_DIR: dataDir };
    const prepare = [".next/programs/prepare.mjs", "--demo"];
    execFileSync(process.execPath, prepare, { cwd: root, env, stdio: "ignore" });
    openStudy(dataDir);
    const server = await startConcord({ dataDir, demonstration: true });
    const stranger = async () => {
      const context = await browser.newContext({ baseURL: server.url, locale: "en-GB" });
      return context.newPage();
    };
    await use({
      stranger,
      as: async (who) => {
        const page = await stranger();
        await page.goto("/sign-in");
        await page.getByLabel("Email").fill(`${who}@concord.example`);
        await page.getByLabel("Password").fill(password);
        await page.getByRole("button", { name: "Sign in" }).click();
        await page.getByRole("heading", { name: "Your work" }).waitFor();
        return page;
      },
    });
    await server.stop();
    closeStudy();
    rmSync(dataDir, { recursive: true, force: true });
  },
});
