import { expect, it } from "vitest";
import { readRatings, removalOf } from "./read-ratings";

const factors = [
  { key: "neglect", takesThemes: false },
  { key: "other", takesThemes: true },
];

it("takes a blank as null, never as a level", () => {
  const blank = { level: null, note: "", unsure: false, quotes: [], themes: [], description: "" };
  expect(readRatings(factors, new FormData())).toEqual({ neglect: blank, other: blank });
});

it("reads every field, themes and description for the factor that takes them alone", () => {
  const form = new FormData();
  for (const key of ["neglect", "other"]) {
    form.set(`${key}.level`, "high");
    form.set(`${key}.note`, "p. 4");
    form.set(`${key}.unsure`, "yes");
    form.set(`${key}.quotes.0.text`, "He was left alone");
    form.set(`${key}.quotes.0.page`, "7");
    form.set(`${key}.quotes.0.place`, "paragraph 3");
    form.set(`${key}.quotes.0.at`, "120");
    form.append(`${key}.themes`, "one");
    form.append(`${key}.themes`, "two");
    form.set(`${key}.description`, "What it was");
  }
  const quotes = [{ text: "He was left alone", page: "7", place: "paragraph 3", at: 120 }];
  const common = { level: "high", note: "p. 4", unsure: true, quotes };
  expect(readRatings(factors, form)).toEqual({
    neglect: { ...common, themes: [], description: "" },
    other: { ...common, themes: ["one", "two"], description: "What it was" },
  });
});

it("does not choose for whoever sends two levels of a factor", () => {
  const form = new FormData();
  form.append("neglect.level", "high");
  form.append("neglect.level", "low");
  expect(readRatings(factors, form).neglect?.level).toBe("high, low");
});

function formWithQuotes(...quotes: { text: string; page?: string; at?: string }[]): FormData {
  const form = new FormData();
  for (const [index, { text, page = "", at = "" }] of quotes.entries()) {
    form.set(`neglect.quotes.${index}.text`, text);
    form.set(`neglect.quotes.${index}.page`, page);
    form.set(`neglect.quotes.${index}.at`, at);
  }
  return form;
}
const quotesIn = (form: FormData) => readRatings(factors, form).neglect?.quotes;
const quote = (text: string) => ({ text, page: "", place: "", at: null });

it("leaves out the quote that nothing was written in", () => {
  const form = formWithQuotes({ text: "one" }, { text: "  " }, { text: "three" });
  expect(quotesIn(form)).toEqual([quote("one"), quote("three")]);
});

it("keeps a quote with a page alone, for the schema to refuse", () => {
  expect(quotesIn(formWithQuotes({ text: "", page: "7" }))).toEqual([{ ...quote(""), page: "7" }]);
});

it("leaves out the quote whose button to remove it was pressed", () => {
  const form = formWithQuotes({ text: "one" }, { text: "two" });
  form.set("intent", removalOf("neglect.quotes.0"));
  expect(quotesIn(form)).toEqual([quote("two")]);
});

it("makes no number of a beginning that is none", () => {
  const form = formWithQuotes({ text: "one", at: "1e" }, { text: "two", at: "12" });
  expect(quotesIn(form)?.map(({ at }) => at)).toEqual([Number.NaN, 12]);
});
