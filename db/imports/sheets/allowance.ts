import { limits } from "./limits";
import { unreadable } from "./unreadable";

/** What one file may still hold, and the texts of it that came already. */
export interface Allowance {
  /** Counts cells, blank ones in front of others too. Throws Unreadable when there are too many. */
  cells(count: number): void;
  /** Counts a row. Throws Unreadable when there are too many. */
  row(): void;
  /**
   * The text to keep: the same one where it came already. Throws Unreadable when the texts of the
   * file are too long together.
   */
  keep(text: string): string;
}

const remembered = 20_000;

/** Counts what is kept of one file. For use inside db/. */
export function newAllowance(): Allowance {
  let cells = 0;
  let rows = 0;
  let characters = 0;
  const known = new Map<string, string>();
  return {
    cells(count) {
      cells += count;
      if (cells > limits.cells) throw unreadable("tooManyCells");
    },
    row() {
      rows += 1;
      if (rows > limits.rows) throw unreadable("tooManyRows");
    },
    keep(text) {
      const same = known.get(text);
      if (same !== undefined) return same;
      characters += text.length;
      if (characters > limits.characters) throw unreadable("tooMuchText");
      const own = withoutItsSurroundings(text);
      if (known.size < remembered) known.set(own, own);
      return own;
    },
  };
}

// A part of a long text keeps the whole of it in memory, from 13 characters on.
function withoutItsSurroundings(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, "utf8").toString("utf8");
}
