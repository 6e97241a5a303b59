import { isWorkedOut, whatIsKnown } from "./bounds";
import { coverFor } from "./cover";
import { type Figure, numberOf, type Publication } from "./figure";

/**
 * What of a new publication is shown and what is withheld: the small figures, and of the others as
 * many as it takes so that no withheld figure can be worked out exactly, neither from this
 * publication nor by laying it beside earlier ones. What earlier publications withheld is protected
 * just the same.
 *
 * Method: as long as a figure can be worked out, those that cover it at the least loss are withheld
 * too; zeros only where nothing else would do. Where nothing does, all figures are withheld but the
 * bases; what follows from bases alone, such as the only line of a table, is as well known as they
 * are. It ends because each step withholds more. The same figures give the same publication,
 * whatever their order.
 *
 * Source: secondary cell suppression, Hundepool et al., Statistical Disclosure Control (2012),
 * chapter 4.
 *
 * Worked example: see `coverFor`.
 */
export function withhold(
  figures: readonly Figure[],
  earlier: readonly Publication[] = [],
): Publication {
  const inOrder = [...figures].sort((a, b) => (a.key < b.key ? -1 : 1));
  const withheld = new Set(inOrder.filter(({ nature }) => nature === "small"));
  // What cannot be worked out now cannot be once more is withheld.
  const safe = new Set<Figure>();
  const free = () => inOrder.filter((one) => one.nature !== "base" && !withheld.has(one));
  for (;;) {
    const now: Publication = {
      shown: inOrder.filter((figure) => !withheld.has(figure)),
      withheld: inOrder.filter((figure) => withheld.has(figure)),
    };
    const known = whatIsKnown([...earlier, now]);
    const secrets = [...earlier, now].flatMap((one) => secretsOf(one));
    const exposed = secrets.find((one) => {
      if (safe.has(one) || isWorkedOut(one, known)) return !safe.has(one);
      safe.add(one);
      return false;
    });
    if (!exposed || free().length === 0) return now;
    const cover = coverFor(exposed, now, earlier);
    for (const figure of cover.length > 0 ? cover : free()) withheld.add(figure);
  }
}

/** What must not be worked out: a 0 is no secret, it is withheld for the sake of others. */
export function secretsOf({ withheld }: Publication): Figure[] {
  return withheld.filter((figure) => numberOf(figure) > 0);
}
