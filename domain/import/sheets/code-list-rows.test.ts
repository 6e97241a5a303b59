import { expect, test } from "vitest";
import { codeListFields } from "../../dataset/code-lists-table";
import { faultSentence } from "../faults";
import { readCodeLists } from "./code-list-rows";
import { firstBook, sheetOf } from "./fixtures";
import { guessKinds } from "./guess";

const header = codeListFields.map(({ name }) => name);

function read(...rows: readonly (readonly string[])[]) {
  const sheets = [sheetOf("code-lists", header, ...rows)];
  const { lists, faults } = readCodeLists(
    firstBook,
    sheets,
    guessKinds(sheets, firstBook, null),
    null,
  );
  return { lists, faults: faults.map(faultSentence) };
}

test("a sheet of code lists brings its values in the order of their numbers", () => {
  const { lists, faults } = read(
    ["case_type", "adoption", "Adoption", "7", "yes", "", "private", "no", ""],
    ["case_type", "secure", "Secure", "6", "no", "adoption", "public", "yes", ""],
    ["incident_type", "house_fire", "House fire", "10", "yes", "", "", "", "yes"],
    ["methodology", "desk", "Desk review", "", "yes", "", "", "", ""],
  );
  expect(faults).toEqual([]);
  const value = { offered: true, mergedInto: null };
  expect(lists).toEqual({
    case_type: [
      {
        ...{ key: "secure", label: "Secure", offered: false, mergedInto: "adoption" },
        ...{ lawGroup: "public", asksWhich: true },
      },
      { ...value, key: "adoption", label: "Adoption", lawGroup: "private", asksWhich: false },
    ],
    incident_type: [{ ...value, key: "house_fire", label: "House fire", fatal: true }],
    methodology: [{ ...value, key: "desk", label: "Desk review" }],
  });
});

test("what cannot be a value of a list is told by row and column", () => {
  const { lists, faults } = read(
    ["case_type", "adoption", "Adoption", "6", "yes", "", "", "", ""],
    ["incident_type", "fire", "Fire", "10", "yes", "", "", "", ""],
    ["methodology", "Desk review", "Desk review", "5", "yes", "", "", "", ""],
    ["methodology", "desk", "", "5", "yes", "", "", "", ""],
    ["", "desk", "Desk review", "5", "yes", "", "", "", ""],
    ["methodology", "scie", "SCIE", "3", "yes", "", "", "", ""],
    ["methodology", "scie", "SCIE", "3", "yes", "", "", "", ""],
  );
  expect(faults).toEqual([
    "code-lists, row 2, column law_group: nothing found, expected the law group of a case type",
    "code-lists, row 3, column fatal: nothing found, expected whether a child died in it",
    "code-lists, row 4, column value: “Desk review” found, expected small letters, digits and underscores, such as public_s31",
    "code-lists, row 5, column label: nothing found, expected a name of at most 100 characters",
    "code-lists, row 6, column list: nothing found, expected one of the code lists",
    "code-lists, row 8, column value: “scie” found, expected each value of a list once",
  ]);
  expect(lists.methodology).toHaveLength(1);
});
