import { caveatsFor } from "../../caveats";
import { madeInWords } from "../../dataset/made";
import type { ReportFacts } from "./facts";
import { guidelineItems } from "./guideline";
import { disagreement, results } from "./result-sentences";
import { chosenInWords, independence, missingInWords, statistics, whatWasRated } from "./sentences";
import { factorTable, levelsTable, pairTable, riskRatingTable, stagesTable } from "./tables";

/** A table of the report; its first row is the header. */
export interface ReportTable {
  readonly kind: "table";
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}

/** What stands in the reliability report, from top to bottom. */
export type ReportPart =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "point"; readonly title: string; readonly text: string }
  | { readonly kind: "list"; readonly texts: readonly string[] }
  | ReportTable;

export const reportTitle = "Reliability report";

/**
 * The reliability report: sentences for a methods section, what the guidelines for reporting
 * reliability ask for, and the figures. What the study cannot know is marked as the team's to write.
 */
export function reliabilityReport(facts: ReportFacts): ReportPart[] {
  return [
    paragraph(`Agreement between coders before they talked, ${madeInWords(facts.made)}.`),
    paragraph(chosenInWords(facts)),
    ...(facts.invented ? [paragraph("Every case is invented.")] : []),
    paragraph(
      "For the team. Figures of few cases can tell what a case was rated: look at them before they are published.",
    ),
    heading("Sentences for a methods section"),
    ...[
      `${whatWasRated(facts)} ${independence(facts)}`,
      `${missingInWords(facts)} ${statistics(facts)}`,
      results(facts),
      disagreement(facts),
    ].map(paragraph),
    heading("Results"),
    factorTable(facts),
    levelsTable(facts),
    riskRatingTable(facts),
    ...(facts.pairs ? [pairTable(facts, facts.pairs)] : []),
    stagesTable(facts),
    heading("What the guidelines ask for"),
    paragraph(
      "The 15 points of the Guidelines for Reporting Reliability and Agreement Studies (Kottner et al. 2011, Journal of Clinical Epidemiology 64, 96-106), in our words.",
    ),
    ...guidelineItems(facts).map(
      ({ asks, answer }, index): ReportPart => ({
        kind: "point",
        title: `${index + 1}. ${asks}`,
        text: answer,
      }),
    ),
    heading("What to keep in mind"),
    { kind: "list", texts: caveatsFor("agreement") },
  ];
}

function heading(text: string): ReportPart {
  return { kind: "heading", text };
}

function paragraph(text: string): ReportPart {
  return { kind: "paragraph", text };
}
