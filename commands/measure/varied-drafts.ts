import { keysOf, motherAgeBands } from "@/domain/cases";
import { firstCodeLists } from "@/domain/code-lists/code-lists";
import { firstCodebook, readCodebook } from "@/domain/codebook/codebook";
import type { CaseDraft } from "@/domain/import/draft";
import { randomFrom, seedOf } from "@/domain/random";

const { factors } = readCodebook(firstCodebook);
const { case_type, incident_type, methodology, involvement } = firstCodeLists;

/**
 * Invented cases of one sample with agreed ratings, all different, as its name decides: the first
 * values of each list more often than the last, so that there are small and large figures.
 */
export function variedDrafts(sample: string, cases: number): CaseDraft[] {
  const next = randomFrom(seedOf([sample]));
  const pick = <T>(of: readonly T[]): T => of[Math.floor(next() ** 2 * of.length)] as T;
  const valueIn = ({ values }: { values: readonly { readonly key: string }[] }) => pick(values).key;
  return Array.from({ length: cases }, (_, index) => ({
    place: { sheet: "Cases", line: index + 2 },
    reference: `${sample}-${index + 1}`,
    facts: {
      ...{ sample, caseType: valueIn(case_type), incidentType: valueIn(incident_type) },
      ...{ methodology: valueIn(methodology), involvement: valueIn(involvement) },
      motherAgeBand: pick(keysOf(motherAgeBands)),
      periods: [
        { startDate: "2012-01-01", endDate: `201${pick([2, 3, 4, 6])}-05-01`, subject: null },
      ],
      children: [{ ageYears: Math.floor(next() * 18), sex: "female", outcome: "died" }],
    },
    levels: Object.fromEntries(
      factors.map(({ key, levels }) => [key, pick([...levels].reverse()).key]),
    ),
    ...{ commitment: null, origin: null, ratings: [], stated: {} },
  }));
}
