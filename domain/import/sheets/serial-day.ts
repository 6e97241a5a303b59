const dayLength = 86_400_000;
const daysTo1904 = 1462;

/**
 * A date that a spreadsheet has as the number of days since the end of 1899, or since the start of
 * 1904 where the workbook counts so, and that is not marked as a date: "41926" → "2014-10-14", from
 * 1904 "2018-10-15". Null outside 1954 to 2064.
 */
export function dayOfSerial(text: string, from1904 = false): string | null {
  const counted = /^\d{5}$/.test(text) ? Number(text) : 0;
  const serial = from1904 ? counted + daysTo1904 : counted;
  if (serial < 20_000 || serial > 60_000) return null;
  return new Date(Date.UTC(1899, 11, 30) + serial * dayLength).toISOString().slice(0, 10);
}
