import { expect, it } from "vitest";
import { madeInWords, savedName } from "./made";

const at = "2016-10-14T22:59:00.000Z";

it.each([
  [{ by: "Lena", at }, "made by Lena on 14 October 2016"],
  [{ by: null, at }, "made from the command line on 14 October 2016"],
  // In Britain it is the next day already.
  [{ by: "Lena", at: "2016-10-14T23:01:00.000Z" }, "made by Lena on 15 October 2016"],
])("%#", (made, words) => {
  expect(madeInWords(made)).toBe(words);
});

it.each([
  ["children.csv", null, "Lena", "children_not-for-publication_2016-10-14_Lena.csv"],
  [
    "agreed-ratings-long.sav",
    null,
    "Zoë O’Brien-Ito ",
    "agreed-ratings-long_not-for-publication_2016-10-14_Zoë-O-Brien-Ito.sav",
  ],
  ["dataset.zip", null, "../“”\n", "dataset_not-for-publication_2016-10-14.zip"],
  ["dataset.zip", null, null, "dataset_not-for-publication_2016-10-14.zip"],
  ["dataset.zip", 3, "Lena", "release-3_dataset_not-for-publication.zip"],
])("%s of %s by %s is saved as %s", (file, release, by, name) => {
  expect(savedName(file, release, { by, at })).toBe(name);
});
