import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./children.mjs";

const tooOld = 20 * 60_000;
const pause = 300;

/** Does `work` while no other launcher of this copy of Concord holds the lock of that name. */
export async function alone(name, work, out = process.stdout) {
  const key = createHash("sha256")
    .update(`${root} ${process.getuid?.() ?? ""}`)
    .digest("hex");
  const lock = join(tmpdir(), `concord-${key.slice(0, 16)}-${name}.lock`);
  let told = false;
  while (!take(lock)) {
    const holder = holderOf(lock);
    if (holder === undefined) {
      rmSync(lock, { recursive: true, force: true });
      continue;
    }
    if (!told) out.write(`Waiting for another Concord command (process ${holder}) to finish.\n`);
    told = true;
    await new Promise((resume) => setTimeout(resume, pause));
  }
  const release = () => rmSync(lock, { recursive: true, force: true });
  process.once("exit", release);
  try {
    return await work();
  } finally {
    process.off("exit", release);
    release();
  }
}

/** Renaming a directory that already holds our number is the one step that cannot be half done. */
function take(lock) {
  const mine = mkdtempSync(`${lock}-`);
  writeFileSync(join(mine, "pid"), String(process.pid));
  try {
    renameSync(mine, lock);
    return true;
  } catch {
    rmSync(mine, { recursive: true, force: true });
    return false;
  }
}

/** The process that holds the lock, or undefined when nobody alive does. */
function holderOf(lock) {
  try {
    const pid = Number(readFileSync(join(lock, "pid"), "utf8"));
    const age = Date.now() - statSync(lock).mtimeMs;
    return pid !== process.pid && age < tooOld && isAlive(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
