import { type Figure, leastOf, numberOf, type Publication, weightOf } from "./figure";
import { whatIsKnown } from "./known";
import { isOtherwise, type Numbers, otherNumbersFor, sumWith } from "./other-numbers";
import { secretsOf } from "./withhold";

/**
 * The keys of what a reader of some publications can work out, though it is withheld: the secrets for
 * which no other numbers are found. Those that are found are added up here, and not believed.
 */
export function workedOutFrom(publications: readonly Publication[]): string[] {
  const known = whatIsKnown(publications);
  const secrets = publications.flatMap(secretsOf);
  const doubtful = new Set<Figure>();
  for (const secret of secrets) {
    const other = doubtful.has(secret) ? "none" : otherNumbersFor(secret, known);
    if (typeof other === "string") continue;
    // No numbers: there is no end to what it can be.
    if (other.size === 0) doubtful.add(secret);
    else if (fitWith(other, publications))
      for (const one of secrets) if (isOtherwise(other, one)) doubtful.add(one);
  }
  return secrets.filter((secret) => !doubtful.has(secret)).map(({ key }) => key);
}

function fitWith(other: Numbers, publications: readonly Publication[]): boolean {
  return publications.every(
    (publication) =>
      publication.shown.every((one) => sumWith(other, one) === numberOf(one)) &&
      publication.withheld.every((one) => sumWith(other, one) >= leastOf(one, publication)) &&
      (publication.notBelow0 ?? []).every((one) => sumWith(other, one) >= 0) &&
      [...other.values()].every((number) => number >= 0),
  );
}

/** A sum of atoms, and what it can be. */
interface Equation {
  readonly terms: readonly (readonly [atom: string, weight: number])[];
  readonly lowest: number;
  readonly highest: number;
}

/**
 * Whether any other whole numbers than the true ones fit what is published, with another sum for the
 * secret: found by trying, nearest to the truth first, without the solver that withholds.
 */
export function couldBeOtherwise(secret: Figure, publications: readonly Publication[]): boolean {
  const truth = new Map<string, number>();
  const equations = publications.flatMap((publication) => [
    ...publication.shown.map((figure) => equation(figure, numberOf(figure), numberOf(figure))),
    ...publication.withheld.map((figure) =>
      equation(figure, leastOf(figure, publication), Number.MAX_SAFE_INTEGER),
    ),
  ]);
  for (const { shown, withheld } of publications)
    for (const figure of [...shown, ...withheld])
      for (const [atom, value] of Object.entries(figure.atoms)) truth.set(atom, value);
  // Those that the secret is made of first: when one of them is otherwise, the rest has to follow.
  const atoms = [...new Set([...Object.keys(secret.atoms), ...truth.keys()])];
  const value = numberOf(secret);
  return [
    { ...equation(secret, value + 1, Number.MAX_SAFE_INTEGER) },
    { ...equation(secret, 0, value - 1) },
  ].some((otherwise) => fits(atoms, truth, [...equations, otherwise]));
}

function equation(figure: Figure, lowest: number, highest: number): Equation {
  const terms = Object.keys(figure.atoms).map((atom) => [atom, weightOf(figure, atom)] as const);
  return { terms, lowest, highest };
}

type Ranges = ReadonlyMap<string, readonly [number, number]>;

function fits(
  atoms: readonly string[],
  truth: ReadonlyMap<string, number>,
  equations: readonly Equation[],
): boolean {
  const start = new Map(atoms.map((atom) => [atom, [0, 1000] as const]));
  return search(narrowed(start, equations), truth, equations);
}

/** What is left of the ranges when every equation has had its say; null when nothing fits. */
function narrowed(ranges: Ranges, equations: readonly Equation[]): Ranges | null {
  const now = new Map(ranges);
  for (let moved = true; moved; ) {
    moved = false;
    for (const equation of equations) {
      const change = narrow(now, equation);
      if (change === "nothing fits") return null;
      moved ||= change === "narrower";
    }
  }
  return now;
}

function narrow(
  ranges: Map<string, readonly [number, number]>,
  { terms, lowest, highest }: Equation,
): "narrower" | "the same" | "nothing fits" {
  const at = (atom: string) => ranges.get(atom) ?? [0, 0];
  const least = terms.reduce((sum, [atom, weight]) => sum + weight * at(atom)[0], 0);
  const most = terms.reduce((sum, [atom, weight]) => sum + weight * at(atom)[1], 0);
  if (least > highest || most < lowest) return "nothing fits";
  let moved = false;
  for (const [atom, weight] of terms) {
    const [from, to] = at(atom);
    const low = Math.max(from, Math.ceil((lowest - (most - weight * to)) / weight));
    const high = Math.min(to, Math.floor((highest - (least - weight * from)) / weight));
    if (low > high) return "nothing fits";
    moved ||= low > from || high < to;
    ranges.set(atom, [low, high]);
  }
  return moved ? "narrower" : "the same";
}

function search(
  ranges: Ranges | null,
  truth: ReadonlyMap<string, number>,
  equations: readonly Equation[],
): boolean {
  if (!ranges) return false;
  const open = [...ranges].find(([, [from, to]]) => from < to);
  if (!open) return true;
  const [atom, [from, to]] = open;
  const near = Math.min(to, Math.max(from, truth.get(atom) ?? 0));
  const byDistance = Array.from({ length: to - from + 1 }, (_, index) => from + index).sort(
    (a, b) => Math.abs(a - near) - Math.abs(b - near),
  );
  return byDistance.some((value) =>
    search(narrowed(new Map(ranges).set(atom, [value, value]), equations), truth, equations),
  );
}
