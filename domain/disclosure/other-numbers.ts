import type { Steps } from "../steps";
import { type Direction, extreme, type Patience, usualPatience } from "./bounds";
import { type Figure, numberOf, weightOf } from "./figure";
import { type Condition, type Known, nearTo, type Tied, tiedTo } from "./known";

/** What atoms would be, by their names; those that are not among them stay as they are. */
export type Numbers = ReadonlyMap<string, number>;

/** How many steps from a figure numbers are looked for first, one after the other. */
const near = [1, 2];
/** How long they are looked for there, at most. */
const nearPatience: Patience = { maxPivots: 512, maxIterations: 64 };

const directions: readonly Direction[] = ["maximize", "minimize"];

/**
 * Other numbers of atoms that fit all that is known as well as the true ones do, with another sum for
 * a figure: it cannot be worked out. They are no numbers at all where there is no end to what the
 * figure can be. "none" when the figure can be worked out; "not known" when the solver gave up before
 * it knew, or was mistaken.
 *
 * Method: most figures have such numbers nearby, among the few atoms that conditions tie to them while
 * all others stay as they are; and where one can be worked out, mostly the conditions that have only
 * these atoms are enough. Where neither is so, all that is tied to the figure is looked at, which after
 * many publications is nearly everything.
 *
 * Worked example: of three cells that add up to 12 one is shown as 7 and two, a 2 and a 3, are
 * withheld. A 4 and a 1 fit as well.
 */
export function otherNumbersFor(
  figure: Figure,
  known: Known,
  patience: Patience = usualPatience,
): Numbers | "none" | "not known" {
  const soon = patience.maxPivots < nearPatience.maxPivots ? patience : nearPatience;
  for (const steps of near) {
    const around = nearTo(figure, known, steps);
    const found = numbersAmong(around, figure, soon);
    if (typeof found !== "string") return found;
    // What follows from some of the conditions follows from all.
    const alone = numbersAmong(within(around), figure, soon);
    if (alone === "none") return alone;
  }
  return numbersAmong(tiedTo(figure, known), figure, patience);
}

/** The conditions that have no other atoms. */
function within({ atoms, conditions }: Tied): Tied {
  const inside = [...conditions].filter(([, { figure }]) =>
    Object.keys(figure.atoms).every((atom) => atoms.has(atom)),
  );
  return { atoms, conditions: new Map(inside) };
}

function numbersAmong(
  tied: Tied,
  figure: Figure,
  patience: Patience,
): Numbers | "none" | "not known" {
  let isCertain = true;
  for (const direction of directions) {
    const { status, variables } = extreme(figure, tied, direction, patience);
    if (status === "unbounded") return new Map();
    const found = new Map(variables.map(([atom, number]) => [atom, Math.round(number)]));
    const other = new Map([...tied.atoms].map((atom) => [atom, found.get(atom) ?? 0]));
    const isSame = !isOtherwise(other, figure);
    // The solver is not taken at its word: whether its numbers fit is added up.
    if (!isSame && [...tied.conditions.values()].every((one) => fits(one, other))) return other;
    isCertain &&= status === "optimal" && isSame;
  }
  return isCertain ? "none" : "not known";
}

/**
 * Those of some figures that cannot be worked out, or of which the solver gave up before it knew.
 *
 * Worked example: of three cells that add up to 12 one is shown as 7 and two are withheld: neither of
 * these two can be worked out. Where one of them is shown as well, the other can.
 */
export function* notWorkedOut(figures: readonly Figure[], known: Known): Steps<Figure[]> {
  const unknown = new Set<Figure>();
  for (const figure of figures) {
    if (unknown.has(figure)) continue;
    const other = otherNumbersFor(figure, known);
    yield;
    if (other === "none") continue;
    unknown.add(figure);
    if (other === "not known") continue;
    // Numbers that fit with one figure otherwise have others otherwise too.
    for (const each of figures) if (isOtherwise(other, each)) unknown.add(each);
  }
  return figures.filter((figure) => unknown.has(figure));
}

function fits({ figure, isShown, least }: Condition, other: Numbers): boolean {
  const sum = sumWith(other, figure);
  return isShown ? sum === numberOf(figure) : sum >= least;
}

/** Whether a figure would add up to something else with other numbers. */
export function isOtherwise(other: Numbers, figure: Figure): boolean {
  return sumWith(other, figure) !== numberOf(figure);
}

/** What a figure would add up to with other numbers for some of its atoms. */
export function sumWith(other: Numbers, figure: Figure): number {
  let sum = 0;
  for (const [atom, number] of Object.entries(figure.atoms))
    sum += weightOf(figure, atom) * (other.get(atom) ?? number);
  return sum;
}
