/** A figure of a published table: a whole number that its atoms add up to. */
export interface Figure {
  /** Names it within its publication. */
  readonly key: string;
  /**
   * What it is added up from, each a whole number of 0 or more, by a name that stands for the same
   * thing in every figure and in every earlier publication.
   */
  readonly atoms: Readonly<Record<string, number>>;
  /** How often atoms count, each once where it does not say: in a sum of scores, the score. */
  readonly weights?: Readonly<Record<string, number>>;
  /**
   * "small": to be withheld. "other": shown, unless it would give another away. "base": what
   * everybody knows, such as how many cases there are; always shown.
   */
  readonly nature: "small" | "other" | "base";
  /** What everybody knows it to be at least: a sum of scores that are counted in ones, say. */
  readonly least?: number;
  /** Whether it has no place that a reader sees, so that nobody can tell whether it is more than 0. */
  readonly unseen?: boolean;
}

/** What a figure adds up to. */
export function numberOf(figure: Figure): number {
  const kept = keptNumbers.get(figure);
  if (kept !== undefined) return kept;
  const terms = Object.entries(figure.atoms);
  const number = terms.reduce((sum, [atom, one]) => sum + weightOf(figure, atom) * one, 0);
  keptNumbers.set(figure, number);
  return number;
}

/** How often an atom counts in a figure. */
export function weightOf({ weights }: Figure, atom: string): number {
  return weights?.[atom] ?? 1;
}

// Figures are looked at again and again, and never change.
const keptNumbers = new WeakMap<Figure, number>();

/** What a reader has before them: figures, and the places of those that are withheld. */
export interface Publication {
  readonly shown: readonly Figure[];
  readonly withheld: readonly Figure[];
  /** Sums that everybody knows to be 0 or more, and that nobody sees. */
  readonly notBelow0?: readonly Figure[];
}

/**
 * The least that a reader can take a withheld figure to be: 1, because zeros are shown. That cannot
 * be known where a publication withholds a 0 too, or shows nothing but what everybody knows.
 */
export function leastWithheld({ shown, withheld }: Publication): 0 | 1 {
  const isEmpty = shown.every(({ nature }) => nature === "base");
  return isEmpty || withheld.some((figure) => numberOf(figure) === 0) ? 0 : 1;
}

/** The least that a reader can take one withheld figure of a publication to be. */
export function leastOf(figure: Figure, publication: Publication): number {
  return leastWhere(leastWithheld(publication), figure);
}

/** The same, where withheld figures of its publication are at least 0, or at least 1. */
export function leastWhere(least: 0 | 1, figure: Figure): number {
  return Math.max(figure.least ?? 0, figure.unseen ? 0 : least);
}
