import { type Constraint, solve } from "yalps";
import { type Patience, usualPatience } from "./bounds";
import {
  type Figure,
  leastWhere,
  leastWithheld,
  numberOf,
  type Publication,
  weightOf,
} from "./figure";
import { type Condition, type Known, tiedTo, whatIsKnown } from "./known";

/**
 * The figures that would have to be withheld too, so that a secret could be one more or one less
 * than it is: those that would change along with it, at the least loss to the reader. Empty when
 * nothing can be done, because the secret follows from what everybody knows, or the solver gives up,
 * and where atoms that change by parts of ones would do, which the secret cannot.
 *
 * Formula: atoms may change as long as none falls below 0, earlier publications and all that is
 * always shown stay as they are, and what is withheld is still as much as a reader can take it to
 * be. Of all such changes that move the secret by one, linear programming finds that with the
 * smallest sum of (change of a figure × its number) over the figures that are shown now. A 0 costs
 * more than all others together, and is taken only where nothing else would do: it leaves the
 * reader to doubt whether a withheld figure is more than 0.
 *
 * Source: the network flow heuristic for secondary suppression, Cox (1980), Journal of the American
 * Statistical Association 75, 377-385; stated here as a linear programme.
 *
 * Worked example: a line has 3, 14 and, together, 17; the 3 is the secret. If it were 4, either the
 * 14 would be 13 or the 17 would be 18. The 14 costs less: it is what to withhold.
 */
export function coverFor(
  secret: Figure,
  now: Publication,
  earlier: Known,
  patience: Patience = usualPatience,
): Figure[] {
  const least = leastWithheld(now);
  const { atoms, conditions } = tiedTo(secret, whatIsKnown([now], earlier));
  const known = [...earlier.conditions].flatMap(([name, one]) => (conditions.has(name) ? one : []));
  const given = { now, earlier: known, atoms, patience };
  const best = (programme: Programme) =>
    [1, -1]
      .flatMap((step) => changeOf(secret, step, programme) ?? [])
      .sort((a, b) => a.cost - b.cost)[0]?.changed;
  const cover = best({ ...given, least, doubt: false });
  if (cover) return cover;
  return (least === 1 ? best({ ...given, least: 0, doubt: true }) : null) ?? [];
}

interface Programme {
  readonly now: Publication;
  /** What is known from earlier publications of the atoms that bear on the secret. */
  readonly earlier: readonly Condition[];
  /** The atoms that bear on the secret. */
  readonly atoms: ReadonlySet<string>;
  readonly patience: Patience;
  /** The least that a withheld figure of this publication can be. */
  readonly least: 0 | 1;
  /** Whether a 0 must be withheld, so that the least can be 0. */
  readonly doubt: boolean;
}

interface Change {
  readonly cost: number;
  readonly changed: Figure[];
}

function changeOf(secret: Figure, step: number, programme: Programme): Change | null {
  const { now, earlier, least, doubt, patience } = programme;
  const { conditions, variables, condition } = emptyModel();
  condition(secret, { equal: step });
  for (const { figure, isShown, least: told } of earlier)
    condition(figure, isShown ? { equal: 0 } : notBelow(figure, told));
  const bears = ({ atoms }: Figure) => Object.keys(atoms).some((one) => programme.atoms.has(one));
  for (const figure of now.withheld.filter(bears))
    condition(figure, notBelow(figure, leastWhere(least, figure)));
  const free = new Map<string, Figure>();
  for (const figure of now.shown.filter((one) => bears(one) || (doubt && numberOf(one) === 0))) {
    const name = condition(figure, { equal: 0 });
    if (figure.nature === "base") continue;
    condition(figure, notBelow(figure, leastWhere(least, figure)));
    free.set(name, figure);
  }
  if (doubt) conditions.set("doubt", { min: 1 });
  priceChanges(variables, free, dearestOf(now));
  const model = {
    ...{ direction: "minimize" as const, objective: "cost" },
    ...{ constraints: conditions, variables },
  };
  const { status, result, variables: found } = solve(model, patience);
  if (status !== "optimal") return null;
  const changed = found.flatMap(([name, by]) => (by > 1e-6 ? (free.get(name.slice(5)) ?? []) : []));
  return { cost: result, changed: [...new Set(changed)] };
}

/** Keeps a figure from falling below what a reader can take it to be; a 0 stays one at least. */
function notBelow(figure: Figure, least: number): Constraint {
  return { min: Math.min(0, least - numberOf(figure)) };
}

/** More than all figures together that can be withheld. */
function dearestOf({ shown }: Publication): number {
  const free = shown.filter(({ nature }) => nature !== "base");
  return free.reduce((sum, figure) => sum + numberOf(figure), 1);
}

/** Lets each free figure change after all, at its price: what it changes by is taken off again. */
function priceChanges(
  variables: Map<string, Map<string, number>>,
  free: ReadonlyMap<string, Figure>,
  dearest: number,
) {
  const change = (name: string, terms: Readonly<Record<string, number>>) =>
    variables.set(name, new Map(Object.entries(terms)));
  for (const [name, figure] of free) {
    const cost = numberOf(figure);
    if (cost === 0) {
      change(`more ${name}`, { [name]: -1, cost: dearest });
      // A 0 that is withheld leaves doubt of all others, even where it can be worked out itself.
      change(`0 in ${name}`, { cost: dearest, doubt: 1 });
    } else {
      change(`more ${name}`, { [name]: -1, cost });
      change(`less ${name}`, { [name]: 1, cost });
    }
  }
}

/** A programme in which atoms can go up, and down to 0, and figures are made of them. */
function emptyModel() {
  const conditions = new Map<string, Constraint>();
  const variables = new Map<string, Map<string, number>>();
  const term = (variable: string, name: string, factor: number) =>
    variables.set(variable, (variables.get(variable) ?? new Map()).set(name, factor));
  const condition = (figure: Figure, constraint: Constraint): string => {
    const name = `figure ${conditions.size}`;
    conditions.set(name, constraint);
    for (const [atom, value] of Object.entries(figure.atoms)) {
      const weight = weightOf(figure, atom);
      term(`up ${atom}`, name, weight);
      if (value === 0) continue;
      term(`down ${atom}`, name, -weight);
      term(`down ${atom}`, `floor ${atom}`, 1);
      conditions.set(`floor ${atom}`, { max: value });
    }
    return name;
  };
  return { conditions, variables, condition };
}
