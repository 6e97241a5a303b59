import { sampleOfGroup } from "./columns";
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
 * some, and those that are named, which a reader cannot know to be empty.
 *
 * The groups of a sample that is as it was keep their atoms. Where cases were only added, what was
 * added is a new layer, so that a reader who lays the publications side by side is taken to know
 * that; in which group of the sample it was, the reader is not taken to know. A group in which
 * anything went down begins anew.
 */
export function withNumbers(
  before: History,
  numbers: Numbers,
  { publication, named }: { publication: string; named: readonly string[] },
): History {
  const counted = [...numbers.values()].flatMap((byGroup) => [...byGroup.keys()]);
  const groups = [...new Set([...before.keys(), ...counted, ...named])];
  const ownOf = (group: string) =>
    new Map([...numbers].map(([part, byGroup]) => [part, byGroup.get(group) ?? 0]));
  const changed = new Set(
    groups.filter((group) => hasChanged(before.get(group), ownOf(group))).map(sampleOfGroup),
  );
  return new Map(
    groups.map((group) => {
      const layers = before.get(group);
      const isAsItWas = layers && !changed.has(sampleOfGroup(group));
      return [group, isAsItWas ? layers : withLayer(layers, ownOf(group), publication)];
    }),
  );
}

function hasChanged(before: Layers | undefined, now: ReadonlyMap<string, number>): boolean {
  return before ? [...growth(before, now).values()].some((change) => change !== 0) : true;
}

/** How many more there are of each part than there were. */
function growth(before: Layers, now: ReadonlyMap<string, number>): Map<string, number> {
  const parts = new Set([...now.keys(), ...before.numbers.flatMap((layer) => [...layer.keys()])]);
  const left = (part: string) =>
    before.numbers.reduce((n, layer) => n - (layer.get(part) ?? 0), now.get(part) ?? 0);
  return new Map([...parts].map((part) => [part, left(part)]));
}

function withLayer(
  before: Layers | undefined,
  now: ReadonlyMap<string, number>,
  publication: string,
): Layers {
  const start = { names: [publication], numbers: [now] };
  if (!before) return start;
  const grown = growth(before, now);
  if ([...grown.values()].some((change) => change < 0)) return start;
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
