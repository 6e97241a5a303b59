import type { Steps } from "../steps";
import type { Figure, Publication } from "./figure";
import { whatIsKnown } from "./known";
import { notWorkedOut } from "./other-numbers";

/**
 * The figures of a new publication, without secrets that are none any more: what is small, but follows
 * from earlier publications and from what everybody knows. To withhold it would keep nothing from
 * anybody, and everything else would be withheld in vain. Such a figure is shown where it has a place,
 * unless that would give another away, and left out where it has none. Only those are looked at that
 * `mayBeOpen` takes.
 *
 * Worked example: an earlier publication showed a 7 when counts up to 5 were withheld. Now those up to
 * 8 are. Everybody has the 7 already: it stays.
 */
export function* withoutOpenSecrets(
  figures: readonly Figure[],
  earlier: readonly Publication[],
  mayBeOpen: (figure: Figure) => boolean,
): Steps<Figure[]> {
  const bases = { shown: figures.filter(({ nature }) => nature === "base"), withheld: [] };
  const small = figures.filter((one) => one.nature === "small" && mayBeOpen(one));
  const secret = new Set(yield* notWorkedOut(small, whatIsKnown([...earlier, bases])));
  const open = new Set(small.filter((figure) => !secret.has(figure)));
  return figures.flatMap((figure): Figure[] => {
    if (!open.has(figure)) return [figure];
    return figure.unseen ? [] : [{ ...figure, nature: "other" }];
  });
}
