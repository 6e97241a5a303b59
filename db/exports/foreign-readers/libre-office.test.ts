import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { changed, nameOf, names } from "./comparing.fixtures";
import { csvOfEverySheet, needs, officeArguments, rowsIn, run } from "./programs.fixtures";
import { heldBy, type Taken, takenStudy } from "./study.fixtures";

let taken: Taken;
beforeAll(async () => {
  taken = await takenStudy();
});
afterAll(() => taken.end());

test("LibreOffice reads the workbook", { timeout: 60_000 }, async (context) => {
  needs("LibreOffice", context);
  const { folder } = taken;
  await run("soffice", officeArguments(folder, csvOfEverySheet, "dataset.xlsx"), folder);
  // The title of a sheet stands above the names of its columns.
  for (const name of names)
    expect(changed(rowsIn(join(folder, `dataset-${nameOf(name)}.csv`), 2)), name).toEqual(
      changed(heldBy(taken, name).rows),
    );
});
