import { expect, it } from "vitest";
import { readRatings } from "./read-ratings";

const factors = [
  { key: "neglect", takesThemes: false },
  { key: "other", takesThemes: true },
];

it("takes a blank as null, never as a level", () => {
  const blank = { level: null, note: "", unsure: false, themes: [], description: "" };
  expect(readRatings(factors, new FormData())).toEqual({ neglect: blank, other: blank });
});

it("reads every field, themes and description for the factor that takes them alone", () => {
  const form = new FormData();
  for (const key of ["neglect", "other"]) {
    form.set(`${key}.level`, "high");
    form.set(`${key}.note`, "p. 4");
    form.set(`${key}.unsure`, "yes");
    form.append(`${key}.themes`, "one");
    form.append(`${key}.themes`, "two");
    form.set(`${key}.description`, "What it was");
  }
  const common = { level: "high", note: "p. 4", unsure: true };
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
