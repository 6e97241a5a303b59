import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The key from which a build makes the names of its server actions. Kept beside the data, so that
 * every build of a study has the same names: a page that was open while Concord was built anew can
 * still save. Nothing secret is encrypted with it.
 */
export function actionKey(dataDir) {
  const file = join(dataDir, "action-key");
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(file, randomBytes(32).toString("base64"), { mode: 0o600 });
  }
  return readFileSync(file, "utf8").trim();
}
