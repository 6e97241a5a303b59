import { z } from "zod";
import firstCodebookFile from "./first-codebook.json" with { type: "json" };

/** One level of a factor's scale: "High" scores 3; the key is what is stored and sent. */
export interface Level {
  readonly key: string;
  readonly label: string;
  readonly score: number;
  /** What a case looks like at this level; "" when the codebook gives no anchor. */
  readonly anchor: string;
}

/** One of the 13 risk factors, with its levels from the highest score to the lowest. */
export interface Factor {
  readonly key: string;
  readonly number: number;
  readonly label: string;
  readonly evidence: string;
  readonly definition: string;
  readonly useWhen: string;
  readonly doNotUseWhen: string;
  readonly levels: readonly Level[];
  /** True for the factor that needs a theme and a description above "Not indicated". */
  readonly takesThemes: boolean;
}

/** What the coders rate by. A rating keeps the version it was made under. */
export interface Codebook {
  readonly version: string;
  readonly source: string;
  readonly criteria: {
    readonly recency: string;
    readonly frequency: string;
    readonly severity: string;
  };
  readonly referencePoint: string;
  readonly otherThemes: readonly { readonly key: string; readonly label: string }[];
  readonly factors: readonly Factor[];
}

const key = z.string().regex(/^[a-z][a-z0-9_]*$/);
const label = z.string().min(1);
const keyed = z.strictObject({ key, label });

const codebookFile = z
  .strictObject({
    version: z.string().min(1),
    source: z.string(),
    criteria: z.strictObject({ recency: label, frequency: label, severity: label }),
    reference_point: label,
    scales: z.record(key, z.array(keyed.extend({ score: z.int().min(0).max(3) })).min(2)),
    other_themes: z.array(keyed).min(1),
    factors: z
      .array(
        keyed.extend({
          evidence: z.string(),
          scale: key,
          definition: label,
          use_when: z.string(),
          do_not_use_when: z.string(),
          anchors: z.record(key, z.string()),
        }),
      )
      .length(13),
  })
  .check((file) => {
    const { scales, factors, other_themes } = file.value;
    const refuse = (message: string) =>
      file.issues.push({ code: "custom", message, input: file.value });
    for (const [name, levels] of Object.entries(scales)) {
      if (repeats(levels.map((level) => level.key)) || repeats(levels.map((level) => level.score)))
        refuse(`The scale ${name} names a level or a score twice.`);
      if (!levels.some((level) => level.score === 0)) refuse(`The scale ${name} has no level 0.`);
    }
    if (repeats(factors.map((factor) => factor.key))) refuse("A factor stands twice.");
    if (repeats(other_themes.map((theme) => theme.key))) refuse("A theme stands twice.");
    for (const factor of factors)
      if (!Object.hasOwn(scales, factor.scale)) refuse(`${factor.label} names an unknown scale.`);
  });

function repeats(values: readonly unknown[]): boolean {
  return new Set(values).size < values.length;
}

/**
 * Reads a codebook file into the shape that the rest of the program uses: each factor carries its
 * own levels, so that no one else needs to know which scale it has.
 * Throws a ZodError when the file is not a codebook.
 */
export function readCodebook(file: unknown): Codebook {
  const book = codebookFile.parse(file);
  return {
    version: book.version,
    source: book.source,
    criteria: book.criteria,
    referencePoint: book.reference_point,
    otherThemes: book.other_themes,
    factors: book.factors.map((factor, index) => ({
      key: factor.key,
      number: index + 1,
      label: factor.label,
      evidence: factor.evidence,
      definition: factor.definition,
      useWhen: factor.use_when,
      doNotUseWhen: factor.do_not_use_when,
      takesThemes: factor.key === "other",
      levels: [...(book.scales[factor.scale] ?? [])]
        .sort((a, b) => b.score - a.score)
        .map((level) => ({ ...level, anchor: factor.anchors[level.key] ?? "" })),
    })),
  };
}

/** The codebook that a new study starts with: a first draft, to be replaced by the team's own. */
export const firstCodebook: unknown = firstCodebookFile;

/** The factor with this key, or undefined when the codebook has none. */
export function findFactor(codebook: Codebook, factorKey: string): Factor | undefined {
  return codebook.factors.find((factor) => factor.key === factorKey);
}

/** The level of a factor with this key, or undefined when its scale has none. */
export function findLevel(factor: Factor, levelKey: string): Level | undefined {
  return factor.levels.find((level) => level.key === levelKey);
}

/** The level of a factor with this score, or undefined: the child protection plan has no 1. */
export function levelWithScore(factor: Factor, score: number): Level | undefined {
  return factor.levels.find((level) => level.score === score);
}

/**
 * The level of a factor with this key, for ratings that have been checked. Throws when the factor
 * has no such level.
 */
export function levelOf(factor: Factor, levelKey: string): Level {
  const level = findLevel(factor, levelKey);
  if (!level) throw new Error(`${factor.key} has no level ${levelKey}`);
  return level;
}
