import { randomFrom } from "../random";
import { addUp, coincidencesOfEach, quantile, type Resampling } from "./alpha-interval";
import { alphaOf } from "./krippendorffs-alpha";
import { blank } from "./patterns";
import type { RatedFactor } from "./rated-cases";
import type { Interval } from "./result";
import { at, Square, sum, upTo } from "./sums";
import type { Tally } from "./tallies";

/**
 * The percentile bootstrap interval of the mean of the factors' alphas (ordinal): cases are drawn with
 * replacement, as many as there are, and a case is drawn with all its factors, because what makes a
 * case hard to rate makes it so on several of them. In a resample, factors without variation are
 * left out of the mean; resamples that leave none are dropped. Null with fewer than two cases that
 * two coders rated on some factor, and when no resample is left. `pause` is waited for now and then, so that others are not kept waiting.
 *
 * Formula: the 2.5% and 97.5% quantiles of mean_f alpha_f over the resamples.
 *
 * Worked example: cases of full agreement with variation give 1 in every resample: 1 to 1.
 */
export async function meanAlphaInterval(
  factors: readonly RatedFactor[],
  { resamples, seed }: Resampling,
  pause: () => Promise<void>,
): Promise<Interval | null> {
  const cases = factors[0]?.agreed.length ?? 0;
  const all = factors.map((factor) => talliesByCase(factor, cases));
  const comparable = upTo(cases).filter((row) => all.some((one) => canBeCompared(one, row)));
  if (comparable.length < 2) return null;
  const random = randomFrom(seed);
  const rows = new Uint32Array(cases);
  const means: number[] = [];
  for (let resample = 0; resample < resamples; resample++) {
    for (let draw = 0; draw < cases; draw++) rows[draw] = Math.floor(random() * cases);
    const alphas = all.flatMap((one) => alphaOfDrawn(one, rows) ?? []);
    if (alphas.length > 0) means.push(sum(alphas, (alpha) => alpha) / alphas.length);
    if (resample % betweenPauses === 0) await pause();
  }
  const sorted = Float64Array.from(means).sort();
  return sorted.length === 0
    ? null
    : { low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) };
}

const betweenPauses = 25;

/** What each case of a factor adds to the coincidences, by its tally. */
interface TalliedFactor {
  readonly scale: RatedFactor["scale"];
  /** The place of each case's tally; that after the last for cases that cannot be compared. */
  readonly tallyOf: Uint32Array;
  readonly each: Float64Array;
  /** How often each tally was drawn, and those that cannot be compared. */
  readonly drawn: Uint32Array;
  readonly coincidences: Square;
}

function talliesByCase({ scale, given }: RatedFactor, cases: number): TalliedFactor {
  const places = new Map<string, number>();
  const tallies: Tally[] = [];
  const found = upTo(cases).map((row) => {
    const counts = scale.map((_, level) => given.filter((column) => column[row] === level).length);
    const ratings = sum(counts, (count) => count);
    if (ratings < 2) return blank;
    const key = counts.join();
    const place = places.get(key) ?? tallies.push({ counts, ratings, cases: 1 }) - 1;
    places.set(key, place);
    return place;
  });
  return {
    scale,
    tallyOf: Uint32Array.from(found, (place) => (place === blank ? tallies.length : place)),
    each: coincidencesOfEach(tallies, scale.length),
    drawn: new Uint32Array(tallies.length + 1),
    coincidences: new Square(scale.length),
  };
}

function canBeCompared({ tallyOf, drawn }: TalliedFactor, row: number): boolean {
  return at(tallyOf, row) < drawn.length - 1;
}

function alphaOfDrawn(factor: TalliedFactor, rows: Uint32Array): number | null {
  const { scale, tallyOf, each, drawn, coincidences } = factor;
  drawn.fill(0);
  for (let draw = 0; draw < rows.length; draw++)
    (drawn[tallyOf[rows[draw] as number] as number] as number)++;
  addUp(drawn.subarray(0, -1), each, coincidences.numbers);
  return alphaOf(coincidences, scale, "ordinal").value;
}
