import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Checked, checkFixture } from "./check";
import { readFixture } from "./fixture";

/*
 * Checks the agreement statistics against every fixture of a folder: FOLDER. Prints what differs,
 * and at the end how many checks passed and failed. The code is 1 when one failed or none was made.
 */

const folder = process.argv[2] ?? "domain/agreement/fixtures";
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .sort();

const checked = files.flatMap((name) => {
  const results = checkFile(name);
  const count = (outcome: string) => results.filter((one) => one.outcome === outcome).length;
  console.log(
    `${name}: ${count("passed")} passed, ${count("failed")} failed, ${count("not offered")} not offered`,
  );
  for (const { name: check, faults } of results)
    for (const fault of faults) console.log(`  ${check}. ${fault}.`);
  return results;
});

function checkFile(name: string): Checked[] {
  try {
    return checkFixture(readFixture(readFileSync(join(folder, name), "utf8")));
  } catch (error) {
    return [
      { name, outcome: "failed", faults: [`It is not a fixture that can be read: ${error}`] },
    ];
  }
}

for (const { name } of checked.filter(({ outcome }) => outcome === "not offered"))
  console.log(`Not offered and not asked for: ${name}`);

const count = (outcome: string) => checked.filter((one) => one.outcome === outcome).length;
if (checked.length === 0) console.log(`There is no fixture in ${folder}.`);
console.log(`\n${count("passed")} passed, ${count("failed")} failed`);
process.exitCode = count("failed") > 0 || checked.length === 0 ? 1 : 0;
