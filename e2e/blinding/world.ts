import { mock } from "node:test";
import { assignCoders } from "@/db/assignments/assignments";
import { changeRecord } from "@/db/cases/case-records";
import { reopenCase } from "@/db/dataset/reopening";
import {
  agreeEverything,
  caseFor,
  commit,
  must,
  person,
  ratingsFrom,
  release,
  textFile,
} from "@/db/fixtures";
import { commandLineViewer, type Viewer } from "@/db/people/people";
import { practiceCaseFor } from "@/db/practice-cases/practice.fixtures";
import { getDraft, saveDraft } from "@/db/ratings/drafts";
import { holdOpening } from "@/db/ratings/opening";
import { submitRatings } from "@/db/ratings/ratings";
import { acceptAllTheSame } from "@/db/reconciliation/decisions";
import { makePrecedent } from "@/db/reconciliation/disagreements";
import { recordDissent } from "@/db/reconciliation/dissenting";
import { getReconciliation } from "@/db/reconciliation/reconciliations";
import { draftAgain, readAgain } from "@/db/second-look/second-look.fixtures";
import { beginSecondLook } from "@/db/second-look/second-looks";
import { uploadFor } from "@/db/uploads/uploads.fixtures";
import { firstCodebook, readCodebook } from "@/domain/codebook/codebook";
import type { Quote } from "@/domain/ratings/quotes";
import type { Rating, Ratings } from "@/domain/ratings/ratings";
import { importCasesWith } from "./imported";

/*
 * A study in which Bob has rated and others have not. Whoever is not Bob may learn nothing of what
 * he gave to the blind cases; the other cases are the same whatever he gave to those.
 */

const factorKeys = readCodebook(firstCodebook).factors.map(({ key }) => key);

/** Lena leads and codes, Lea only leads; Olga codes none of the cases; Adi is admin, no more. */
export const names = ["Lena", "Lea", "Ann", "Bob", "Cy", "Una", "Olga", "Dora", "Adi"] as const;
export type Name = (typeof names)[number];
export type People = Readonly<Record<Name, Viewer>>;

/** Cases that say nothing of what Bob gave, by what they wait for. */
export const blindCases = {
  "Lena, Ann and Una": "2016-01",
  "Cy, who joined after some levels were agreed": "2016-05",
  "Cy and Una, who joined after it was reopened": "2016-06",
  "Lena alone": "2016-07",
  "Bob, who drafts": "2016-08",
  "Ann and Una, who are to read it again": "2016-09",
} as const;

/** Open, agreed, committed, without coders, and one that is not there. */
export const otherCases = ["2016-02", "2016-03", "2016-04", "2016-10", "2016-99"];
export const references = [...Object.values(blindCases), ...otherCases];

/** What Bob gives: scores in codebook order, words beside them, and how often he saves. */
export interface Given {
  readonly scores: string;
  readonly note: string;
  readonly quotes: readonly Quote[];
  readonly saves: number;
  /** When he saves his drafts. */
  readonly drafting: string;
}
export const bobs: Given = {
  scores: "3333333333330",
  note: "The health visitor wrote of a quince tree",
  quotes: [{ text: "He was found under the medlar tree", page: "4", place: "line 2", at: 310 }],
  saves: 1,
  drafting: "2016-10-14T08:11:00Z",
};
export const twinBobs: Given = {
  scores: "0101010101012",
  note: "",
  quotes: [],
  saves: 3,
  drafting: "2016-10-13T21:47:00Z",
};

/** Nobody has a clock of their own: both twins live through the same moments. */
async function at<T>(moment: string, work: () => Promise<T>): Promise<T> {
  mock.timers.enable({ apis: ["Date"], now: new Date(moment) });
  try {
    return await work();
  } finally {
    mock.timers.reset();
  }
}

/** Everybody there is. */
export function makePeople(): Promise<People> {
  return at("2016-10-01T09:00:00Z", async () => ({
    Lena: await person("Lena", "lead", "coder", "admin"),
    Lea: await person("Lea", "lead"),
    Ann: await person("Ann", "coder"),
    Bob: await person("Bob", "coder"),
    Cy: await person("Cy", "coder"),
    Una: await person("Una", "coder"),
    Olga: await person("Olga", "coder"),
    Dora: await person("Dora", "analyst"),
    Adi: await person("Adi", "admin"),
  }));
}

/** All that happens before Bob rates a blind case. */
export function beforeBob({ Lena, Ann, Bob, Una }: People): Promise<void> {
  return at("2016-10-02T09:00:00Z", async () => {
    await practiceCaseFor(Lena);
    for (const reference of ["2016-02", "2016-03", "2016-04"]) {
      await caseFor(Lena, reference, [Ann, Bob]);
      await rate(Ann, reference, "3210000000000", "Ann's note");
      await rate(Bob, reference, "1210000000000", "Bob's note");
    }
    await agreeEverything(Lena, "2016-03");
    await agreeEverything(Lena, "2016-04");
    await commit(Lena, "2016-04");
    must(await makePrecedent(Lena, "2016-04", { factor: "neglect", summary: "Missed visits" }));
    await release(Lena, "Told to all who read the dataset");
    await caseFor(Lena, "2016-10", []);
    await uploadFor(Lena, scoresOfBlindCases());
    await caseFor(Lena, "2016-01", [Lena, Ann, Bob, Una]);
    await caseFor(Lena, "2016-07", [Lena, Ann, Bob]);
    for (const reference of ["2016-05", "2016-06", "2016-08"])
      await caseFor(Lena, reference, [Ann, Bob]);
    for (const reference of ["2016-05", "2016-06", "2016-07", "2016-08"])
      await rate(Ann, reference, "3210000000000", "Ann's note");
    for (const coder of [Lena, Ann]) await draft(coder, "2016-01", "2222222222220");
    // They differ on every factor, so that what Bob gives changes nothing of what is read again.
    await caseFor(Lena, "2016-09", [Ann, Bob, Una]);
    must(await holdOpening(Lena, "2016-09"));
    await rate(Ann, "2016-09", "3210000000000", "Ann's note");
    await rate(Una, "2016-09", "2103333333323", "Una's note");
  });
}

