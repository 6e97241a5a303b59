import { firstCodebook, readCodebook } from "@/domain/codebook/codebook";
import type { CaseDraft } from "@/domain/import/draft";

const { factors } = readCodebook(firstCodebook);
const caseTypes = ["public_s31", "public_other", "private_wtfh", "private_wtfh_wafh"];
const incidents = ["neglect_fatal", "neglect_non_fatal", "suicide"];
const themes = ["recording", "challenge"];
const casesPerPiece = 1000;

/**
 * Invented cases of five samples, with what two coders gave each, some at a time. Each factor has
 * every level, and the last factor is above 0 in few cases, so that there are rare figures too.
 */
export function* manyDrafts(count: number): Generator<CaseDraft[]> {
  for (let first = 0; first < count; first += casesPerPiece)
    yield Array.from({ length: Math.min(casesPerPiece, count - first) }, (_, index) =>
      draftOf(first + index),
    );
}

function draftOf(row: number): CaseDraft {
  const levels = levelsOf(row, 0);
  return {
    place: { sheet: "Cases", line: row + 2 },
    reference: `X-${row}`,
    facts: {
      sample: String(2012 + (row % 5)),
      caseType: caseTypes[row % caseTypes.length] ?? "",
      incidentType: incidents[row % incidents.length] ?? "",
      methodology: "traditional",
      involvement: "at_time",
      motherAgeBand: "under_21",
      periods: [{ startDate: "2012-01-01", endDate: "2012-05-01", subject: null }],
      children: [{ ageYears: row % 17, sex: "female", outcome: "died" }],
      practice: [{ kind: "strength", theme: themes[row % themes.length] ?? "", description: "" }],
    },
    levels,
    commitment: null,
    origin: null,
    ratings: [
      { coder: "A", levels },
      { coder: "B", levels: levelsOf(row, 1) },
    ],
    stated: {},
  };
}

function levelsOf(row: number, coder: number): Record<string, string> {
  return Object.fromEntries(
    factors.map(({ key, levels }, index) => {
      const isRare = index === factors.length - 1 && row % 5000 > 0;
      const lowest = levels.find(({ score }) => score === 0) ?? levels[0];
      const level = isRare
        ? lowest
        : levels[(row * 7 + index * 3 + coder * (row % 3)) % levels.length];
      return [key, level?.key ?? ""];
    }),
  );
}
