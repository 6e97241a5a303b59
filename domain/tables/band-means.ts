import type { Figure, Publication } from "../disclosure/figure";
import { numberOf } from "../disclosure/figure";
import { firstToldBy } from "../disclosure/withhold";
import type { Steps } from "../steps";
import { sampleOfGroup } from "./columns";
import type { History } from "./publication-atoms";
import type { Family, SeenNumbers } from "./seen-numbers";
import type { TableKind } from "./table";

type BandOf = NonNullable<TableKind["bandOf"]>;

/** What readers have seen of the counts and of the sums of a family. */
interface CountsAndSums {
  readonly counts: SeenNumbers;
  readonly sums: SeenNumbers;
}

/**
 * What a mean and the bands of its values tell of each other: the values of the cases in a band lie
 * between its ends, and together they are the mean times the number of cases. Where that would give a
 * withheld count away, the mean of the fewest cases that has to do with it is withheld, and so on until
 * none does. `sumsWithout` says what is shown and withheld of the sums where some means are withheld, by
 * their keys, for the sake of the counts. Where a table has no bands, that is asked once.
 *
 * Worked example: ten cases have 59 months together. Shown are no case from 13 to 48 months; from 0 to
 * 12, and from 49, there are some. Two from 49 would have 98 months: it is one, and nine have up to 12.
 * So the 59, the mean 5.9 of ten cases, is withheld.
 */
export function* besideBands(
  counts: SeenNumbers,
  { tables }: Family,
  sumsWithout: (means: ReadonlySet<string>) => Steps<SeenNumbers>,
): Steps<CountsAndSums> {
  const bandOf = tables.find(({ kind }) => kind.bandOf)?.kind.bandOf;
  const withheld = new Set<string>();
  for (;;) {
    const sums = yield* sumsWithout(withheld);
    if (!bandOf) return { counts, sums };
    const told = withValues(counts, sums, bandOf);
    const exposed = yield* firstToldBy(told.publications, counts.publications);
    const mean = exposed && meanBeside(exposed, sums, withheld);
    if (!mean) return { counts: told, sums };
    withheld.add(mean.key);
    yield;
  }
}

/**
 * The mean of the fewest that is shown and has cases of a count; where none has, of the fewest. One
 * that was to be withheld and is shown all the same follows from what was published before.
 */
function meanBeside(
  count: Figure,
  sums: SeenNumbers,
  withheld: ReadonlySet<string>,
): Figure | undefined {
  const shown = meansShown(sums)
    .filter(({ key }) => !withheld.has(key))
    .sort((a, b) => numberOf(a) - numberOf(b));
  const placesOf = (figure: Figure) => Object.keys(figure.atoms).map(placeOf);
  const own = new Set(placesOf(count));
  return shown.find((mean) => placesOf(mean).some((place) => own.has(place))) ?? shown[0];
}

// Which publication told of it first makes no difference here.
const placeOf = (atom: string) => atom.split(" | ").slice(1).join(" | ");

/** The sums of the means that the last publication shows. That of no case is no mean. */
function meansShown({ publications }: SeenNumbers): Figure[] {
  const { shown = [] } = publications.at(-1) ?? {};
  return shown.filter((figure) => figure.nature !== "base" && numberOf(figure) > 0);
}

/** What was seen of the counts, with what the means of the last publication tell of them. */
function withValues(counts: SeenNumbers, sums: SeenNumbers, bandOf: BandOf): SeenNumbers {
  const last = counts.publications.at(-1);
  const means = meansShown(sums);
  if (!last || last.withheld.length === 0 || means.length === 0) return counts;
  const told: Publication = {
    shown: [...last.shown, ...means.map(ofValues)],
    withheld: last.withheld,
    notBelow0: betweenEnds(counts.history, sums.history, bandOf),
  };
  return { ...counts, publications: [...counts.publications.slice(0, -1), told] };
}

/**
 * A mean, of values and not of counts: the groups of a sample are never told apart. It is more than
 * everybody knows: beside it, bands of which all are withheld are not taken to be 0, any of them.
 */
function ofValues({ key, atoms }: Figure): Figure {
  const values: Record<string, number> = {};
  for (const [atom, number] of Object.entries(atoms)) {
    const name = valueName(atom);
    values[name] = (values[name] ?? 0) + number;
  }
  return { key: `values of ${key}`, atoms: values, nature: "other" };
}

function valueName(atom: string): string {
  const [publication = "", group = "", ...part] = atom.split(" | ");
  return ["values", publication, sampleOfGroup(group), ...part].join(" | ");
}

/** Sums that are 0 or more because the values of each band and sample lie between its ends. */
function betweenEnds(counts: History, sums: History, bandOf: BandOf): Figure[] {
  const [counted, added] = [layersOf(counts, bandOf), layersOf(sums, bandOf)];
  return [...added].flatMap(([place, values]) => {
    const cases = counted.get(place) ?? new Map();
    // Where a publication told of both at once, so do their layers; else of all of them together.
    const isAlike = [...values.keys()].join("\n") === [...cases.keys()].join("\n");
    const pairs = isAlike
      ? [...values].map(([name, one]) => [one, cases.get(name) ?? []] as const)
      : [[[...values.values()].flat(), [...cases.values()].flat()] as const];
    return pairs.flatMap(([own, of], index) => endsOf(`${place} ${index}`, own, of, bandOf));
  });
}

interface Atom {
  readonly name: string;
  readonly part: string;
  readonly number: number;
}

/** The atoms of each sample and band, by the publication that told of them. */
function layersOf(history: History, bandOf: BandOf): Map<string, Map<string, Atom[]>> {
  const places = new Map<string, Map<string, Atom[]>>();
  for (const [group, { names, numbers }] of history)
    for (const [index, name] of names.entries())
      for (const [part, number] of numbers[index] ?? []) {
        if (!bandOf(part)) continue;
        const place = JSON.stringify([sampleOfGroup(group), part]);
        const own = places.get(place) ?? new Map<string, Atom[]>();
        const atom = { name: `${name} | ${group} | ${part}`, part, number };
        places.set(place, own.set(name, [...(own.get(name) ?? []), atom]));
      }
  return places;
}

// The sums have one more for each case: see withNewSums.
function endsOf(
  key: string,
  values: readonly Atom[],
  cases: readonly Atom[],
  bandOf: BandOf,
): Figure[] {
  const band = bandOf(values[0]?.part ?? "");
  if (!band) return [];
  const { atoms: sums } = ofValues({
    ...{ key, nature: "base" },
    atoms: Object.fromEntries(values.map(({ name, number }) => [name, number])),
  });
  const counted = Object.fromEntries(cases.map(({ name, number }) => [name, number]));
  const end = (of: string, ofSum: number, ofCase: number): Figure => ({
    ...{ key: `${of} ${key}`, nature: "base", atoms: { ...sums, ...counted } },
    weights: {
      ...Object.fromEntries(Object.keys(sums).map((name) => [name, ofSum])),
      ...Object.fromEntries(Object.keys(counted).map((name) => [name, ofCase])),
    },
  });
  return [end("from", 1, -(band.from + 1)), end("to", -1, band.to + 1)];
}
