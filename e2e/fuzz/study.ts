import { join } from "node:path";
import { test as base } from "@playwright/test";
import Database from "better-sqlite3";
import { temporaryStudy } from "@/db/fixtures";
import { startConcord } from "../server";

/** A server with a study of its own, for tests that need no browser. */
interface Served {
  readonly url: string;
  /** The study's database, to look into. */
  readonly db: Database.Database;
  /** What the server has printed. */
  output(): string;
}

export const test = base.extend<{ from: string | undefined; served: Served }>({
  from: [undefined, { option: true }],

  served: async ({ from }, use) => {
    const study = await temporaryStudy();
    const db = new Database(join(study.dataDir, "concord.sqlite"), { readonly: true });
    const server = await startConcord({ dataDir: study.dataDir, from });
    await use({ url: server.url, db, output: server.output });
    await server.stop();
    db.close();
    study.end();
  },
});

export { expect } from "@playwright/test";
