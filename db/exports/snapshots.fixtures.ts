import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";

/** The two cases that one person changes, always both at once and alike. */
export type Pair = readonly [string, string];

/** The cases of so many people. In an export one stands far before the other. */
export function pairsOf(people: number): Pair[] {
  return Array.from({ length: people }, (_, index) => [`2015-${index + 1}`, `2017-${index + 1}`]);
}

/** Cases that stand between them: more than are read at once. */
export const between = Array.from({ length: 510 }, (_, index) => `2016-${index + 1}`);

type Rows = readonly Readonly<Record<string, string>>[];
/** The tables of a zip, by name. */
export type Tables = Readonly<Record<string, Rows>>;

/** The tables in the CSV files of a zip. */
export function tablesIn(zip: Uint8Array): Tables {
  const files = Object.entries(unzipSync(zip)).filter(([name]) => name.endsWith(".csv"));
  return Object.fromEntries(
    files.map(([name, bytes]) => [
      name.replace(/\.csv$/, ""),
      parse(Buffer.from(bytes), { columns: true }) as unknown as Rows,
    ]),
  );
}

/**
 * The pairs of which these tables say what cannot have held at one moment: the writers of
 * snapshots.writers.ts keep each pair alike, and the tables of each case in step.
 */
export function faultsOf(tables: Tables, pairs: readonly Pair[]): string[] {
  const of = (table: string, reference: string) =>
    (tables[table] ?? []).filter((row) => row.case_ref === reference);
  const told = (reference: string) => {
    const [row = {}, ...more] = of("agreed-ratings", reference);
    const long = of("agreed-ratings-long", reference);
    const { index_children, mother_age_years, involvement_months, version, neglect } = row;
    const [children, periods] = [of("children", reference), of("involvement-periods", reference)];
    const right = [
      more.length === 0,
      Number(index_children) === children.length,
      Number(mother_age_years) === 20 + children.length,
      (row.involvement === "none") === (periods.length === 0),
      Number(involvement_months) === periods.length,
      long.length === 13 && long.every((one) => one.version === version),
      long.find(({ factor }) => factor === "neglect")?.score === neglect,
    ];
    const both = [children.length, periods.length, version, neglect, row.risk_rating].join();
    return { both, whole: right.every(Boolean) };
  };
  return pairs.flatMap((pair) => {
    const [one, other] = [told(pair[0]), told(pair[1])];
    return one.whole && other.whole && one.both === other.both ? [] : [pair[0]];
  });
}
