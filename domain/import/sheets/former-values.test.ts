import { expect, test } from "vitest";
import { firstCodeLists, readCodeList } from "../../code-lists/code-lists";
import { formerLabels } from "../../code-lists/former-labels";
import type { Book } from "../../dataset/table";
import { faultSentence } from "../faults";
import { readDrafts } from "./drafts";
import { basics, case1, firstBook, sheetOf } from "./fixtures";
import { guessMatching, matchedColumns } from "./guess";

/** A study in which SCIE is called “Learning together”, “Hybrid” counts as it, and “Traditional” is no longer offered. */
const before = firstCodeLists.methodology.values;
const now = before.map((value) => {
  if (value.key === "scie") return { ...value, label: "Learning together" };
  if (value.key === "hybrid") return { ...value, offered: false, mergedInto: "scie" };
  return value.key === "traditional" ? { ...value, offered: false } : value;
});
const methodology = {
  ...readCodeList("methodology", 2, now),
  formerLabels: formerLabels([before, now]),
};
const book: Book = { ...firstBook, lists: { ...firstBook.lists, methodology } };

/** What a methodology is taken for in this study, why, and what the record of a new case has. */
function taken(text: string) {
  const sheets = [sheetOf("x", [...basics, "Methodology"], [...case1, text])];
  const matching = guessMatching(sheets, book, null);
  const column = matchedColumns(sheets, matching, book, null).find(
    ({ target }) => target.key === "scr_methodology",
  );
  const { drafts, faults } = readDrafts(book, sheets, matching);
  const [found] = column?.texts ?? [];
  return {
    ...{ key: found?.key, sureness: found?.sureness },
    ...{ record: drafts[0]?.facts.methodology, faults: faults.map(faultSentence) },
  };
}

test.each([
  ["the label of a value that was merged", "Hybrid", "scie", "former"],
  ["its key, as an export from before has it", "hybrid", "scie", "former"],
  ["the old label of a value that was renamed", "scie ", "scie", "same"],
  ["the new one", "Learning together", "scie", "same"],
  ["a value that is no longer offered", "Traditional", "traditional", "retired"],
  ["its key", "traditional", "traditional", "retired"],
])("%s is taken for what it is now", (_, text, key, sureness) => {
  expect(taken(text)).toEqual({ key, sureness, record: key, faults: [] });
});

test("an old label that is not the key is taken for the value too, to be looked at", () => {
  const incident = firstCodeLists.incident_type;
  const values = incident.values.map((value) =>
    value.key === "suicide" ? { ...value, label: "Took their own life" } : value,
  );
  const renamed = {
    ...readCodeList("incident_type", 2, values),
    formerLabels: formerLabels([
      incident.values.map((value) =>
        value.key === "suicide" ? { ...value, label: "Death by own hand" } : value,
      ),
      values,
    ]),
  };
  const lists = { ...firstBook.lists, incident_type: renamed };
  const sheets = [sheetOf("x", basics, [...case1.slice(0, 3), "Death by own hand"])];
  const own = { ...firstBook, lists };
  const [column] = matchedColumns(sheets, guessMatching(sheets, own, null), own, null).filter(
    ({ target }) => target.key === "incident_type",
  );
  expect(column?.texts).toEqual([
    { text: "Death by own hand", rows: 1, key: "suicide", sureness: "former" },
  ]);
});