/** A file that says of every case, the blind ones too, what was agreed. */
function scoresOfBlindCases() {
  const scores = Object.fromEntries(factorKeys.map((key) => [key, "3"]));
  const rows = references.map((reference) => ({
    ...{ Ref: reference, Sample: "2016", "Case type": "s31", "Incident type": "suicide" },
    ...{ ...scores, child_protection_plan: "3", "Total score": "39" },
  }));
  const header = Object.keys(rows[0] ?? {});
  const lines = [header, ...rows.map((row) => Object.values(row))];
  return textFile("cases.csv", lines.map((cells) => `${cells.join(",")}\n`).join(""));
}

/** Bob rates the blind cases, and what follows from it, down to the coders who join late. */
export async function bobRates(people: People, given: Given): Promise<void> {
  const { Lena, Ann, Bob, Cy, Una } = people;
  const blind = Object.values(blindCases);
  for (const reference of blind)
    await at(given.drafting, async () => {
      for (let save = 0; save < given.saves; save++)
        await draft(Bob, reference, given.scores, given.note, {
          unsure: save % 2 === 0,
          quotes: given.quotes,
        });
    });
  await at("2016-10-15T10:30:00Z", async () => {
    for (const reference of blind) if (reference !== "2016-08") await submit(Bob, reference);
  });
  await at("2016-10-16T10:30:00Z", async () => {
    must(await acceptAllTheSame(Lena, "2016-05"));
    await agreeEverything(Lena, "2016-06");
    const neglect = (await getReconciliation(Bob, "2016-06"))?.rows.find(
      ({ factor }) => factor.key === "neglect",
    );
    const seenRevision = neglect?.agreed?.revision ?? 0;
    const dissent = { factor: "neglect", reason: `Of a sorb tree: ${given.scores}`, seenRevision };
    must(await recordDissent(Bob, "2016-06", dissent));
    await commit(Lena, "2016-06");
    await release(Lena);
    const precedent = { factor: "emotional_abuse", summary: `Of a sorb tree: ${given.scores}` };
    must(await makePrecedent(Lena, "2016-06", precedent));
    must(await reopenCase(Lena, "2016-06", `Of an elder tree: ${given.scores}`));
    await recordSays(`Of a rowan tree: ${given.scores}`);
    await importCasesWith(`Of a hazel tree: ${given.scores}`);
    must(await assignCoders(Lena, "2016-05", [Cy.id]));
    must(await assignCoders(Lena, "2016-06", [Cy.id, Una.id]));
    for (const reference of ["2016-05", "2016-06"]) await draft(Cy, reference, "2222222222220");
    must(await beginSecondLook(Lena, "2016-09"));
    await draftAgain(Ann, "2016-09");
  });
  await at("2016-10-17T10:30:00Z", async () => {
    const unsure = given.saves > 1;
    await readAgain(Bob, "2016-09", { neglect: { note: given.note, unsure } });
  });
}

/** Whoever changes the record of an open case may say in it what they have read there. */
async function recordSays(words: string): Promise<void> {
  const changes = [
    { section: "incident", facts: { incidentType: "other", incidentRationale: "" } },
    { section: "actions", facts: { actions: [{ description: words, status: null }] } },
    { section: "analysis", facts: { included: false, exclusionReason: words } },
    { section: "analysis", facts: { included: true, exclusionReason: "" } },
  ] as const;
  for (const [index, change] of changes.entries())
    must(
      await changeRecord(commandLineViewer(), "2016-06", {
        ...change,
        ...{ seenRevision: index + 1, reason: words, confirmed: true },
      }),
    );
}

/** Everyone submits whom a case waits for, but for Bob. */
export async function everyoneSubmits({ Lena, Ann, Cy, Una }: People): Promise<void> {
  for (const coder of [Lena, Ann, Una]) await rate(coder, "2016-01", "2222222222220", "");
  for (const coder of [Cy, Una]) await rate(coder, "2016-06", "2222222222220", "");
  await rate(Cy, "2016-05", "2222222222220", "");
  await rate(Lena, "2016-07", "2222222222220", "");
  for (const coder of [Ann, Una]) await readAgain(coder, "2016-09");
}

async function rate(coder: Viewer, reference: string, scores: string, note: string) {
  await draft(coder, reference, scores, note);
  await submit(coder, reference);
}

async function draft(
  coder: Viewer,
  reference: string,
  scores: string,
  note = "",
  more: Partial<Rating> = {},
) {
  const plain = await ratingsFrom(coder, reference, scores, note);
  const ratings: Ratings = Object.fromEntries(
    Object.entries(plain).map(([factor, rating]) => [factor, { ...rating, ...more }]),
  );
  must(await saveDraft(coder, reference, await revisionOf(coder, reference), ratings));
}

async function submit(coder: Viewer, reference: string) {
  must(await submitRatings(coder, reference, await revisionOf(coder, reference)));
}

async function revisionOf(coder: Viewer, reference: string): Promise<number> {
  return (await getDraft(coder, reference))?.revision ?? 0;
}
