/** The condition that holds for any row. */
export const anyRow = "concordAnyRow`1 = 1`";
const importOfAnyRow = 'import { sql as concordAnyRow } from "drizzle-orm"; ';

/** The text of a check's file once the check is taken away. */
export function withoutCheck(text, { start, end, replacement }) {
  const altered = text.slice(0, start) + replacement + text.slice(end);
  return replacement.includes(anyRow) ? importOfAnyRow + altered : altered;
}

/**
 * The text of a file of code whose checks can be taken away while it runs: as it comes to one it
 * calls the global `concordIsWithout` with the check's name, and goes on without it for a yes.
 */
export function withSwitches(text, checks) {
  const inserts = checks.flatMap(({ name, start, end, replacement }) => {
    const asks = `globalThis.concordIsWithout?.(${JSON.stringify(name)})`;
    const [before, after] =
      replacement === "1 = 1"
        ? [`\${${asks} ? ${anyRow} : concordAnyRow\``, "`}"]
        : [`(${asks} ? ${replacement} : `, ")"];
    const spread = text.startsWith("...", start) ? 3 : 0;
    return [
      {
        at: start + spread,
        outer: end,
        text: spread ? before.replace(anyRow, `[${anyRow}]`) : before,
      },
      { at: end, outer: -start, text: after, closes: true },
    ];
  });
  // Where one ends and another begins, the end comes first; of those that begin together the one
  // that ends last, of those that end together the one that began last.
  inserts.sort((a, b) => a.at - b.at || Number(!a.closes) - Number(!b.closes) || b.outer - a.outer);
  let switched = importOfAnyRow;
  let from = 0;
  for (const insert of inserts) {
    switched += text.slice(from, insert.at) + insert.text;
    from = insert.at;
  }
  return switched + text.slice(from);
}
