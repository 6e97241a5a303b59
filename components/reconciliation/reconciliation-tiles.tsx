import type { Difference } from "@/domain/reconciliation/comparison";
import type { ReconciliationRow, Tiles } from "./reconciliation-view";

/** What is left and how the coders differ, each count leading to the first such row. */
export function ReconciliationTiles(props: { tiles: Tiles; rows: readonly ReconciliationRow[] }) {
  const { tiles, rows } = props;
  const firstWith = (difference: Difference | null) =>
    rows.find((row) => row.difference === difference);
  const shown = [
    {
      count: tiles.left,
      words: `of ${tiles.of} left`,
      row: rows.find((row) => !row.agreed || row.again),
    },
    {
      count: tiles.presenceDiffers,
      words: "presence differs",
      row: firstWith("presence_differs"),
    },
    {
      count: tiles.twoOrMoreApart,
      words: "two or more apart",
      row: firstWith("two_or_more_apart"),
    },
    { count: tiles.oneApart, words: "one apart", row: firstWith("one_apart") },
    { count: tiles.same, words: "the same", row: firstWith("same") },
    { count: tiles.notCompared, words: "not compared", row: firstWith(null) },
  ].filter(({ count, words }) => count > 0 || words !== "not compared");
  return (
    <ul className="tiles">
      {shown.map(({ count, words, row }) => (
        <li key={words}>
          {row && count > 0 ? (
            <a className="tile" href={`#row-${row.factor.key}`}>
              <b>{count}</b> {words}
            </a>
          ) : (
            <span className="tile">
              <b>{count}</b> {words}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
