import { expect, it } from "vitest";
import { type Identifying, identifyingIn, identifyingInWords } from "./identifying";

// Every name, number and place here is invented: no NHS number that begins with 999 is given to
// anybody, no post goes to AB99, and the case numbers are of no court.

it.each<[string, ...Identifying[]]>([
  ["Robin Exampleton (dob 1.5.2001)", "a date of birth"],
  ["Robin Exampleton, D.O.B. 01/05/01", "a date of birth"],
  ["DOB: 1 May 2001", "a date of birth"],
  ["Date of birth 1st of May 2001", "a date of birth"],
  ["the older child, born on 12 September 2009, was not seen", "a date of birth"],
  ["Robin Exampleton (01/05/2001)", "a name with a date"],
  ["We saw Robin Exampleton, 1 May 2001, at home", "a name with a date"],
  ["Robin O’Sample-Person 1-5-2001", "a name with a date"],
])("in “%s” finds who was born when", (text, ...found) => {
  expect(identifyingIn(text)).toEqual(found);
});

it.each([
  "She was born in 2009, the younger of two",
  "Born at 30 weeks",
  "Robin Exampleton was seen",
  "A visit on 1 May 2001",
  "The Strategy Meeting, 1 May 2001, decided otherwise",
  "Family Court (01/05/2001)",
  "On Monday 1 May 2001",
  "p. 4, 1.5.2",
  "Robin Exampleton, pages 12 and 14",
])("in “%s” finds nobody’s birth", (text) => {
  expect(identifyingIn(text)).toEqual([]);
});

it.each([
  "Mrs Jane Exampleton said so",
  "seen by Dr. Exampleton",
  "Mr O’Sample-Person",
  "MISS: Ms EXAMPLETON",
  "Professor Sample",
])("in “%s” finds a name by its title", (text) => {
  expect(identifyingIn(text)).toEqual(["a name"]);
});

it("finds one name once", () => {
  expect(identifyingIn("Mrs Jane Exampleton, 1 May 2001")).toEqual(["a name with a date"]);
});

it.each([
  "Mr B and Ms CD",
  "Mr A’s account",
  "seen by the Dr. She was well",
  "Dr. The visit was late",
  "Missed Appointments, page 4",
  "the Dr Visit form",
  "Miss no chance",
])("in “%s” finds no name", (text) => {
  expect(identifyingIn(text)).toEqual([]);
});

it.each(["999 000 0018", "9990000026", "NHS no. 999-000-0034.", "(999 000 0042)"])(
  "takes “%s” for an NHS number",
  (text) => {
    expect(identifyingIn(text)).toEqual(["an NHS number"]);
  },
);

it.each([
  ["999 000 0019", "the last digit is wrong"],
  ["999 000 0000", "the last digit is wrong"],
  ["111 111 1111", "one digit ten times"],
  ["99900000181", "eleven digits"],
  ["1999 000 0018", "eleven digits"],
  ["999 000 0018 4", "eleven digits"],
  ["01632 960 001", "a telephone number"],
  ["999 000 001", "nine digits"],
])("does not take “%s” for one: %s", (text) => {
  expect(identifyingIn(text)).toEqual([]);
});

it.each([
  "ZZ99C00123",
  "Case no: zz99p01234",
  "ZZ99 F 00123",
  "CO/0123/2099",
  "B9/2099/0123",
  "[2099] EWFC 1234",
  "[2099] EWHC 12 (Fam)",
])("takes “%s” for a court case number", (text) => {
  expect(identifyingIn(text)).toEqual(["a court case number"]);
});

it.each(["2016-09", "ZZ99C0012", "[2099] page 4", "s31, 2099/12"])(
  "does not take “%s” for one",
  (text) => {
    expect(identifyingIn(text)).toEqual([]);
  },
);

it.each(["lived at AB99 9ZZ until May", "AB999ZZ", "ab99 9zz", "S99 9ZZ"])(
  "finds a postcode in “%s”",
  (text) => {
    expect(identifyingIn(text)).toEqual(["a postcode"]);
  },
);

it.each([
  ["QX99 9ZZ", "no such area"],
  ["AB99 9CI", "letters that no postcode ends with"],
  ["page s4 3rd line", "an ordinal"],
  ["WTFH 12 and WAFH 3", "no postcode at all"],
  ["AB99 9ZZZ", "too long"],
])("finds none in “%s”: %s", (text) => {
  expect(identifyingIn(text)).toEqual([]);
});

it("finds each kind once, in one order, and says so in one sentence", () => {
  const found = identifyingIn("AB99 9ZZ, AB99 9YY, ZZ99C00123, 999 000 0018, dob 1.5.2001");
  expect(found).toEqual(["a date of birth", "an NHS number", "a court case number", "a postcode"]);
  expect(identifyingInWords(found)).toBe(
    "This looks like a date of birth, an NHS number, a court case number and a postcode. Leave out what could tell who it is about.",
  );
  expect(identifyingInWords(["a postcode"])).toBe(
    "This looks like a postcode. Leave out what could tell who it is about.",
  );
  expect(identifyingInWords([])).toBe("");
  expect(identifyingIn("")).toEqual([]);
});

it("is quick on long text that is nearly of each kind", () => {
  const nearly = "born 1 Robin Example 999 000 00 ZZ99C ab99 9 [2099] 12 . . . ".repeat(2000);
  const before = performance.now();
  expect(identifyingIn(nearly)).toEqual([]);
  expect(performance.now() - before).toBeLessThan(2000);
});
