import { type Figure, leastOf, type Publication } from "./figure";

/** What a reader knows of a sum of atoms: what it is, where it is shown, or the least that it is. */
export interface Condition {
  readonly figure: Figure;
  readonly isShown: boolean;
  readonly least: number;
}

/** What a reader of some publications knows: of each sum of atoms once, by its name. */
export interface Known {
  readonly conditions: ReadonlyMap<string, Condition>;
  /** The names of the conditions that each atom is in. */
  readonly ofAtom: ReadonlyMap<string, readonly string[]>;
}

/** What a reader of some publications knows, beside what they knew before. */
export function whatIsKnown(publications: readonly Publication[], before?: Known): Known {
  const conditions = new Map(before?.conditions);
  const add = (figure: Figure, isShown: boolean, least: number) => {
    const name = sumName(figure);
    const one = conditions.get(name) ?? { figure, isShown, least };
    const both = { isShown: isShown || one.isShown, least: Math.max(least, one.least) };
    conditions.set(name, { figure: one.figure, ...both });
  };
  for (const publication of publications) {
    for (const figure of publication.shown) add(figure, true, 0);
    for (const figure of publication.withheld) add(figure, false, leastOf(figure, publication));
    for (const figure of publication.notBelow0 ?? []) add(figure, false, 0);
  }
  return { conditions, ofAtom: byAtom(conditions) };
}

function byAtom(conditions: Known["conditions"]): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const [name, { figure }] of conditions)
    for (const atom of Object.keys(figure.atoms)) {
      const own = names.get(atom);
      if (own) own.push(name);
      else names.set(atom, [name]);
    }
  return names;
}

const keptNames = new WeakMap<Figure, string>();

/** Names what a figure is the sum of, the same in every publication. */
export function sumName(figure: Figure): string {
  const { atoms, weights = {} } = figure;
  const name =
    keptNames.get(figure) ??
    JSON.stringify([Object.entries(atoms).sort(), Object.entries(weights).sort()]);
  keptNames.set(figure, name);
  return name;
}

/** Atoms that conditions tie to each other, and these conditions by name. */
export interface Tied {
  readonly atoms: ReadonlySet<string>;
  readonly conditions: ReadonlyMap<string, Condition>;
}

/**
 * The atoms of a figure and those that conditions tie to them, in so many steps from one to the next;
 * and every condition that bears on these. Other atoms are not among them: they stay as they are.
 */
export function nearTo(figure: Figure, { conditions, ofAtom }: Known, steps: number): Tied {
  const over = (some: Iterable<string>) => {
    const names = new Set([...some].flatMap((atom) => ofAtom.get(atom) ?? []));
    return new Map([...names].map((name) => [name, conditions.get(name) as Condition]));
  };
  const atoms = new Set(Object.keys(figure.atoms));
  for (let step = 0; step < steps; step += 1)
    for (const condition of over(atoms).values())
      for (const atom of Object.keys(condition.figure.atoms)) atoms.add(atom);
  return { atoms, conditions: over(atoms) };
}

/** The atoms of a figure, and all that conditions tie to them. No other bears on what it can be. */
export function tiedTo(figure: Figure, { conditions, ofAtom }: Known): Tied {
  const atoms = new Set(Object.keys(figure.atoms));
  const tied = new Map<string, Condition>();
  // A set is gone through to its end, also to what is added on the way.
  for (const atom of atoms)
    for (const name of ofAtom.get(atom) ?? []) {
      const condition = conditions.get(name);
      if (!condition || tied.has(name)) continue;
      tied.set(name, condition);
      for (const other of Object.keys(condition.figure.atoms)) atoms.add(other);
    }
  return { atoms, conditions: tied };
}
