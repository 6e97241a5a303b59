import { casesInWords } from "../../cases";
import { formatDate } from "../../dates";
import { fewCases } from "../warnings";
import type { ReportFacts } from "./facts";
import { disagreement, results } from "./result-sentences";
import {
  chosenInWords,
  codebooksInWords,
  independence,
  missingInWords,
  statistics,
  whatWasRated,
} from "./sentences";

/** A point that the guidelines ask for, and what the study has to say of it. */
export interface GuidelineItem {
  readonly asks: string;
  readonly answer: string;
}

/**
 * The 15 points of GRRAS in our own words, filled in with what the study knows. What it cannot know,
 * such as how coders were trained, begins with "For the team to write".
 */
export function guidelineItems(facts: ReportFacts): GuidelineItem[] {
  return [...introduction(facts), ...methods(facts), ...outcome(facts)];
}

const own = "For the team to write:";

function introduction(facts: ReportFacts): GuidelineItem[] {
  const { codebook, codebooks } = facts;
  const factors = codebook.factors.map(({ label }) => label).join(", ");
  return [
    {
      asks: "Title and abstract say that agreement between coders was studied",
      answer: `${own} for instance “Agreement between coders on ${codebook.factors.length} risk factors in serious case reviews”.`,
    },
    {
      asks: "The instrument is named and described",
      answer: `${codebooks.length > 1 ? `A codebook in versions (${codebooksInWords(facts)}), together` : `Codebook ${codebook.version}`} of ${codebook.factors.length} risk factors: ${factors}. A level rests on how recent, how frequent and how severe a concern was, as the submission shows it.`,
    },
    {
      asks: "Who or what is rated",
      answer: `Serious case reviews to which the organisation made a submission; a case is the unit. ${own} which cases these stand for.`,
    },
    {
      asks: "Who rates",
      answer: `${own} which coders those who rated stand for, with their profession.`,
    },
    {
      asks: "What was known before, and why agreement was studied",
      answer: `${own} earlier findings, and the reason.`,
    },
  ];
}

function methods(facts: ReportFacts): GuidelineItem[] {
  return [
    {
      asks: "How the numbers of cases, coders and repeated ratings were chosen",
      answer: `At least two coders rate a case; nobody’s first ratings are repeated. ${own} how the number of cases was chosen.`,
    },
    {
      asks: "How cases and coders were sampled",
      answer: `${chosenInWords(facts)} ${own} how cases came into the samples, and coders to cases.`,
    },
    {
      asks: "How rating went: when, with what information, blind to what",
      answer: ratingProcess(facts),
    },
    { asks: "Whether ratings were independent", answer: independence(facts) },
    { asks: "Which statistics were used", answer: `${statistics(facts)} ${missingInWords(facts)}` },
  ];
}

function ratingProcess({ cases, importedCases, rated }: ReportFacts): string {
  const here = `${whenInWords(rated)}Coders rated from the submission, with the guidance of the codebook beside them. Of the ratings of others on a case they learnt nothing until all had submitted.`;
  const fromFiles = `${own} how the imported ratings were made.`;
  if (importedCases === 0) return here;
  return importedCases === cases ? fromFiles : `${here} ${fromFiles}`;
}

function whenInWords(rated: ReportFacts["rated"]): string {
  if (!rated) return "";
  const [from, to] = [formatDate(rated.from), formatDate(rated.to)];
  return from === to
    ? `Ratings were complete on ${from}. `
    : `The ratings of the first case were complete on ${from}, those of the last on ${to}. `;
}

function outcome(facts: ReportFacts): GuidelineItem[] {
  const few = facts.cases < fewCases;
  return [
    {
      asks: "How many coders and cases there were in the end, and repeated ratings",
      answer: `${whatWasRated(facts)} ${missingInWords(facts)} No coder’s first ratings of a case were repeated.`,
    },
    {
      asks: "What coders and cases were like",
      answer: `How often each level was given stands in the results. ${own} training and experience of the coders, practice cases included, and what sort of cases they were.`,
    },
    {
      asks: "The estimates with their uncertainty",
      answer: `${results(facts)} Every factor stands in the results, with its interval.`,
    },
    {
      asks: "What the results mean in practice",
      answer: `${disagreement(facts)}${few ? ` With ${casesInWords(facts.cases)} intervals are wide, and their ends uncertain themselves.` : ""} ${own} whether the figures are good enough for the use that is made of the ratings. The lower end of an interval is what to go by; it speaks of other cases, and not of other coders.`,
    },
    {
      asks: "Detailed results for those who want them",
      answer: `The tables of this report; the team has each factor’s levels by levels in Concord. ${own} where readers find them.`,
    },
  ];
}
