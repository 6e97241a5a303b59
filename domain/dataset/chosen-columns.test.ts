import { expect, it } from "vitest";
import { firstCodeLists } from "../code-lists/code-lists";
import { firstCodebook, readCodebook } from "../codebook/codebook";
import { chosenFields, unknownColumns } from "./chosen-columns";
import { actions, practice } from "./practice-and-actions";

const codebook = readCodebook(firstCodebook);
const book = { lists: firstCodeLists, codebook, codebookOf: () => codebook };
const namesOf = (columns: Readonly<Record<string, readonly string[]>>, freeText: boolean) =>
  chosenFields(practice, book, { columns, freeText }).map(({ name }) => name);

it("has every column unless some are chosen; those that name a row always go along", () => {
  expect(namesOf({}, true)).toEqual(["case_ref", "point", "kind", "theme", "description"]);
  expect(namesOf({ practice: ["theme"] }, true)).toEqual(["case_ref", "point", "theme"]);
  expect(namesOf({ ratings: ["level"] }, false)).toEqual(["case_ref", "point", "kind", "theme"]);
});

it("has no column in people’s own words unless those go along, though it is chosen", () => {
  expect(namesOf({ practice: ["description"] }, false)).toEqual(["case_ref", "point"]);
  expect(namesOf({ practice: ["description"] }, true)).toEqual([
    "case_ref",
    "point",
    "description",
  ]);
});

it("finds columns that a table does not have, and says nothing of tables that are not asked", () => {
  const columns = { practice: ["theme", "x", "y".repeat(60)], ratings: ["z"] };
  expect(unknownColumns([practice], book, { columns })).toEqual([
    {
      field: "columns-practice",
      message: `There is no column x and ${"y".repeat(40)}… in practice: select others`,
    },
  ]);
  expect(unknownColumns([actions], book, { columns: { actions: ["status"] } })).toEqual([]);
});
