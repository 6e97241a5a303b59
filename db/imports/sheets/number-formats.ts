import type { Archive, Part } from "./archive";
import { type Show, shownAs, shownAsBuiltIn } from "./as-shown";
import { type Hides, hiddenBy } from "./hidden-numbers";
import { limits } from "./limits";
import { unreadable } from "./unreadable";
import { readXml } from "./xml";

/** What the number in a cell stands for. A length is hours that go on past 24. */
export type NumberMeaning = "number" | "day" | "time" | "length";

const longestCode = 255;

const between = (id: number, first: number, last: number) => id >= first && id <= last;

/** The formats that every spreadsheet program knows by their number. */
function builtIn(id: number): NumberMeaning {
  if (id === 46) return "length";
  if (between(id, 18, 21) || between(id, 32, 35) || id === 45 || id === 47) return "time";
  const day = between(id, 14, 17) || id === 22 || between(id, 27, 36) || between(id, 50, 58);
  return day ? "day" : "number";
}

/**
 * What the code of a number format makes of a number. For use inside db/.
 * Examples: "dd/mm/yyyy", "mmm yy" and "[$-809]d mmmm yyyy hh:mm;@" → "day"; "hh:mm" → "time";
 * "[h]:mm" → "length"; "0.00", '0 "days"', "General" and "0%" → "number".
 */
export function meaningOf(code: string): NumberMeaning {
  const bare = code
    .replace(/"[^"]*"|[\\_*]./g, "")
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "")
    .replace(/general|e[+-]|am\/pm|a\/p/gi, "");
  const [shown = ""] = bare.split(";");
  if (/\[[hms]+\]/i.test(shown)) return "length";
  const clock = /[hs]/i.test(shown);
  if (/[ydeg]/i.test(shown) || (!clock && /m/i.test(shown)) || /mmm/i.test(shown)) return "day";
  return clock ? "time" : "number";
}

/** What a number stands for in a style of cells, and how it is shown. */
export interface NumberFormat {
  readonly meaning: NumberMeaning;
  /** Null where nobody can say. */
  readonly show: Show | null;
  /** Null where something is shown of each number. */
  readonly hides: Hides | null;
}

/** The format of numbers in each style that a cell can have, by its number. For use inside db/. */
export async function readStyles(
  archive: Archive,
  part: Part | undefined,
): Promise<NumberFormat[]> {
  const formats: NumberFormat[] = [];
  if (!part) return formats;
  const own = new Map<number, NumberFormat>();
  let ofCells = false;
  await readXml(archive, part, {
    open(name, { numFmtId, formatCode = "" }) {
      const id = Number(numFmtId ?? 0);
      if (name === "cellXfs") ofCells = true;
      const code = formatCode.slice(0, longestCode);
      if (name === "numFmt") own.set(id, formatOf(code));
      if (name === "xf" && ofCells) {
        const known = own.get(id) ?? builtInFormat(id);
        own.set(id, known);
        formats.push(known);
      }
      if (own.size + formats.length > limits.formats) throw unreadable("strange");
    },
    close(name) {
      if (name === "cellXfs") ofCells = false;
    },
  });
  return formats;
}

function formatOf(code: string): NumberFormat {
  return { meaning: meaningOf(code), show: shownAs(code), hides: hiddenBy(code) };
}

/** None of the formats that every program knows hides a number. */
export function builtInFormat(id: number): NumberFormat {
  return { meaning: builtIn(id), show: shownAsBuiltIn(id), hides: null };
}
