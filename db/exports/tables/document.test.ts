import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import type { WithheldPlace } from "@/domain/tables/published-table";
import type { ContextFigures } from "../../study/context-figures";
import { documentOfTables } from "./document";

const made = { at: "2016-10-14T09:00:00Z", by: null };
const source = {
  view: { kind: "team", withheldUpTo: 5 },
  release: null,
  made,
  invented: false,
} as const;

/** What stands beneath the tables of a document. */
async function wordsBeneath(
  withheld: readonly WithheldPlace[],
  figures: ContextFigures["figures"],
): Promise<string> {
  const elsewhere = { figures, revision: 1, recordedAt: null, recordedBy: null };
  const bytes = await documentOfTables({ tables: [], withheld, elsewhere, source });
  return strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());
}

test("a document names what is withheld and what comes from elsewhere", async () => {
  const figure = { part: "table_2", label: "Notified", figure: "21", source: "A report" } as const;
  const words = await wordsBeneath(
    [{ table: "Table 4", line: "Neglect", column: "2015" }],
    [figure],
  );
  expect(words).toContain("What is withheld");
  expect(words).toContain("Figures from elsewhere");
});

test("a document says nothing of either where there is none", async () => {
  const words = await wordsBeneath([], []);
  expect(words).toContain("What to keep in mind");
  expect(words).not.toContain("What is withheld");
  expect(words).not.toContain("Figures from elsewhere");
});
