import type { CasesByCoders, ReportFacts } from "@/domain/agreement/report/facts";
import { sum } from "@/domain/agreement/sums";
import { viewOf } from "../../agreement/agreement";
import type { AgreementAsked, Choice } from "../../agreement/choice";
import { chosenFor, pairsAmong } from "../../agreement/chosen";
import { stagesFor } from "../../agreement/stages";
import type { Viewer } from "../../people/people";
import type { Db } from "../../store/engine";
import { studyKind } from "../../study/study";

/**
 * What the reliability report is made of, as the viewer sees it on the page of agreement: coders
 * apart for those who see them apart, by their letters unless names are asked for. Null where no case
 * fits, or a coder is asked for who is none now. For use inside db/.
 */
export async function reportFacts(
  db: Db,
  viewer: Viewer,
  asked: AgreementAsked,
  { made, release }: Pick<ReportFacts, "made" | "release">,
): Promise<ReportFacts | null> {
  const chosen = await chosenFor(db, viewer, asked);
  if (chosen.cases.length === 0 || chosen.unknownCoders.length > 0) return null;
  const view = viewOf(viewer, chosen, await pairsAmong(chosen, viewer));
  const stages = await stagesFor(db, chosen);
  const order = chosen.codebook.factors.map(({ key }) => key);
  const factors = view.factors
    .map((one) => ({
      ...one,
      given: one.scale.map((_, place) => sum(one.levels, ({ counts }) => counts[place] ?? 0)),
    }))
    .sort((one, other) => order.indexOf(one.factor) - order.indexOf(other.factor));
  const sets = chosen.submissions.length;
  const ratings = sum(factors, ({ given }) => sum(given, (count) => count));
  return {
    codebook: chosen.codebook,
    codebooks: chosen.codebooks.map(({ version }) => ({
      version,
      cases: chosen.cases.filter(({ codebookVersion }) => codebookVersion === version).length,
    })),
    ...{ made, release },
    invented: (await studyKind(db)) === "demonstration",
    samples: asked.samples,
    period: asked.period,
    secondLook: asked.secondLook,
    cases: view.cases,
    casesByCoders: casesByCoders(chosen),
    rated: ratedHere(chosen),
    importedCases: new Set(
      chosen.submissions.flatMap(({ imported, caseId }) => (imported ? caseId : [])),
    ).size,
    sets,
    ratings,
    missing: askedOf(chosen) - ratings,
    coders: view.coders,
    chosenOf: asked.coders.length > 0 ? (chosen.everyCoder?.length ?? null) : null,
    coderLabels: view.compared?.map(({ label }) => label) ?? null,
    factors,
    riskRating: view.riskRating,
    pairs: view.pairs,
    secondLooks: stages.secondLooks,
    stages: stages.factors,
    allStages: stages.all,
  };
}

/** The first and the last moment at which a case that was rated here had all its ratings. */
function ratedHere({ submissions, completed }: Choice): ReportFacts["rated"] {
  const moments = submissions
    .flatMap(({ imported, caseId }) => (imported ? [] : (completed.get(caseId) ?? [])))
    .sort();
  const [from] = moments;
  return from === undefined ? null : { from, to: moments.at(-1) ?? from };
}

/** How many ratings there would be if every set had one of each factor of its codebook. */
function askedOf({ codebooks, submissions }: Choice): number {
  const sizes = new Map(codebooks.map(({ version, factors }) => [version, factors.length]));
  return sum(submissions, ({ codebookVersion }) => sizes.get(codebookVersion) ?? 0);
}

/** How many cases have one set of ratings, how many two, and so on; the most first. */
function casesByCoders({ submissions }: Choice): CasesByCoders[] {
  const sets = new Map<string, number>();
  for (const { caseId } of submissions) sets.set(caseId, (sets.get(caseId) ?? 0) + 1);
  const cases = new Map<number, number>();
  for (const coders of sets.values()) cases.set(coders, (cases.get(coders) ?? 0) + 1);
  return [...cases]
    .map(([coders, of]) => ({ coders, cases: of }))
    .sort((one, other) => other.coders - one.coders);
}
