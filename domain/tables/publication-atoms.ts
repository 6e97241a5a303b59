import type { Cell, Table } from "./table";

/** What is counted, or added up, of each part and group. */
export type Numbers = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * The numbers of one group as publications had them, one upon the other: what there was first, and
 * what each later one added. Its atoms go by the same names in all of them.
 */
interface Layers {
  readonly names: readonly string[];
  readonly numbers: readonly ReadonlyMap<string, number>[];
}

/** The layers of each group. */
export type History = ReadonlyMap<string, Layers>;

/** One number of every part and group of a table, such as the cases counted. */
export function numbersOf(table: Table, numberOf: (cell: Cell) => number): Numbers {
  return new Map(
    [...table.atoms].map(([part, byGroup]) => [
      part,
      new Map([...byGroup].map(([group, cell]) => [group, numberOf(cell)])),
    ]),
  );
}

/**
 * The history of each group with one more publication: of those that have cases, those that had
 * some, and those that are named, which a reader cannot know to be empty. A group that is as it was
 * keeps its atoms.
 * Where cases were only added, what was added is a new layer, so that a reader who lays the
 * publications side by side is taken to know that. A group in which anything went down begins anew.
 */
export function withNumbers(
  before: History,
  numbers: Numbers,
  { publication, named }: { publication: string; named: readonly string[] },
): History {
  const counted = [...numbers.values()].flatMap((byGroup) => [...byGroup.keys()]);
  const groups = new Set([...before.keys(), ...counted, ...named]);
  const next = new Map(before);
  for (const group of groups) {
    const own = new Map([...numbers].map(([part, byGroup]) => [part, byGroup.get(group) ?? 0]));
    next.set(group, withLayer(before.get(group), own, publication));
  }
  return next;
}

function withLayer(
  before: Layers | undefined,
  now: ReadonlyMap<string, number>,
  publication: string,
): Layers {
  const start = { names: [publication], numbers: [now] };
  if (!before) return start;
  const parts = new Set([...now.keys(), ...before.numbers.flatMap((layer) => [...layer.keys()])]);
  const grown = new Map(
    [...parts].map((part) => [
      part,
      before.numbers.reduce((left, layer) => left - (layer.get(part) ?? 0), now.get(part) ?? 0),
    ]),
  );
  const changes = [...grown.values()];
  if (changes.every((change) => change === 0)) return before;
  if (changes.some((change) => change < 0)) return start;
  return { names: [...before.names, publication], numbers: [...before.numbers, grown] };
}

/** The atoms of some parts and groups, each by a name that says where it belongs. */
export function atomsFor(
  history: History,
  parts: readonly string[],
  groups: readonly string[],
): Record<string, number> {
  return Object.fromEntries(
    groups.flatMap((group) => {
      const { names, numbers } = history.get(group) ?? { names: [], numbers: [] };
      return names.flatMap((name, index) =>
        parts.map((part) => [`${name} | ${group} | ${part}`, numbers[index]?.get(part) ?? 0]),
      );
    }),
  );
}
