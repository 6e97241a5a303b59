import { type Constraint, solve } from "yalps";
import { type Figure, leastOf, numberOf, type Publication } from "./figure";

/** The lowest and the highest number that a figure can be; null where there is no highest. */
export interface Bounds {
  readonly lowest: number;
  readonly highest: number | null;
}

/**
 * Between which whole numbers a reader of some publications can narrow a figure down.
 *
 * The reader knows that every figure is the sum of its atoms, that an atom is a whole number of 0
 * or more, what each shown figure is, and the least that a withheld one can be.
 *
 * Formula: the lowest and the highest sum of the figure's atoms over all whole-number atoms for
 * which each shown figure adds up, found by integer linear programming.
 *
 * Throws when no atoms fit, because then the publications contradict each other.
 *
 * Source: Hundepool et al., Statistical Disclosure Control (2012), chapter 4, on the problem that
 * an attacker solves.
 *
 * Worked example: of three cells that add up to 12 one is shown as 10 and two are withheld. Each is
 * at least 1, so both are exactly 1: lowest 1, highest 1. Were 7 shown, each would be from 1 to 4.
 */
export function boundsOf(figure: Figure, publications: readonly Publication[]): Bounds {
  const known = whatIsKnown(publications);
  return {
    lowest: extreme(figure, known, "minimize") ?? 0,
    highest: extreme(figure, known, "maximize"),
  };
}

/** Whether a reader of some publications can work a figure out exactly. */
export function isWorkedOut(figure: Figure, known: Known): boolean {
  const value = numberOf(figure);
  return (
    extreme(figure, known, "maximize") === value && extreme(figure, known, "minimize") === value
  );
}

/** What a reader knows, as conditions on atoms: by the name of each condition, and of each atom. */
export interface Known {
  readonly conditions: ReadonlyMap<string, Constraint>;
  readonly atoms: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** The atoms that each condition is on. */
  readonly members: ReadonlyMap<string, readonly string[]>;
}

/** What a reader of some publications knows, as conditions on atoms. */
export function whatIsKnown(publications: readonly Publication[]): Known {
  const conditions = new Map<string, Constraint>();
  const atoms = new Map<string, Map<string, number>>();
  const members = new Map<string, string[]>();
  const add = (figure: Figure, condition: Constraint) => {
    const name = String(conditions.size);
    conditions.set(name, condition);
    members.set(name, Object.keys(figure.atoms));
    for (const atom of Object.keys(figure.atoms)) {
      const own = atoms.get(atom) ?? new Map<string, number>();
      atoms.set(atom, own.set(name, 1));
    }
  };
  for (const publication of publications) {
    for (const figure of publication.shown) add(figure, { equal: numberOf(figure) });
    for (const figure of publication.withheld) add(figure, { min: leastOf(figure, publication) });
  }
  return { conditions, atoms, members };
}

const theSum = "the figure";

function extreme(figure: Figure, known: Known, direction: "minimize" | "maximize"): number | null {
  const { conditions, atoms } = known;
  const around = atomsAround(figure, known);
  const variables = [...around].map((atom): [string, Map<string, number>] => {
    const own = new Map(atoms.get(atom));
    return [atom, Object.hasOwn(figure.atoms, atom) ? own.set(theSum, 1) : own];
  });
  const names = new Set(variables.flatMap(([, own]) => [...own.keys()]));
  const constraints = [...conditions].filter(([name]) => names.has(name));
  const model = { direction, objective: theSum, constraints, variables };
  const { status, result } = solve({ ...model, integers: true });
  if (status === "unbounded") return null;
  if (status !== "optimal") throw new Error(`What is published contradicts itself: ${status}`);
  return Math.abs(Math.round(result));
}

/** The atoms of a figure, and all that conditions tie to them. No other bears on what it can be. */
function atomsAround(figure: Figure, { atoms, members }: Known): Set<string> {
  const around = new Set(Object.keys(figure.atoms));
  const seen = new Set<string>();
  // A set is gone through to its end, also to what is added on the way.
  for (const atom of around)
    for (const name of atoms.get(atom)?.keys() ?? []) {
      if (seen.has(name)) continue;
      seen.add(name);
      for (const other of members.get(name) ?? []) around.add(other);
    }
  return around;
}
