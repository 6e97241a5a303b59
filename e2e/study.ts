import { test as base, expect, type Page } from "@playwright/test";
import { passwordOf, person, temporaryStudy } from "@/db/fixtures";
import type { Viewer } from "@/db/people/people";
import type { StudyKind } from "@/db/study/study";
import type { AlteredBuild } from "./altered-build";
import { startConcord } from "./server";
import { sendSignIn } from "./sign-in/signing-in";
import { type Standing, standingServer } from "./standing";
import { troubleOf } from "./trouble";

/** A server of its own with a new study, in which nobody has an account yet. */
export interface Concord {
  readonly url: string;
  readonly dataDir: string;
  /** A browser in which nobody is signed in. */
  stranger(): Promise<Page>;
  /** Another tab of the same browser, signed in as the first one is. */
  tabBeside(page: Page): Promise<Page>;
  /** Ends the server, and starts it anew, from another build where there is one. */
  redeploy(build?: AlteredBuild): Promise<void>;
  /** What the server has printed. */
  output(): string;
}

/** A study and the people who work in it. */
export interface Study extends Concord {
  /** Lena leads and codes; Ann, Bob and Cy code; Dora analyses. */
  readonly people: Readonly<Record<Name, Viewer>>;
  /** A browser of this person's own, signed in, on their work. */
  as(name: Name): Promise<Page>;
}

export type Name = "Lena" | "Ann" | "Bob" | "Cy" | "Dora";

/** Types a person's address and password on the sign-in page. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(`${name.toLowerCase()}@example.org`);
  await page.getByLabel("Password").fill(passwordOf(name));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Your work" })).toBeVisible();
}

/** Makes the people of a study. Needs the study to be this process's own. */
export async function makePeople(): Promise<Study["people"]> {
  return {
    Lena: await person("Lena", "lead", "coder", "admin"),
    Ann: await person("Ann", "coder"),
    Bob: await person("Bob", "coder"),
    Cy: await person("Cy", "coder"),
    Dora: await person("Dora", "analyst"),
  };
}

interface Options {
  kind: StudyKind;
  /** A server that nobody has tried anything on: it remembers wrong tries. */
  ownServer: boolean;
}

/**
 * Tests that work in a study: each has a new one, on a real server, with an empty database. An
 * error on a page's console, or one that nobody caught, fails the test.
 */
export const test = base.extend<
  Options & { concord: Concord; study: Study },
  { standing: Standing }
>({
  kind: ["study", { option: true }],
  ownServer: [false, { option: true }],

  standing: [
    async ({ browserName: _ }, use) => {
      const standing = await standingServer();
      await use(standing);
      await standing.end();
    },
    { scope: "worker" },
  ],

  concord: async ({ browser, javaScriptEnabled, kind, ownServer, standing }, use) => {
    const own = ownServer || kind === "demonstration" ? await temporaryStudy(kind) : null;
    const { dataDir } = own ?? standing;
    const options = { dataDir, demonstration: kind === "demonstration" };
    let server = own ? await startConcord(options) : await standing.withNewStudy();
    const { url } = server;
    let saidBefore = server.output().length;
    let endsHere = own !== null;
    const pages: Page[] = [];
    const builds: AlteredBuild[] = [];
    const troubles: string[] = [];
    const follow = (page: Page) => {
      pages.push(page);
      troubleOf(page, troubles);
      return page;
    };
    await use({
      url,
      dataDir,
      redeploy: async (build) => {
        if (build) builds.push(build);
        await server.stop();
        if (!endsHere) standing.forget();
        endsHere = true;
        saidBefore = 0;
        const port = Number(new URL(url).port);
        server = await startConcord({ ...options, ...(build && { from: build.root }), port });
      },
      output: () => server.output().slice(saidBefore),
      stranger: async () => {
        const context = await browser.newContext({ baseURL: url, javaScriptEnabled });
        return follow(await context.newPage());
      },
      tabBeside: async (page) => follow(await page.context().newPage()),
    });
    await Promise.all(pages.map((page) => page.context().close()));
    if (endsHere) await server.stop();
    for (const build of builds) build.end();
    own?.end();
    const said = `errors on the consoles of the pages; Concord printed:\n${server.output()}`;
    expect(troubles, said).toEqual([]);
  },

  study: async ({ concord }, use) => {
    const people = await makePeople();
    await use({
      ...concord,
      people,
      as: async (name) => {
        const page = await concord.stranger();
        await sendSignIn(page.request, concord.url, name);
        await page.goto("/");
        await expect(page.getByRole("heading", { name: "Your work" })).toBeVisible();
        return page;
      },
    });
  },
});

export { expect };
