import { expect, test } from "vitest";
import { licenceFrom, licenceInWords } from "./licence";

const address = "https://creativecommons.org/licenses/by/4.0/";

test("a licence has a name and an address, or there is none", () => {
  const typed = { title: " CC BY 4.0 ", address: ` ${address} ` };
  const licence = { title: "CC BY 4.0", address };
  expect(licenceFrom(typed)).toEqual({ kind: "done", value: licence });
  expect(licenceFrom({ title: " ", address: "" })).toEqual({ kind: "done", value: null });
  expect(licenceInWords(licence)).toBe(`Licence: CC BY 4.0, ${address}.`);
  expect(licenceInWords(null)).toBe(
    "The team has said no licence for these data: ask it before they are used for anything else.",
  );
});

test.each([
  ["", address, "licence"],
  ["x".repeat(101), address, "licence"],
  ["CC BY 4.0", "", "licenceAddress"],
  ["CC BY 4.0", "creativecommons.org", "licenceAddress"],
  ["CC BY 4.0", "javascript:alert(1)", "licenceAddress"],
  ["CC BY 4.0", `${address}${"x".repeat(300)}`, "licenceAddress"],
])("“%s” at “%s” is refused beside its field", (title, at, field) => {
  expect(licenceFrom({ title, address: at })).toMatchObject({ problems: [{ field }] });
});
