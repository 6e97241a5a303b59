import type { Random } from "./random";

/* Values that programs stumble over. */

const oddTexts = [
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "x\udfffy",
  "\u202e drowkcab",
  "مرحبا",
  "👩‍👩‍👧‍👦",
  "e\u0301\u0301\u0301",
  "\uFEFF",
  "ﬁ İ ß ẞ",
  "<script>alert(1)</script>",
  "' or 1=1 --",
  '"; drop table cases; --',
  "../../../etc/passwd",
  "%00%0a%0d",
  "{{7*7}}",
  "\r\nSet-Cookie: a=b",
  "null",
  "undefined",
  "true",
  "[object Object]",
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "then",
  "$K1",
  "$@0",
  "$$",
  "$undefined",
  "=cmd|'/c calc'!A1",
] as const;

const oddNumbers = [
  "-1",
  "0",
  "00",
  "-0",
  "1e3",
  "1e999",
  "0x10",
  "1.5",
  "NaN",
  "Infinity",
  "9007199254740993",
  "99999999999999999999",
  "١٢٣",
  "1 2",
  "+1",
] as const;

/** A text that nobody would type, sometimes a very long one. */
export function oddText(r: Random): string {
  return r.weighted<string>([
    [6, () => r.one(oddTexts)],
    [3, () => r.one(oddNumbers)],
    [2, () => noise(r, r.below(60))],
    [1, () => r.one(["x", "é", "\u0000", "👶", "<"]).repeat(r.one([31, 101, 129, 4001, 20_000]))],
    [0.1, () => "long ".repeat(20_000)],
  ]);
}

/** A number as text, as a form has it: right or nearly so. */
export function oddNumber(r: Random): string {
  return r.one(oddNumbers);
}

/** Letters from anywhere in Unicode, halves of pairs among them. */
export function noise(r: Random, length: number): string {
  return Array.from({ length }, () =>
    String.fromCharCode(r.chance(0.5) ? r.below(128) : r.below(65_536)),
  ).join("");
}

/** Something of any kind, as a script could send it in place of what is wanted. */
export function anything(r: Random, depth = 0): unknown {
  return r.weighted<unknown>([
    [4, () => oddText(r)],
    [1, () => null],
    [1, () => undefined],
    [1, () => r.chance(0.5)],
    [1, () => r.one([0, -1, 1.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, -0])],
    [0.5, () => 10n ** BigInt(r.below(40))],
    [0.5, () => new Date(r.below(2 ** 31))],
    [0.3, () => new Map([["a", 1]])],
    [0.3, () => new Set(["a"])],
    [0.3, () => new Uint8Array(r.below(20))],
    [0.3, () => Promise.resolve("later")],
    [0.5, () => new FormData()],
    [depth < 4 ? 2 : 0, () => Array.from({ length: r.below(4) }, () => anything(r, depth + 1))],
    [depth < 4 ? 2 : 0, () => ({ [oddText(r).slice(0, 30)]: anything(r, depth + 1) })],
  ]);
}
