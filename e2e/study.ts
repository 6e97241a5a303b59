import { type Browser, test as base, expect, type Page } from "@playwright/test";
import { passwordOf, person, temporaryStudy } from "@/db/fixtures";
import type { Viewer } from "@/db/people";
import { startConcord } from "./server";

/** A study with a server of its own, and the people who work in it. */
export interface Study {
  readonly url: string;
  /** Lena leads and codes; Ann, Bob and Cy code; Dora analyses. */
  readonly people: Readonly<Record<Name, Viewer>>;
  /** A browser of this person's own, signed in, on their work. */
  as(name: Name): Promise<Page>;
  /** A browser in which nobody is signed in. */
  stranger(): Promise<Page>;
  /** What the server has printed. */
  output(): string;
}

export type Name = "Lena" | "Ann" | "Bob" | "Cy" | "Dora";

async function newPage(browser: Browser, url: string, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, javaScriptEnabled });
  return context.newPage();
}

/** Types a person's address and password on the sign-in page. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(`${name.toLowerCase()}@example.org`);
  await page.getByLabel("Password").fill(passwordOf(name));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Your work" })).toBeVisible();
}

/** Tests that work in a study: each has a new one, on a real server, with an empty database. */
export const test = base.extend<{ study: Study }>({
  study: async ({ browser, javaScriptEnabled }, use) => {
    const temporary = await temporaryStudy();
    const people = {
      Lena: await person("Lena", "lead", "coder", "admin"),
      Ann: await person("Ann", "coder"),
      Bob: await person("Bob", "coder"),
      Cy: await person("Cy", "coder"),
      Dora: await person("Dora", "analyst"),
    };
    const server = await startConcord({ dataDir: temporary.dataDir });
    const pages: Page[] = [];
    const open = async () => {
      const page = await newPage(browser, server.url, javaScriptEnabled ?? true);
      pages.push(page);
      return page;
    };
    await use({
      url: server.url,
      people,
      stranger: open,
      as: async (name) => {
        const page = await open();
        await signIn(page, name);
        return page;
      },
      output: server.output,
    });
    await Promise.all(pages.map((page) => page.context().close()));
    await server.stop();
    temporary.end();
  },
});

export { expect };
