/** What a program could pass over before it looks for a formula: blanks, and marks of quotation. */
const passedOver = /[\p{Z}\p{Cc}\p{Cf}'"`‘’“”]/u;
const beginsFormula = /[=+\-@＝＋－＠]/;
const endsCell = new Set("\t\n\r;");
const mark = "'";

/**
 * The places at which a spreadsheet could find the beginning of a formula in a text: at its start,
 * and behind what a spreadsheet with other settings takes for the end of a cell.
 */
function formulaPlaces(text: string): Set<number> {
  const places = new Set<number>();
  if (!beginsFormula.test(text)) return places;
  let aFormulaFollows = false;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const letter = text[at] ?? "";
    if (!passedOver.test(letter)) aFormulaFollows = beginsFormula.test(letter);
    const starts = at === 0 || endsCell.has(text[at - 1] ?? "");
    if (starts && aFormulaFollows) places.add(at);
  }
  return places;
}

/**
 * A text in which no spreadsheet finds a formula: wherever one could begin there is a quotation
 * mark (') in front. It begins with =, +, - or @, full-width too, after any blanks and quotation
 * marks, at the start of the text or behind a line break, a tab or a semicolon.
 *
 * Example: "=1+1" → "'=1+1"; "Seen twice;\n- at home" → "Seen twice;\n'- at home". A text that begins
 * with the mark of its own gets a second one, so that `unmarkFormulas` gives back every text.
 */
export function markFormulas(text: string): string {
  const places = formulaPlaces(text);
  if (places.size === 0) return text;
  return Array.from({ length: text.length }, (_, at) =>
    places.has(at) ? mark + text[at] : text[at],
  ).join("");
}

/**
 * The marks as a regular expression that Perl, R and others read: what it matches is one mark.
 */
export const markPattern = "(?<![^\\t\\n\\r;])'(?=[\\p{Z}\\p{Cc}\\p{Cf}'\"`‘’“”]*[=+\\-@＝＋－＠])";

/**
 * A text as it was before `markFormulas`: unmarkFormulas(markFormulas(text)) is the text, whatever
 * it is. Example: "'=1+1" → "=1+1"; "'Quoted'" stays.
 */
export function unmarkFormulas(text: string): string {
  const places = formulaPlaces(text);
  if (places.size === 0) return text;
  return Array.from({ length: text.length }, (_, at) =>
    places.has(at) && text[at] === mark ? "" : text[at],
  ).join("");
}
