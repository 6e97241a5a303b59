const dayLength = 86_400_000;

/**
 * A date that a spreadsheet has as the number of days since the end of 1899, where the cell is not
 * marked as a date: "41926" → "2014-10-14". Null outside 1954 to 2064.
 */
export function dayOfSerial(text: string): string | null {
  const serial = /^\d{5}$/.test(text) ? Number(text) : 0;
  if (serial < 20_000 || serial > 60_000) return null;
  return new Date(Date.UTC(1899, 11, 30) + serial * dayLength).toISOString().slice(0, 10);
}
