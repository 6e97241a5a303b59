import { type Constraint, type Solution, solve } from "yalps";
import { type Figure, numberOf, type Publication, weightOf } from "./figure";
import { type Condition, type Tied, tiedTo, whatIsKnown } from "./known";

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
 * Throws when no atoms are found that fit.
 *
 * Source: Hundepool et al., Statistical Disclosure Control (2012), chapter 4, on the problem that
 * an attacker solves.
 *
 * Worked example: of three cells that add up to 12 one is shown as 10 and two are withheld. Each is
 * at least 1, so both are exactly 1: lowest 1, highest 1. Were 7 shown, each would be from 1 to 4.
 */
export function boundsOf(figure: Figure, publications: readonly Publication[]): Bounds {
  const tied = tiedTo(figure, whatIsKnown(publications));
  const end = (direction: Direction): number | null => {
    const { status, result } = extreme(figure, tied, direction, usualPatience);
    if (status === "unbounded") return null;
    if (status !== "optimal") throw new Error(`Nothing fits what is published: ${status}`);
    return Math.abs(Math.round(result));
  };
  return { lowest: end("minimize") ?? 0, highest: end("maximize") };
}

/** How long the solver tries, in its own steps and not in time: any machine finds the same. */
export interface Patience {
  readonly maxPivots: number;
  readonly maxIterations: number;
}

/** Far more than most figures take; beyond it the solver seldom comes to an end at all. */
export const usualPatience: Patience = { maxPivots: 2048, maxIterations: 250 };

export type Direction = "minimize" | "maximize";
const theSum = "the figure";

/**
 * The atoms of what is tied to a figure as they would be at its lowest or highest, as the solver finds
 * them. What else is in the conditions stays as it is.
 */
export function extreme(
  figure: Figure,
  { atoms, conditions }: Tied,
  direction: Direction,
  patience: Patience,
): Solution {
  const variables = new Map([...atoms].map((atom) => [atom, new Map<string, number>()]));
  const addUp = (name: string, sum: Figure) => {
    for (const atom of Object.keys(sum.atoms)) variables.get(atom)?.set(name, weightOf(sum, atom));
  };
  for (const [name, condition] of conditions) addUp(name, condition.figure);
  addUp(theSum, figure);
  const constraints = [...conditions].map(
    ([name, one]) => [name, constraintOf(one, sumBeside(one.figure, atoms))] as const,
  );
  const model = { direction, objective: theSum, constraints, variables, integers: true };
  return solve(model, patience);
}

function constraintOf({ figure, isShown, least }: Condition, beside: number): Constraint {
  return isShown ? { equal: numberOf(figure) - beside } : { min: least - beside };
}

/** What the atoms of a figure that are not among these add up to. */
function sumBeside(figure: Figure, among: ReadonlySet<string>): number {
  let sum = 0;
  for (const [atom, number] of Object.entries(figure.atoms))
    if (!among.has(atom)) sum += weightOf(figure, atom) * number;
  return sum;
}
