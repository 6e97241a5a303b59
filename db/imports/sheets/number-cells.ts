import type { NumberMeaning } from "./number-formats";

const secondsADay = 86_400;

/**
 * The number in a cell as text. For use inside db/.
 * A day that does not exist stays a number, but for 29 February 1900, which spreadsheet programs
 * count and show. A number that is none stays as it is written.
 * Examples: "2.2999999999999998" → "2.3"; "1E-3" → "0.001"; "41926" as a day → "2014-10-14", from
 * 1904 "2018-10-15"; "0.604166666666667" as a day or time → "14:30".
 */
export function numberCell(written: string, meaning: NumberMeaning, from1904: boolean): string {
  const number = Number(written);
  if (written.trim() === "" || !Number.isFinite(number)) return written;
  if (meaning === "number" || number < 0) return decimal(number);
  const first = from1904 ? 0 : 1;
  const seconds = Math.round(number * secondsADay);
  if (meaning === "length") return clock(seconds);
  if (meaning === "time") return clock(seconds % secondsADay);
  if (number < first) return number === 0 ? "0" : clock(seconds);
  return day(number, from1904) ?? decimal(number);
}

/** With the 15 digits that a spreadsheet program shows, and no power of ten. */
function decimal(number: number): string {
  const shortest = String(number);
  const text = shortest.length > 15 ? String(Number(number.toPrecision(15))) : shortest;
  const [digits = "", power] = text.split("e");
  if (power === undefined) return text === "-0" ? "0" : text;
  if (Number(power) > 0) return BigInt(Number(text)).toString();
  const behind = digits.split(".")[1]?.length ?? 0;
  return Number(text).toFixed(Math.min(behind - Number(power), 100));
}

// A time is stored as a fraction of a day, so that a day can fall short by the last digits of it.
const almost = 1e-8;
// The days before 1 March 1900 are one off, because spreadsheet programs count a 29 February there.
const inventedDay = 60;

function day(serial: number, from1904: boolean): string | null {
  const whole = Math.floor(serial + almost);
  if (!from1904 && whole === inventedDay) return "1900-02-29";
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < inventedDay ? 31 : 30);
  const date = new Date(start + whole * secondsADay * 1000);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999
    ? null
    : date.toISOString().slice(0, 10);
}

function clock(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const minutes = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
  return seconds % 60 === 0 ? minutes : `${minutes}:${two(seconds % 60)}`;
}
