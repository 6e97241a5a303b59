const separators = [",", ";", "\t", "|"] as const;
const lines = 50;
const characters = 64 * 1024;

/**
 * What stands between the cells of a text: the separator with which most of the first lines have
 * equally many cells, more than one; a comma where there is none. Quoted text does not count. For
 * use inside db/.
 */
export function separatorOf(text: string): string {
  const start = text.slice(0, characters);
  const found = separators.map((separator) => ({ separator, ...agreement(start, separator) }));
  found.sort((one, other) => other.rows - one.rows || other.cells - one.cells);
  return found[0]?.separator ?? ",";
}

/** How many cells most rows have, and how many rows have as many. */
function agreement(text: string, separator: string): { cells: number; rows: number } {
  const tally = new Map<number, number>();
  for (const cells of cellCounts(text, separator))
    if (cells > 1) tally.set(cells, (tally.get(cells) ?? 0) + 1);
  return [...tally].reduce((best, [cells, rows]) => (rows > best.rows ? { cells, rows } : best), {
    cells: 1,
    rows: 0,
  });
}

function cellCounts(text: string, separator: string): number[] {
  const counts: number[] = [];
  let cells = 1;
  let quoted = false;
  let atStart = true;
  let wasQuoted = false;
  for (const character of text) {
    // A mark written twice closes the quoted text and opens it again.
    const opens: boolean = atStart || wasQuoted;
    atStart = false;
    wasQuoted = quoted;
    if (character === '"') quoted = !quoted && opens;
    if (quoted) continue;
    if (character === separator) {
      cells += 1;
      atStart = true;
    } else if (character === "\n" || character === "\r") {
      counts.push(cells);
      if (counts.length === lines) return counts;
      cells = 1;
      atStart = true;
    }
  }
  return [...counts, cells];
}
