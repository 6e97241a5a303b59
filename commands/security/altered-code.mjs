import { readFileSync } from "node:fs";
import { inProject } from "../launch/children.mjs";
import { passwords } from "./asking-tests.mjs";
import { filesWithChecks, findChecks } from "./checks.mjs";
import { withoutCheck, withSwitches } from "./switches.mjs";

/* Files that are altered as they are loaded, and stay as they are. */

const engine = "db/store/engine.ts";
const files = filesWithChecks().filter((file) => file.endsWith(".ts"));

/** What each file is loaded as; the others as they are. */
let altered = new Map();
let cheapHashes = false;

/** What loads them, for Vite. */
export const alterCode = {
  name: "alter the code",
  enforce: "pre",
  load(id) {
    const file = fileOf(id);
    if (!altered.has(file) && file !== passwords.file) return null;
    const code = readFileSync(inProject(file), "utf8");
    const after = altered.get(file)?.(code) ?? code;
    return file === passwords.file && cheapHashes ? withCheapHashes(after) : after;
  },
};

const known = new Map([...files, engine].map((file) => [inProject(file), file]));
const fileOf = (id) => known.get(id.split("?")[0]);

// Costly hashes are tested where they are made. Everywhere else they only keep the tests waiting.
function withCheapHashes(code) {
  return code.replaceAll(
    /(= |return )hash\(([^()]+)\)/g,
    "$1hash($2, { memoryCost: 8, timeCost: 1 })",
  );
}

/** From now on files are loaded as `next` says; `vitest` forgets what it loaded them as before. */
export function loadAs(vitest, next, { cheap }) {
  for (const file of [...altered.keys(), ...next.keys(), passwords.file])
    vitest.invalidateFile(inProject(file));
  altered = next;
  cheapHashes = cheap;
}

/** The code with every check in it, each of which can be taken away while it runs. */
export const switched = new Map(
  files.map((file) => [file, (code) => withSwitches(code, findChecks([file]))]),
);

/** The code without a check. A database with altered migrations is made by an altered engine. */
export function withoutIt(check, migrations) {
  const [file, alter] = migrations
    ? [engine, (code) => lookingIn(code, migrations)]
    : [check.file, (code) => withoutCheck(code, check)];
  return new Map([
    [
      file,
      (code) => {
        const after = alter(code);
        if (after === code) throw new Error(`Nothing was taken away: ${check.name}`);
        return after;
      },
    ],
  ]);
}

function lookingIn(code, migrations) {
  const elsewhere = `migrationsFolder: ${JSON.stringify(migrations)}`;
  return code.replace("migrationsFolder: migrationsDir", () => elsewhere);
}
