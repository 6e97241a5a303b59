import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  asText,
  type Change,
  changed,
  inWords,
  names,
  numbered,
  texts,
  withoutFreeText,
} from "./comparing.fixtures";
import { needs, rowsIn, run } from "./programs.fixtures";
import { heldBy, type Taken, takenStudy } from "./study.fixtures";

let taken: Taken;
beforeAll(async () => {
  taken = await takenStudy();
});
afterAll(() => taken.end());

const syntax = names.flatMap((name) => [
  `GET FILE='${name}.sav'.`,
  "DISPLAY DOCUMENTS.",
  ...["VALUES", "LABELS"].map(
    (cells) =>
      `SAVE TRANSLATE /OUTFILE='${name}.${cells}' /TYPE=CSV /REPLACE /FIELDNAMES /CELLS=${cells}.`,
  ),
]);

/** As PSPP writes CSV: days with the month first, and a blank for a number that is missing. */
const asPspp: Change = (value, column) => {
  if (value === null) return texts.includes(column) ? null : " ";
  return String(value).replace(/^(\d{4})-(\d\d)-(\d\d)$/, "$2/$3/$1");
};

test("PSPP reads the files for SPSS", { timeout: 60_000 }, async (context) => {
  needs("PSPP", context);
  const { folder } = taken;
  writeFileSync(join(folder, "read.sps"), syntax.join("\n"));
  await run("pspp", ["-o", join(folder, "pspp.txt"), join(folder, "read.sps")], folder);
  const told = readFileSync(join(folder, "pspp.txt"), "utf8");
  expect(told.match(/it is for analysis, and not for publication/g)).toHaveLength(names.length);
  const found = (file: string) => rowsIn(join(folder, file));
  for (const name of names) {
    const held = heldBy(taken, name);
    const as =
      (change: Change): Change =>
      (value, column) =>
        asPspp(change(value, column), column);
    const rows = withoutFreeText(held.rows);
    expect(changed(found(`${name}.VALUES`), asText), name).toEqual(
      changed(rows, as(numbered(held))),
    );
    expect(changed(found(`${name}.LABELS`), asText), name).toEqual(
      changed(rows, as(inWords(held))),
    );
  }
  const neglect = found("agreed-ratings.VALUES").map((row) => row.neglect);
  expect(neglect.filter((score) => score === 0)).toHaveLength(35);
  expect(neglect.filter((score) => score === " ")).toHaveLength(4);
});
