import type { Steps } from "../steps";
import { type Patience, usualPatience } from "./bounds";
import { coverFor } from "./cover";
import { type Figure, numberOf, type Publication } from "./figure";
import { type Known, sumName, whatIsKnown } from "./known";
import { isOtherwise, otherNumbersFor } from "./other-numbers";

/**
 * What of a new publication is shown and what is withheld: the small figures, and of the others as
 * many as it takes so that no withheld figure can be worked out exactly, neither from this
 * publication nor by laying it beside earlier ones. What earlier publications withheld is protected
 * just the same.
 *
 * Method: as long as a figure can be worked out, those that cover it at the least loss are withheld
 * too; zeros only where nothing else would do. Where none are found, the smallest figure that has
 * atoms of the secret is withheld; where there is none of these either, all figures are but the
 * bases; what follows from bases alone, such as the only line of a table, is as well known as they
 * are. A figure of which the solver cannot say whether it can be worked out is taken to be one that
 * can: so more is withheld, and never less. It ends because each round withholds more. The same
 * figures give the same publication, whatever their order.
 *
 * Source: secondary cell suppression, Hundepool et al., Statistical Disclosure Control (2012),
 * chapter 4.
 *
 * Worked example: see `coverFor`.
 */
export function* withhold(
  figures: readonly Figure[],
  earlier: readonly Publication[] = [],
  patience: Patience = usualPatience,
): Steps<Publication> {
  const inOrder = [...figures].sort((a, b) => (a.key < b.key ? -1 : 1));
  const withheld = new Set(inOrder.filter(({ nature }) => nature === "small"));
  const before = whatIsKnown(earlier);
  const earlierSecrets = bySum(earlier.flatMap(secretsOf));
  // What cannot be worked out now cannot be once more is withheld.
  const safe = new Set<string>();
  const free = () => inOrder.filter((one) => one.nature !== "base" && !withheld.has(one));
  for (;;) {
    const now: Publication = {
      shown: inOrder.filter((figure) => !withheld.has(figure)),
      withheld: inOrder.filter((figure) => withheld.has(figure)),
    };
    const secrets = new Map([...earlierSecrets, ...bySum(secretsOf(now))]);
    const exposed = yield* firstExposed(secrets, whatIsKnown([now], before), safe, patience);
    if (!exposed || free().length === 0) return now;
    const cover = coverFor(exposed, now, before, patience);
    const more = cover.length > 0 ? cover : nearestTo(exposed, free());
    for (const figure of more.length > 0 ? more : free()) withheld.add(figure);
    yield;
  }
}

/** The smallest of the figures that have atoms of a secret; of those that are 0 none. */
function nearestTo(secret: Figure, figures: readonly Figure[]): Figure[] {
  const near = figures.filter(
    (one) =>
      numberOf(one) > 0 && Object.keys(one.atoms).some((atom) => Object.hasOwn(secret.atoms, atom)),
  );
  return near.sort((a, b) => numberOf(a) - numberOf(b)).slice(0, 1);
}

/** Figures by the names of what they are the sum of: secrets of several publications once. */
function bySum(figures: readonly Figure[]): Map<string, Figure> {
  return new Map(figures.map((figure) => [sumName(figure), figure]));
}

/**
 * The first secret that a reader can work out from more than they knew before, and could not then: null
 * where there is none. `publications` are what they have now, `before` what they had.
 */
export function* firstToldBy(
  publications: readonly Publication[],
  before: readonly Publication[],
): Steps<Figure | null> {
  const secrets = bySum(publications.flatMap(secretsOf));
  const [now, then] = [whatIsKnown(publications), whatIsKnown(before)];
  const safe = new Set<string>();
  for (;;) {
    const exposed = yield* firstExposed(secrets, now, safe, usualPatience);
    if (!exposed || typeof otherNumbersFor(exposed, then) !== "string") return exposed;
    // What they had already is told by nothing new.
    safe.add(sumName(exposed));
  }
}

/** The first secret that is not known to be safe. The names of those that are go among the `safe`. */
function* firstExposed(
  secrets: ReadonlyMap<string, Figure>,
  known: Known,
  safe: Set<string>,
  patience: Patience,
): Steps<Figure | null> {
  const open = new Map([...secrets].filter(([name]) => !safe.has(name)));
  // What is taken out on the way is not come to.
  for (const secret of open.values()) {
    const other = otherNumbersFor(secret, known, patience);
    if (typeof other === "string") return secret;
    safe.add(sumName(secret));
    // Numbers that fit with one secret otherwise have others otherwise too: none of these is told.
    for (const [name, each] of open)
      if (safe.has(name) || isOtherwise(other, each)) {
        safe.add(name);
        open.delete(name);
      }
    yield;
  }
  return null;
}

/** What must not be worked out: a 0 is no secret, it is withheld for the sake of others. */
export function secretsOf({ withheld }: Publication): Figure[] {
  return withheld.filter((figure) => numberOf(figure) > 0);
}
