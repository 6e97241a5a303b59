/*
 * What XML cannot hold stands in the texts of a workbook as _x0002_, as spreadsheet programs write it
 * and read it. The library leaves it out, and some more with it.
 */

const lost =
  "[\\0-\\x08\\x0b-\\x1f\\x7f-\\x84\\x86-\\x9f\\ufffd\\p{Noncharacter_Code_Point}\\p{Surrogate}]";
// An underscore that would be taken for the beginning of such a code, once it is written.
const alike = `_(?=x[0-9A-Fa-f]{4}(?:_|${lost}))`;
const written = new RegExp(`${lost}|${alike}`, "gu");

/**
 * A text as it is written into a cell of a workbook, so that reading it gives back every character.
 * Examples: a null character → "_x0000_"; "_x0041_" → "_x005F_x0041_".
 */
export function cellText(text: string): string {
  return text.replace(written, (found) =>
    Array.from({ length: found.length }, (_, at) => codeOf(found.charCodeAt(at))).join(""),
  );
}

function codeOf(unit: number): string {
  return `_x${unit.toString(16).toUpperCase().padStart(4, "0")}_`;
}
