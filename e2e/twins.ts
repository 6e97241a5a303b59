import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeStudy, openStudy } from "@/db/store";
import type { Received } from "./blind-requests";

/** Two studies that are copies of each other, ids and secrets too. */
export interface Twins {
  /** The directory of the copy. */
  readonly dataDir: string;
  /** Does the same in both, or something different in the second. */
  inBoth(work: () => Promise<void>, inSecond?: () => Promise<void>): Promise<void>;
  end(): void;
}

/** Makes a twin of this process's study. */
export function twinOf(dataDir: string): Twins {
  const copy = mkdtempSync(join(tmpdir(), "concord-twin-"));
  closeStudy();
  cpSync(dataDir, copy, { recursive: true });
  openStudy(dataDir);
  return {
    dataDir: copy,
    async inBoth(work, inSecond = work) {
      openStudy(copy);
      await inSecond();
      openStudy(dataDir);
      await work();
    },
    end: () => rmSync(copy, { recursive: true, force: true }),
  };
}

const months =
  "January|February|March|April|May|June|July|August|September|October|November|December";

/**
 * An answer without what may differ between twins, because it is made anew for each answer or
 * each server and says nothing of any rating: the address of the server, the time in a header, on a
 * page or in a row's key, the nonce of its policy, and the random id that Next gives to each
 * payload. The
 * twins are copies, so their ids are the same; they run the same build, so their action and build
 * ids are the same; nobody in them signs in, so there are no tokens.
 */
export function normalised(answer: string): string {
  const nonce = /'nonce-([^']+)'/.exec(answer)?.[1] ?? "no nonce";
  return answer
    .replaceAll(nonce, "NONCE")
    .replaceAll(/127\.0\.0\.1(:|%3A)\d+/g, "HOST")
    .replaceAll(/^date: .*$/gm, "date: DATE")
    .replaceAll(new RegExp(`\\d{1,2} (${months}) \\d{4}, \\d\\d:\\d\\d`, "g"), "DATE AND TIME")
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, "INSTANT")
    .replaceAll(/(?<="\$L[0-9a-f]+",")[\w-]{21}(?=[mv]")/g, "ANSWER ID")
    .replaceAll(/(?<=Saved |savedAt[\\":]{3,6})\d\d:\d\d/g, "TIME");
}

/** The questions that were answered otherwise in one twin than in the other. */
export function differences(one: Received, two: Received): string[] {
  const asked = [...new Set([...one.keys(), ...two.keys()])];
  return asked.filter(
    (ask) => normalised(one.get(ask) ?? "in one") !== normalised(two.get(ask) ?? "in two"),
  );
}
