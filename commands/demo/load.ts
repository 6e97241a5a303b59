import { readFileSync } from "node:fs";
import { join } from "node:path";
import { registerCase } from "@/db/cases/cases";
import { commitCase } from "@/db/dataset/commitments";
import { reopenCase } from "@/db/dataset/reopening";
import { importCases } from "@/db/imports/cases";
import { commandLineViewer, type Viewer } from "@/db/people/people";
import { getPracticeCodebook } from "@/db/practice-cases/cases";
import { savePracticeDraft } from "@/db/practice-cases/drafts";
import { makePracticeCase } from "@/db/practice-cases/make";
import { submitPracticeRatings } from "@/db/practice-cases/submissions";
import { getDraft, saveDraft } from "@/db/ratings/drafts";
import { submitRatings } from "@/db/ratings/ratings";
import { acceptAllTheSame, agreeLevel } from "@/db/reconciliation/decisions";
import { makePrecedent } from "@/db/reconciliation/disagreements";
import { getReconciliation } from "@/db/reconciliation/reconciliations";
import type { Codebook } from "@/domain/codebook/codebook";
import { type Ratings, unrated } from "@/domain/ratings/ratings";
import { seenOf } from "@/domain/reconciliation/commitment";
import { valueOr } from "../words";
import { type InventedCase, type InventedRatings, invented2016 } from "./cases-2016";
import { addDemonstrationPeople, type DemonstrationCoders } from "./people";
import { inventedPractice, nothingShows } from "./practice";

/** Fills a new demonstration: the reference cases, four accounts, and eight cases of 2016, one to practise. */
export async function loadDemonstration(): Promise<void> {
  const coders = await addDemonstrationPeople();
  await importReference();
  for (const invented of invented2016) await loadCase(coders, invented);
  await reconcilePart(coders.lead, "2016-07");
  await commitAndReopen(coders.lead, "2016-08");
  await loadPractice(coders);
}

/** Imports the 86 invented reference cases, with the independent ratings of 2015. */
export async function importReference(): Promise<void> {
  const file = (name: string) => ({
    name,
    bytes: readFileSync(join(process.cwd(), "commands", "demo", "reference", name)),
  });
  const outcome = await importCases(commandLineViewer(), {
    cases: file("cases.csv"),
    children: file("children.csv"),
    periods: file("involvement_periods.csv"),
    ratings: file("independent_ratings_2015.csv"),
  });
  valueOr(outcome, "The reference cases could not be imported.");
}

async function loadCase(people: DemonstrationCoders, invented: InventedCase): Promise<void> {
  const { reference, caseType, incidentType, coders } = invented;
  const registration = { reference, sample: "2016", caseType, incidentType };
  const ids = coders.map((who) => people[who].id);
  must(await registerCase(people.lead, registration, ids));
  for (const who of coders) {
    const given = invented[who];
    if (!given) continue;
    const draft = await getDraft(people[who], reference);
    if (!draft) throw new Error(`${who} has nothing to rate in ${reference}`);
    const ratings = ratingsOf(draft.codebook, given);
    const saved = must(await saveDraft(people[who], reference, draft.revision, ratings));
    if (invented.submitted.includes(who))
      must(await submitRatings(people[who], reference, saved.revision));
  }
}

/** One practice case, which one of the coders has done and the other has not. */
async function loadPractice({ lead, third }: DemonstrationCoders): Promise<void> {
  const codebook = await getPracticeCodebook(lead);
  if (!codebook) throw new Error("The lead makes no practice cases");
  const { text, scores, reasons, given } = inventedPractice;
  const reference = ratingsOf(codebook, { scores });
  const references = codebook.factors.map(({ key }) => [
    key,
    { level: reference[key]?.level ?? "", reason: reasons[key] ?? nothingShows },
  ]);
  const content = { text, references: Object.fromEntries(references) };
  const { number } = must(await makePracticeCase(lead, content));
  const start = { revision: 0, textRevision: 1 };
  const ratings = ratingsOf(codebook, given);
  const { revision } = must(await savePracticeDraft(third, number, start, ratings));
  must(await submitPracticeRatings(third, number, revision));
}

function ratingsOf(codebook: Codebook, given: InventedRatings): Ratings {
  return Object.fromEntries(
    codebook.factors.map((factor, index) => {
      const level = factor.levels.find((one) => String(one.score) === given.scores[index]);
      const described = factor.takesThemes && level !== undefined && level.score > 0;
      const rating = {
        ...unrated,
        level: level?.key ?? null,
        note: given.notes?.[factor.key] ?? "",
        quotes: given.quotes?.[factor.key] ?? [],
        unsure: given.unsure?.includes(factor.key) ?? false,
        themes: described ? ["child_health_or_disability"] : [],
        description: described ? "Invented: a long illness of the child" : "",
      };
      return [factor.key, rating];
    }),
  );
}

async function reconcilePart(lead: Viewer, reference: string): Promise<void> {
  must(await acceptAllTheSame(lead, reference));
  must(
    await agreeLevel(lead, reference, {
      factor: "emotional_abuse",
      level: "medium",
      way: "after_discussion",
      reason: "",
      seenRevision: 0,
    }),
  );
}

async function commitAndReopen(lead: Viewer, reference: string): Promise<void> {
  must(await acceptAllTheSame(lead, reference));
  must(
    await agreeLevel(lead, reference, {
      factor: "threats_or_abduction",
      level: "high",
      way: "third_coder",
      reason: "The words on page 8 name the child",
      tags: ["evidence_missed"],
      seenRevision: 0,
    }),
  );
  const current = await getReconciliation(lead, reference);
  must(await commitCase(lead, reference, current ? seenOf(current) : ""));
  const summary = "Words to a third person that name the child are a threat to the child";
  must(await makePrecedent(lead, reference, { factor: "threats_or_abduction", summary }));
  must(await reopenCase(lead, reference, "A further chronology came in after the commitment"));
}

function must<T>(outcome: Parameters<typeof valueOr<T>>[0]): T {
  return valueOr(outcome, "The demonstration could not be loaded.");
}
