import { type Codebook, findFactor, findLevel, levelWithScore } from "../../codebook/codebook";
import { type Beside, readBeside } from "./beside-levels";
import type { MatchedRow } from "./matched-row";

/** One level, or all levels, that a coder gave a case. */
export interface RatingRow {
  readonly reference: string;
  readonly coder: string;
  readonly levels: Readonly<Record<string, string>>;
  /** What the row says beside its one level. */
  readonly beside?: Beside;
  readonly row: MatchedRow;
}

const longestName = 60;

function readCoder(row: MatchedRow): string {
  const coder = row.text("coder");
  if (coder === "" || coder.length > longestName)
    row.refuse("coder", `the name or letter of a coder, at most ${longestName} characters`);
  return coder;
}

/**
 * All levels of a row, or null when all its scores are blank. Anything between is a fault, but that a
 * factor has no column: that is one of the sheet (`factorsNotHeld`).
 */
export function readLevels(row: MatchedRow, codebook: Codebook): Record<string, string> | null {
  const { factors } = codebook;
  if (!factors.some(({ key }) => row.filled(key))) return null;
  const levels: Record<string, string> = {};
  const blank: string[] = [];
  for (const factor of factors.filter(({ key }) => row.has(key))) {
    const faults = row.faults();
    const score = row.code(factor.key);
    const level = score === null ? undefined : levelWithScore(factor, Number(score));
    if (level) levels[factor.key] = level.key;
    else if (row.faults() === faults) blank.push(factor.key);
  }
  if (blank.length > 0)
    row.refuse(
      blank,
      `a score${blank.length > 1 ? " in each" : ""}, because other factors of the case have one`,
    );
  return levels;
}

/** The factors that have no column in a sheet with a column for each, by their labels. */
export function factorsNotHeld(
  held: ReadonlySet<string | null>,
  { factors }: Codebook,
): readonly string[] {
  return factors.filter(({ key }) => !held.has(key)).map(({ label }) => label);
}

/** What a row with a column for each factor says. */
export function readRatings(row: MatchedRow, reference: string, codebook: Codebook): RatingRow {
  return { reference, coder: readCoder(row), levels: readLevels(row, codebook) ?? {}, row };
}

/** What a row for one factor says: its level, by the level or by the score. */
export function readRating(row: MatchedRow, reference: string, codebook: Codebook): RatingRow {
  const coder = readCoder(row);
  const faults = row.faults();
  const factor = findFactor(codebook, row.code("factor") ?? "");
  if (!factor && row.faults() === faults) row.refuse("factor", "a risk factor");
  const level = factor && levelIn(row, factor);
  if (factor && !level && row.faults() === faults)
    row.refuse(row.has("score") ? "score" : "level", `a level of ${factor.label}`);
  if (!factor || !level) return { reference, coder, levels: {}, row };
  return {
    reference,
    coder,
    levels: { [factor.key]: level },
    beside: readBeside(row, factor, codebook),
    row,
  };
}

function levelIn(row: MatchedRow, factor: Codebook["factors"][number]): string | null {
  const faults = row.faults();
  const byName = row.code("level");
  const score = row.number("score");
  if (row.faults() > faults) return null;
  const named = byName === null ? undefined : findLevel(factor, byName);
  const scored = score === null ? undefined : levelWithScore(factor, score);
  if (byName !== null && score !== null && named !== scored)
    return row.refuse("score", `the score of the level that stands beside it`);
  return (named ?? scored)?.key ?? null;
}
