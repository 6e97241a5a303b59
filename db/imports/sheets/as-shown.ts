/** Shows a day ("2014-10-14") or a number as text as its format does; null where that is not known. */
export type Show = (text: string) => string | null;

const known: Readonly<Record<number, string>> = {
  1: "0",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
};
const names = [
  ...["January", "February", "March", "April", "May", "June", "July"],
  ...["August", "September", "October", "November", "December"],
];

/** How the formats that every spreadsheet program knows by their number show a day or a number. */
export function shownAsBuiltIn(id: number): Show | null {
  return shownAs(known[id] ?? "");
}

/**
 * How a format shows a day or a number, as far as it is one of digits, of the day, month and year in
 * English, and of signs between them; null where it is not. For use inside db/.
 * Examples: "0000" shows 7 as "0007"; "0000\\-00" shows 201507 as "2015-07"; "yyyy\\-mm" and
 * "mmm\\-yy" show 1 July 2015 as "2015-07" and "Jul-15".
 */
export function shownAs(code: string): Show | null {
  const parts = partsOf(code);
  if (!parts?.some((one) => "code" in one)) return null;
  return (text) => {
    const [, year = "", month = "", day = ""] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
    const shown = year === "" ? digitsIn(parts, text) : dayIn(parts, { year, month, day });
    return shown?.trim() || null;
  };
}

type Part = { readonly sign: string } | { readonly code: string };

const part = /"([^"]*)"|\\(.)|(\[[^\]]*\])|_(.)|(y+|m+|d+|[0#?])|./giu;
const saysNothing =
  /^\[(?:black|blue|cyan|green|magenta|red|white|yellow|\$-[0-9a-f]*09|\$-en[-a-z]*)\]$/i;

/** The parts of a format for what is above 0; null where it has one that is not known. */
function partsOf(code: string): Part[] | null {
  const parts: Part[] = [];
  for (const found of code.matchAll(part)) {
    const [whole, , , , , written] = found;
    if (whole === ";") break;
    const sign = signIn(found);
    if (written !== undefined) parts.push({ code: written.toLowerCase() });
    else if (sign === null) return null;
    else parts.push({ sign });
  }
  return parts;
}

function signIn([whole, quoted, escaped, bracket, space]: RegExpMatchArray): string | null {
  if (space !== undefined) return " ";
  if (bracket !== undefined) return saysNothing.test(bracket) ? "" : null;
  return quoted ?? escaped ?? (/[-/ ():]/.test(whole) ? whole : null);
}

function dayIn(
  parts: readonly Part[],
  { year, month, day }: Readonly<Record<"year" | "month" | "day", string>>,
): string | null {
  const name = names[Number(month) - 1];
  const codes: Readonly<Record<string, string | undefined>> = {
    ...{ yy: year.slice(2), yyyy: year, m: String(Number(month)), mm: month },
    ...{ mmm: name?.slice(0, 3), mmmm: name, d: String(Number(day)), dd: day },
  };
  const texts = parts.map((one) => ("sign" in one ? one.sign : codes[one.code]));
  return texts.includes(undefined) ? null : texts.join("");
}

/** The digits of a whole number in their places, what is left of them in the first. */
function digitsIn(parts: readonly Part[], text: string): string | null {
  const places = parts.filter((one) => "code" in one);
  if (!/^\d+$/.test(text)) return null;
  if (places.some(({ code }) => !/^[0#?]$/.test(code))) return null;
  const digits = [...text];
  const shown: string[] = [];
  for (const one of parts.toReversed()) {
    if ("sign" in one) shown.unshift(one.sign);
    else if (one === places[0]) shown.unshift(digits.join("") || filling(one.code));
    else shown.unshift(digits.pop() ?? filling(one.code));
  }
  return shown.join("");
}

function filling(code: string): string {
  return code === "0" ? "0" : "";
}
