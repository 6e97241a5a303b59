/*
 * Two coefficients as one would write them first, case by case and without counting patterns: what
 * the benchmark compares with, and a second opinion on the values.
 */

/** Krippendorff's alpha, ordinal, of columns of places in a scale; -1 is a blank. */
export function plainAlpha(columns: readonly Int8Array[], levels: number): number {
  const all = Array.from({ length: levels }, (_, level) => level);
  const coincidences = all.map(() => all.map(() => 0));
  for (const row of columns[0]?.keys() ?? []) {
    const given = columns.map((column) => column[row] ?? -1).filter((place) => place >= 0);
    if (given.length < 2) continue;
    for (const [i, a] of given.entries())
      for (const [j, b] of given.entries()) {
        const line = coincidences[a] ?? [];
        if (i !== j) line[b] = (line[b] ?? 0) + 1 / (given.length - 1);
      }
  }
  const n = coincidences.map((line) => line.reduce((sum, one) => sum + one, 0));
  const total = n.reduce((sum, one) => sum + one, 0);
  let [observed, expected] = [0, 0];
  for (const c of all)
    for (const k of all) {
      const between = n.slice(Math.min(c, k), Math.max(c, k) + 1).reduce((sum, g) => sum + g, 0);
      const distance = (between - ((n[c] ?? 0) + (n[k] ?? 0)) / 2) ** 2;
      observed += (coincidences[c]?.[k] ?? 0) * distance;
      expected += (n[c] ?? 0) * (n[k] ?? 0) * distance;
    }
  return 1 - ((total - 1) * observed) / expected;
}

/** Cohen's kappa with quadratic weights of two columns; the scores of the scale are its places. */
export function plainKappa(first: Int8Array, second: Int8Array, levels: number): number {
  const both = [...first.keys()].filter(
    (row) => (first[row] ?? -1) >= 0 && (second[row] ?? -1) >= 0,
  );
  const weight = (a: number, b: number) => 1 - (a - b) ** 2 / (levels - 1) ** 2;
  const shareOf = (column: Int8Array) =>
    Array.from(
      { length: levels },
      (_, level) => both.filter((row) => column[row] === level).length / both.length,
    );
  const [a, b] = [shareOf(first), shareOf(second)];
  const observed =
    both.reduce((sum, row) => sum + weight(first[row] ?? 0, second[row] ?? 0), 0) / both.length;
  const expected = a.reduce(
    (sum, p, k) => sum + b.reduce((inner, q, l) => inner + weight(k, l) * p * q, 0),
    0,
  );
  return (observed - expected) / (1 - expected);
}
