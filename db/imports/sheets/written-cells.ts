import type { SheetCell } from "@/domain/import/sheet";
import { hiddenNumber } from "@/domain/import/sheets/cell";
import type { Allowance } from "./allowance";
import { numberCell } from "./number-cells";
import { builtInFormat, type NumberFormat } from "./number-formats";
import { unreadable } from "./unreadable";

/** What the cells of a workbook refer to. */
export interface CellContext {
  readonly sharedStrings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly from1904: boolean;
  readonly allowance: Allowance;
}

/** A cell as it stands in the file. */
export interface WrittenCell {
  column: number;
  type: string;
  style: number;
  formula: boolean;
  /** What is in it, or the result of its formula. */
  value: string;
}

const withoutResult = { error: "a formula without its result" };
const general = builtInFormat(0);

/**
 * What the cells of a workbook say, those of a sheet that shows no zeros otherwise. A number in a cell
 * that looks blank is an error, never a value nor a blank. Each text and each error is kept once. For
 * use inside db/.
 */
export function cellReader(
  context: CellContext,
): (cell: WrittenCell, showsZeros: boolean) => SheetCell {
  const { sharedStrings, formats, from1904, allowance } = context;
  const formatted = formattedCells(allowance);
  const errors = new Map<string, { readonly error: string }>();
  const errorOf = (text: string) => {
    const own = allowance.keep(text);
    const error = errors.get(own) ?? { error: own };
    errors.set(own, error);
    return error;
  };
  return ({ type, style, formula, value }, showsZeros) => {
    if (formula && value === "" && type !== "str") return withoutResult;
    if (value === "") return "";
    if (type === "s") {
      const text = sharedStrings[Number(value)];
      if (text === undefined) throw unreadable("damaged");
      return text;
    }
    if (type === "e") return errorOf(value);
    if (type === "b") return /^(1|true)$/i.test(value) ? "TRUE" : "FALSE";
    const format = formats[style] ?? general;
    if (type === "d") {
      const day = /^\d{4}-\d\d-\d\d(?=T|$)/.exec(value)?.[0];
      return day ? formatted(day, format, true) : allowance.keep(value);
    }
    if (type === "n") {
      const text = numberCell(value, format.meaning, from1904);
      const number = Number(value);
      const isHidden = (number === 0 && !showsZeros) || format.hides?.(number);
      if (isHidden) return errorOf(hiddenNumber(text));
      const isDay = format.meaning === "day" && text[4] === "-";
      return isDay || format.show ? formatted(text, format, isDay) : allowance.keep(text);
    }
    return allowance.keep(value);
  };
}

const remembered = 20_000;

/** Makes cells that may be shown in another form, the same one where it came already. */
function formattedCells({ keep }: Allowance) {
  const known = new Map<NumberFormat, Map<string, SheetCell>>();
  let size = 0;
  const make = (text: string, { show }: NumberFormat, isDay: boolean): SheetCell => {
    const shown = show?.(text) ?? null;
    const isPlain = !isDay && (shown === null || shown === text);
    return isPlain ? keep(text) : { text: keep(text), shown: shown && keep(shown), isDay };
  };
  return (text: string, format: NumberFormat, isDay: boolean): SheetCell => {
    const ofFormat = known.get(format) ?? new Map<string, SheetCell>();
    const found = ofFormat.get(text);
    if (found !== undefined) return found;
    const cell = make(text, format, isDay);
    if (size < remembered) {
      known.set(format, ofFormat.set(text, cell));
      size += 1;
    }
    return cell;
  };
}
