import { expect, test } from "vitest";
import { theRow } from "./rows";

test("a row that must be there is given back, and is a bug when it is not", () => {
  expect(theRow([{ id: "one" }], "Nothing was stored")).toEqual({ id: "one" });
  expect(() => theRow([], "Nothing was stored")).toThrow("Nothing was stored");
});
