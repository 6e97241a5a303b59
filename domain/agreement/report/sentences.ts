import { casesInWords } from "../../cases";
import { type Codebook, type Factor, findFactor } from "../../codebook/codebook";
import { listed } from "../../dataset/choice";
import { dayInWords } from "../../dates";
import { releaseInWords } from "../../releases/release";
import { resampling } from "../team-agreement";
import type { ReportFacts } from "./facts";

/** The name of a factor. */
export function labelOf(codebook: Codebook, factor: string): string {
  return findFactor(codebook, factor)?.label ?? factor;
}

/** Which cases the report is of, such as "Samples: 2015. Rated from 1 March 2016." */
export function chosenInWords({
  release,
  samples,
  period,
  secondLook,
  coders,
  chosenOf,
}: ReportFacts): string {
  return [
    ...(release === null ? [] : [`${releaseInWords(release)}, SHA-256 ${release.sha256}.`]),
    samples.length === 0 ? "All samples." : `Samples: ${samples.join(", ")}.`,
    ...(period.from === null ? [] : [`Rated from ${dayInWords(period.from)}.`]),
    ...(period.to === null ? [] : [`Rated to ${dayInWords(period.to)}.`]),
    ...(secondLook === null ? [] : [`Only cases ${secondLook} a second look.`]),
    ...(chosenOf === null
      ? []
      : [`Only what ${coders} of ${chosenOf} coders gave, who were chosen for this report.`]),
  ].join(" ");
}

/** What was rated and by how many coders. */
export function whatWasRated(facts: ReportFacts): string {
  const { codebook, codebooks, cases, coders, casesByCoders } = facts;
  const by = casesByCoders.map((one) => `${one.cases} by ${numeral(one.coders)}`);
  const versions =
    codebooks.length > 1
      ? [
          `The codebook changed: ${codebooksInWords(facts)}. A case was rated on the factors of its version alone.`,
        ]
      : [];
  return [
    `${casesInWords(cases)} ${wasOrWere(cases)} rated by ${coders} ${coders === 1 ? "coder" : "coders"} (${listed(by)}) on ${codebook.factors.length} risk factors.`,
    ...versions,
    scalesInWords(codebook),
  ].join(" ");
}

/** By which versions of the codebook, such as "12 cases by version 0.2 and 11 by 0.1". */
export function codebooksInWords({ codebooks }: ReportFacts): string {
  const each = codebooks.map(({ version, cases }, index) =>
    index === 0 ? `${casesInWords(cases)} by version ${version}` : `${cases} by ${version}`,
  );
  return listed(each);
}

function scalesInWords({ factors }: Codebook): string {
  const scaleOf = ({ levels }: Factor) =>
    levels.map(({ label, score }) => `${score} (${label})`).join(", ");
  const byScale = new Map<string, Factor[]>();
  for (const factor of factors)
    byScale.set(scaleOf(factor), [...(byScale.get(scaleOf(factor)) ?? []), factor]);
  const parts = [...byScale].map(([scale, own]) =>
    own.length > 1
      ? `${own.length} factors were scored ${scale}`
      : `“${own[0]?.label}” was scored ${scale}`,
  );
  return `${parts.join("; ")}.`;
}

/** How far ratings were independent. */
export function independence({ cases, importedCases }: ReportFacts): string {
  const here =
    importedCases < cases
      ? [
          "Each coder rated alone; nobody, the lead of the study included, could read another’s ratings of a case before every coder of it had submitted.",
          "First ratings alone are analysed: what was submitted before any second look or discussion. Ratings by coders who joined after a case had opened are left out.",
        ]
      : [];
  const fromFiles =
    importedCases > 0
      ? [
          `The ratings of ${casesInWords(importedCases)} were imported; that they were made independently is what the imported files say.`,
        ]
      : [];
  return [...here, ...fromFiles].join(" ");
}

/** How many ratings there are and how many are missing. */
export function missingInWords({ sets, ratings, missing }: ReportFacts): string {
  const held = `The ${sets === 1 ? "one set of ratings holds" : `${sets} sets of ratings hold`} ${ratings} ratings`;
  if (missing === 0) return `${held}; none is missing.`;
  return `${held}; ${missing} ${missing === 1 ? "is" : "are"} missing and ${wasOrWere(missing)} neither filled in nor taken for 0. A factor of a case with a single rating is in no agreement of that factor; it counts among the levels given, and in the chance agreement of AC2.`;
}

/** Which coefficients, with which intervals. */
export function statistics({ pairs }: ReportFacts): string {
  const resamples = resampling.resamples.toLocaleString("en-GB");
  return [
    `Agreement on each factor was measured by Krippendorff’s alpha with ordinal differences. Its 95% intervals are percentile bootstraps over cases (${resamples} resamples, seed ${resampling.seed}).`,
    "Beside it stand percent agreement (of two ratings of a case, how likely they are to be the same, as a mean over cases), agreement within one score and on presence (a score above 0, or 0), and Gwet’s AC2 with quadratic weights and intervals by his standard error (2014).",
    "Intervals say how much a figure would differ with other cases. They take the coders as they are and say nothing of others; alpha and AC2 do not tell one coder of a case from another.",
    "The risk rating, the sum of a case’s scores on all factors, was compared by ICC(2,1) and ICC(2,k): two-way random effects, absolute agreement, intervals of McGraw and Wong (1996), cases that all the coders compared had rated on every factor.",
    ...(pairs
      ? [
          "Pairs of coders were compared by Cohen’s kappa with quadratic weights, with intervals by the standard error of Fleiss, Cohen and Everitt (1969).",
        ]
      : []),
    "Figures were computed by Concord.",
  ].join(" ");
}

/** A small number as a word. Example: 3 → "three". */
export function numeral(n: number): string {
  return ["none", "one", "two", "three", "four", "five"][n] ?? String(n);
}

function wasOrWere(n: number): string {
  return n === 1 ? "was" : "were";
}
