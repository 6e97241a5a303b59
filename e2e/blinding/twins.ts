import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base } from "@playwright/test";
import { passwordOf, temporaryStudy } from "@/db/fixtures";
import { closeStudy, openStudy } from "@/db/store/store";
import { type AlteredBuild, buildWithoutBlinding } from "../altered-build";
import { startConcord } from "../server";
import { signedIn } from "./asking";
import {
  beforeBob,
  bobRates,
  bobs,
  makePeople,
  type Name,
  names,
  type People,
  twinBobs,
} from "./world";

/** One of two studies: where it answers, and where its data are. */
export interface Twin {
  readonly url: string;
  readonly dataDir: string;
}

/**
 * Two studies that differ in nothing but what Bob gave, and what followed from it alone. Accounts,
 * cases, sessions, secrets and every moment are the same in both.
 */
export interface Twins {
  readonly pair: readonly [Twin, Twin];
  readonly people: People;
  /** What each person's browser sends: good in both. */
  readonly cookies: Readonly<Record<Name, string>>;
  /** From when on the two lived each their own time. */
  readonly since: Date;
  /** What to call the ids that were made since then, which each made its own. */
  readonly ownIds: Map<string, string>;
  inBoth(work: () => Promise<void>): Promise<void>;
}

/** Tests with twins. With `blind` false their servers have the promise switched off. */
export const test = base.extend<{ blind: boolean; twins: Twins }>({
  blind: [true, { option: true }],

  twins: async ({ blind }, use) => {
    const study = await temporaryStudy();
    const copy = mkdtempSync(join(tmpdir(), "concord-twin-"));
    const altered: AlteredBuild | null = blind ? null : buildWithoutBlinding();
    const start = (dataDir: string) => startConcord({ dataDir, from: altered?.root });
    const people = await makePeople();
    await beforeBob(people);
    const one = await start(study.dataDir);
    const cookies = await signEveryoneIn(one.url);
    closeStudy();
    cpSync(study.dataDir, copy, { recursive: true });
    const both = async (work: (second: boolean) => Promise<void>) => {
      openStudy(copy);
      await work(true);
      openStudy(study.dataDir);
      await work(false);
    };
    await both((second) => bobRates(people, second ? twinBobs : bobs));
    const two = await start(copy);

    await use({
      pair: [
        { url: one.url, dataDir: study.dataDir },
        { url: two.url, dataDir: copy },
      ],
      people,
      cookies,
      since: new Date(),
      ownIds: new Map(),
      inBoth: both,
    });
    await Promise.all([one.stop(), two.stop()]);
    study.end();
    altered?.end();
    rmSync(copy, { recursive: true, force: true });
  },
});

async function signEveryoneIn(url: string): Promise<Record<Name, string>> {
  const cookies = {} as Record<Name, string>;
  for (const name of names)
    cookies[name] = await signedIn(url, `${name.toLowerCase()}@example.org`, passwordOf(name));
  return cookies;
}
