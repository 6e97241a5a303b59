import { createHash } from "node:crypto";
import type { CodeValue } from "@/domain/code-lists/code-lists";
import type { Book } from "@/domain/dataset/table";
import type { Weighed } from "./weigh";

/**
 * A fingerprint of what the files say, as they are matched, and of what the study had when that was
 * weighed. It holds no rating of the study. For use inside db/.
 */
export function startSeen({ lists, codebook }: Book) {
  const all = Object.values(lists).map(({ version, values }) => [
    version,
    values.map((value: CodeValue) => Object.entries(value).sort()),
  ]);
  const hash = createHash("sha256").update(JSON.stringify([codebook.version, all]));
  return {
    add(each: Weighed) {
      const revision = "standing" in each ? each.standing.revision : 0;
      hash.update(JSON.stringify([each.draft, each.kind, revision]));
    },
    digest: () => hash.digest("hex"),
  };
}
