import { describe, expect, it } from "vitest";
import { atOnce } from "../steps";
import type { Figure, Publication } from "./figure";
import { withhold } from "./withhold";

/** A table with margins: its cells line by line, and sums of lines and columns called "total". */
function tableOf(cells: Readonly<Record<string, readonly number[]>>, smallest = 5): Figure[] {
  const lines = Object.keys(cells);
  const columns = (Object.values(cells)[0] ?? []).map((_, index) => String(index));
  const figure = (line: string, column: string): Figure => {
    const atoms = (line === "total" ? lines : [line]).flatMap((l) =>
      (column === "total" ? columns : [column]).map(
        (c) => [`${l} ${c}`, cells[l]?.[Number(c)] ?? 0] as const,
      ),
    );
    const value = atoms.reduce((sum, [, one]) => sum + one, 0);
    const small = value > 0 && value <= smallest;
    const nature = line === "total" ? "base" : small ? "small" : "other";
    return { key: `${line} ${column}`, atoms: Object.fromEntries(atoms), nature };
  };
  const across = columns.length > 1 ? [...columns, "total"] : columns;
  return [...lines, "total"].flatMap((line) => across.map((column) => figure(line, column)));
}

const keysOf = ({ withheld }: Publication) => withheld.map(({ key }) => key);

describe("what is withheld", () => {
  it("is nothing where nothing is small", () => {
    expect(keysOf(atOnce(withhold(tableOf({ a: [10, 20], b: [0, 30] }))))).toEqual([]);
  });

  it("is a small cell and what would give it away: one more of its line, its column, and theirs", () => {
    const figures = tableOf({ a: [3, 14], b: [20, 30], c: [40, 50] });
    expect(keysOf(atOnce(withhold(figures)))).toEqual(["a 0", "a 1", "b 0", "b 1"]);
  });

  it("is one more where two small cells that are left over could only be 1 and 1", () => {
    const figures = tableOf({ a: [1], b: [1], c: [10] });
    expect(keysOf(atOnce(withhold(figures)))).toEqual(["a 0", "b 0", "c 0"]);
  });

  it("is a 0 where there is nothing else", () => {
    const figures = tableOf({ a: [3], b: [0], c: [0] });
    expect(keysOf(atOnce(withhold(figures)))).toContain("b 0");
  });
});
