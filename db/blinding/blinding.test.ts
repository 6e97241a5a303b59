import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { always } from "@/domain/agreement/period";
import { firstCodebook, readCodebook } from "@/domain/codebook/codebook";
import { everything } from "@/domain/dataset/choice";
import type { CaseDraft } from "@/domain/import/draft";
import type { Outcome } from "@/domain/outcome";
import { unrated } from "@/domain/ratings/ratings";
import { seenOf } from "@/domain/reconciliation/commitment";
import type { AssignmentChoice } from "@/domain/sharing";
import { getAgreement } from "../agreement/agreement";
import { getFactorAgreement } from "../agreement/factor";
import { getAgreementOverTime } from "../agreement/over-time";
import { getRiskRatings } from "../agreement/risk-ratings";
import { getAgreementStages } from "../agreement/stages";
import { assignCoders, goOnWithout } from "../assignments/assignments";
import { assignAsPlanned, planAssignments } from "../assignments/bulk-assignments";
import { handBackCase } from "../assignments/handing-back";
import { givenBy, type Plan } from "../assignments/plans";
import { planReplacement, replaceCoder } from "../assignments/replacements";
import { listBoard } from "../cases/board";
import { listCases } from "../cases/case-list";
import { changeRecord, getCaseRecord, listRevisions } from "../cases/case-records";
import { getCase } from "../cases/cases";
import { listHistory } from "../cases/history";
import { listWork } from "../cases/work";
import { commitCase } from "../dataset/commitments";
import { latestRatings, listDataset, listVersions } from "../dataset/dataset";
import { listOwnDifferences } from "../dataset/own-differences";
import { reopenCase } from "../dataset/reopening";
import { sendCommitBack } from "../dataset/sending-back";
import { checkExportChoice } from "../exports/choice";
import { exportDataset } from "../exports/dataset";
import { countHowRated } from "../exports/how-rated";
import { exportReliability } from "../exports/reliability/export-reliability";
import { exported, pastTheProgram, person, saveSettings, temporaryStudy } from "../fixtures";
import { draftOf, importOf, levelsFrom } from "../imports/drafts.fixtures";
import { reviewDrafts } from "../imports/review";
import type { Viewer } from "../people/people";
import { getDraft, saveDraft } from "../ratings/drafts";
import { lettersOf, levelsGiven, ratingsGiven } from "../ratings/given-ratings";
import { holdOpening, openCase } from "../ratings/opening";
import { getOwnSubmission, submitRatings, takeBackSubmission } from "../ratings/ratings";
import { acceptAllTheSame, agreeLevel } from "../reconciliation/decisions";
import {
  listDisagreements,
  makePrecedent,
  takePrecedentBack,
} from "../reconciliation/disagreements";
import { recordDissent, withdrawDissent } from "../reconciliation/dissenting";
import { dissentHistory, dissentsOfVersions } from "../reconciliation/dissents";
import { listMeetingNotes, saveMeetingNotes } from "../reconciliation/meeting-notes";
import { listPrecedents, newestPrecedents } from "../reconciliation/precedents";
import { getReconciliation } from "../reconciliation/reconciliations";
import { getRoom, showNames } from "../reconciliation/rooms";
import { shownIn } from "../reconciliation/rounds.fixtures";
import { commitProposals } from "../schema";
import { getSecondLook, keysToReadAgain, saveSecondLook } from "../second-look/second-look-drafts";
import {
  beginSecondLook,
  endSecondLook,
  getOwnSecondLook,
  submitSecondLook,
} from "../second-look/second-looks";
import { reader, write } from "../store/store";
import { getAnalyses } from "../tables/analyses";
import { getByCoder } from "../tables/by-coder";
import { getCasesBehind } from "../tables/cases-behind";
import { getCodedCasesBehind } from "../tables/coded-cases-behind";
import { getReport } from "../tables/report";
import { getTables } from "../tables/tables";
import {
  bring,
  type Cast,
  caseAt,
  everyone,
  makeCast,
  type Stage,
  stages,
} from "./blinding.stages";

/*
 * Who may see and do what, with a case at which stage. What is expected stands in
 * blinding.matrix.txt, with the meaning of its words.
 */

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let cast: Cast;
let spare: readonly string[];

beforeAll(async () => {
  study = await temporaryStudy();
  cast = await makeCast();
  spare = [(await person("Sol", "coder")).id, (await person("Sue", "coder")).id];
  for (const stage of stages) await bring(cast, stage);
}, 60_000);
afterAll(() => study.end());

const nothing = ".";
const allRated = { samples: [], secondLook: null, period: always, coders: [], names: false };
const short = {
  registered: "new",
  coding: "coding",
  waiting: "waiting",
  second_look: "again",
  open: "open",
  reconciling: "agreeing",
  committed: "locked",
  reopened: "reopened",
} as const;
const letters = {
  not_started: "n",
  started: "b",
  submitted: "s",
  open: "o",
  reconciling: "r",
  committed: "c",
  waiting: "w",
  to_read_again: "l",
  read_again: "a",
} as const;
type Look = (viewer: Viewer, reference: string) => Promise<string>;

const reads: Record<string, Look> = {
  async getCase(viewer, reference) {
    const found = await getCase(viewer, reference);
    return found ? short[found.stage] + (found.coders ? "+" : "") : nothing;
  },
  async getCaseRecord(viewer, reference) {
    const found = await getCaseRecord(viewer, reference);
    return found ? `r${found.revision}${found.mayChange ? "+" : ""}` : nothing;
  },
  async listRevisions(viewer, reference) {
    const found = await listRevisions(viewer, reference);
    if (!found) return nothing;
    return `r${found.length}${found[0]?.reason === "A slip" ? "+" : ""}`;
  },
  async listCases(viewer, reference) {
    const list = await listCases(viewer, {});
    const found = list?.rows.find((row) => row.reference === reference);
    return found ? short[found.stage] : nothing;
  },
  async getDraft(viewer, reference) {
    return (await getDraft(viewer, reference)) ? "own" : nothing;
  },
  async getOwnSubmission(viewer, reference) {
    return (await getOwnSubmission(viewer, reference)) ? "own" : nothing;
  },
  async getSecondLook(viewer, reference) {
    const found = await getSecondLook(viewer, reference);
    return found ? `own ${found.factors.length}`.replace(" ", "+") : nothing;
  },
  async getOwnSecondLook(viewer, reference) {
    return (await getOwnSecondLook(viewer, reference)) ? "own" : nothing;
  },
  async getReconciliation(viewer, reference) {
    const found = await getReconciliation(viewer, reference);
    return found ? (found.mayAgree ? "agree" : "look") : nothing;
  },
  async getRoom(viewer, reference) {
    return (await getRoom(viewer, reference)) ? "room" : nothing;
  },
  async listMeetingNotes(viewer, reference) {
    const notes = await listMeetingNotes(viewer, reference);
    return notes.map(({ revision }) => `n${revision}`).join() || nothing;
  },
  async listVersions(viewer, reference) {
    const versions = (await listVersions(viewer, reference)).map((one) => `v${one.version}`);
    return versions.join() || nothing;
  },
  async listOwnDifferences(viewer, reference) {
    const found = await listOwnDifferences(viewer, reference);
    return found ? String(found.rows.length) : nothing;
  },
  async listDisagreements(viewer, reference) {
    const found = await listDisagreements(viewer, reference);
    return found?.map(({ precedent }) => (precedent ? "p" : "d")).join("") || nothing;
  },
  async listPrecedents(viewer, reference) {
    const list = await listPrecedents(viewer, {});
    return list?.find((one) => one.reference === reference)?.given.join("+") ?? nothing;
  },
  async listDataset(viewer, reference) {
    const list = await listDataset(viewer, {});
    return String(list?.rows.find((row) => row.reference === reference)?.riskRating ?? nothing);
  },
  async getReport(viewer, sample) {
    const report = await getReport(viewer, { release: null, thisSample: sample });
    const found = report.kind === "done" ? report.value : null;
    const table10 = found?.tables.find(({ kind }) => kind.output === "table_10");
    const column = table10?.columns.findIndex(({ key }) => key === "this") ?? -1;
    const total = table10?.lines.at(-1)?.cells[column];
    return found?.choice.thisSample === sample ? String(total?.sum) : nothing;
  },
  async getTables(viewer, sample) {
    const asked = { release: null, forPublication: false, thisSample: sample };
    const told = await getTables(viewer, asked);
    const found = told.kind === "done" ? told.value : null;
    const table10 = found?.tables.find(({ kind }) => kind.output === "table_10");
    const column = table10?.columns.findIndex(({ key }) => key === "this") ?? -1;
    const total = table10?.lines.at(-1)?.cells[column];
    return found?.view.choice.thisSample === sample ? String(total?.sum) : nothing;
  },
  async getCasesBehind(viewer, sample) {
    const total = { table: "table_10", line: "total-total", column: "this" };
    const found = await getCasesBehind(viewer, { ...total, release: null, thisSample: sample });
    const [own] = found.kind === "done" ? found.value.rows : [];
    return own ? String(own.value) : nothing;
  },
  async getAnalyses(viewer, sample) {
    const asked = { release: null, thisSample: sample, intervals: true };
    const analyses = await getAnalyses(viewer, asked);
    const found = analyses.kind === "done" ? analyses.value : null;
    return found?.choice.thisSample === sample ? String(found.caseMix.own.sum) : nothing;
  },
  async getByCoder(viewer, sample) {
    const found = await getByCoder(viewer, { release: null, thisSample: sample });
    const view = found.kind === "done" ? found.value : null;
    if (view?.sample !== sample) return nothing;
    const sums = view.means.filter(({ rule }) => rule.isAlone).map(({ sum }) => sum);
    return sums.sort((a, b) => a - b).join("/");
  },
  async getCodedCasesBehind(viewer, sample) {
    const total = { table: "table_10", line: "total-total", column: "this coder A" };
    const asked = { ...total, release: null, thisSample: sample };
    const found = await getCodedCasesBehind(viewer, asked);
    const [own] = found.kind === "done" ? found.value.rows : [];
    return own ? String(own.value) : nothing;
  },
  async getAgreement(viewer, sample) {
    const found = await getAgreement(viewer, { ...allRated, samples: [sample] });
    if (!found || found.cases === 0) return nothing;
    return `${found.cases}x${found.coders}${found.pairs ? "+" : ""}`;
  },
  async getFactorAgreement(viewer, sample) {
    const asked = { ...allRated, samples: [sample], factor: "neglect", pair: null };
    const all = await getFactorAgreement(viewer, { ...asked, cell: null });
    if (!all) return nothing;
    const places = all.scale.flatMap((one) => all.scale.map((other) => [one, other] as const));
    const told = new Set<string>();
    for (const cell of places) {
      const found = await getFactorAgreement(viewer, { ...asked, cell });
      for (const { reference, given } of found?.behind?.told ?? [])
        told.add(`${reference === sample ? "" : "?"}${given.length}`);
    }
    return [...told].join() || "no-case";
  },
  async getRiskRatings(viewer, sample) {
    const found = await getRiskRatings(viewer, { ...allRated, samples: [sample] });
    if (!found || found.cases === 0) return nothing;
    const [told] = found.told;
    const names = told?.given.some(({ coder }) => coder !== null) ? "+" : "";
    return told ? `${told.given.length}${names}` : "no-case";
  },
  async getAgreementStages(viewer, sample) {
    const found = await getAgreementStages(viewer, { ...allRated, samples: [sample] });
    if (!found || found.cases === 0) return nothing;
    return `${found.all.agreed.held.ratings}/${found.all.secondLook.ratings}`;
  },
  async getAgreementOverTime(viewer, sample) {
    const asked = { ...allRated, samples: [sample], factor: "neglect" };
    const found = await getAgreementOverTime(viewer, asked);
    return found?.windows.map(({ agreement }) => agreement.cases).join() || nothing;
  },
  async exportReliability(viewer, sample) {
    const asked = { ...allRated, samples: [sample] };
    const outcome = await exportReliability(viewer, "reliability.txt", asked);
    if (outcome.kind !== "done") return nothing;
    const [, sets = ""] = /The (\d+) sets/.exec(outcome.value.bytes.toString("utf8")) ?? [];
    return sets;
  },
  async listHistory(viewer, reference) {
    const entries = (await listHistory(viewer, reference)) ?? [];
    const tells = (...actions: string[]) => entries.some((one) => actions.includes(one.action));
    return (
      [
        tells("registered the case") && "r",
        tells("assigned a coder", "handed the case back", "submitted ratings", "opened the case") &&
          "c",
        tells("held the opening", "began the second look", "submitted a second look") && "s",
        tells("accepted all the same", "agreed a level") && "a",
        tells("committed to the dataset", "reopened the case") && "d",
        tells("saved a draft") && "DRAFT",
      ]
        .filter(Boolean)
        .join("") || nothing
    );
  },
  // Behind getReconciliation, listPrecedents and reopenCase, and guarded by themselves.
  async ratingsGiven(viewer, reference) {
    return String((await ratingsGiven(reader(), viewer, idOf(reference))).length || nothing);
  },
  async lettersOf(viewer, reference) {
    const letters = await lettersOf(reader(), viewer, idOf(reference));
    return [...letters.values()].join("") || nothing;
  },
  async levelsGiven(viewer, reference) {
    return String((await levelsGiven(reader(), viewer, idOf(reference))).length || nothing);
  },
  async newestPrecedents(viewer, reference) {
    return String((await newestPrecedents(reader(), viewer, idOf(reference))).length || nothing);
  },
  async dissentHistory(viewer, reference) {
    return String((await dissentHistory(reader(), viewer, idOf(reference))).length || nothing);
  },
  async dissentsOfVersions(viewer, reference) {
    return String((await dissentsOfVersions(reader(), viewer, reference)).length || nothing);
  },
  async keysToReadAgain(viewer, reference) {
    return String((await keysToReadAgain(reader(), viewer, idOf(reference))).length || nothing);
  },
  async latestRatings(viewer, reference) {
    return String((await latestRatings(reader(), viewer, idOf(reference))).length || nothing);
  },
  exportWide: (viewer, reference) => rowsIn("agreed-ratings.csv", viewer, reference),
  exportLong: (viewer, reference) => rowsIn("agreed-ratings-long.csv", viewer, reference),
  exportRatings: (viewer, reference) => rowsIn("ratings.csv", viewer, reference),
  exportSensitivity: (viewer, reference) => rowsIn("sensitivity.csv", viewer, reference),
  async checkExportChoice(viewer, reference) {
    const outcome = await checkExportChoice(viewer, { ...everything, references: [reference] });
    return outcome.kind === "not_found" ? nothing : outcome.kind;
  },
  async countHowRated(viewer, reference) {
    const counts = await countHowRated(viewer, { ...everything, references: [reference] });
    return counts ? `${counts.cases}/${counts.compared}/${counts.differed}` : nothing;
  },
  async listWork(viewer, reference) {
    const task = (await listWork(viewer)).find((one) => one.reference === reference);
    return task?.verb.split(" ")[0] ?? nothing;
  },
  async listBoard(viewer, reference) {
    const board = await listBoard(viewer, {});
    const found = board?.rows.find((row) => row.reference === reference);
    const told = found?.cells.map(({ mark }) => letters[mark]).sort();
    return told ? told.join("") || "-" : nothing;
  },
  // A file says of the case what is committed, or what first in submitted.
  reviewDrafts: (viewer, reference) =>
    reviewed(viewer, reference, { levels: committed(reference) }),
  reviewRatings: (viewer, reference) =>
    reviewed(viewer, reference, { ratings: [{ coder: "A", levels: levelsFrom("3210000000000") }] }),
  planAssignments: async (viewer, reference) =>
    given(await planAssignments(viewer, all(reference))),
  planReplacement: async (viewer, reference) =>
    given(await planReplacement(viewer, inPlaceOf(reference))),
};

/** Two more for the case. */
const all = (reference: string): AssignmentChoice => ({
  ...{ cases: [reference], coders: spare, how: "every", each: 2, third: null, seed: 1 },
});

/** Another in place of somebody who has not submitted. */
const inPlaceOf = (reference: string) => ({
  ...{ left: waitedFor(reference), coders: spare.slice(0, 1), cases: [reference], seed: 1 },
});

function given(outcome: Outcome<Plan>): string {
  if (outcome.kind === "done") return `+${givenBy(outcome.value).length}`;
  return outcome.kind === "not_found" ? nothing : outcome.kind;
}

async function reviewed(viewer: Viewer, reference: string, over: Partial<CaseDraft>) {
  const review = await reviewDrafts(viewer, [[draftOf(reference, { facts: {}, ...over })]]);
  const { unchanged = 0, refused = 0 } = review?.counts ?? {};
  return [unchanged && "same", refused && "refused"].filter(Boolean).join() || nothing;
}

/** The levels that are committed of a case, or what they would be. */
function committed(reference: string): Record<string, string> {
  const rows = pastTheProgram(study.dataDir, (db) =>
    db
      .prepare(
        `select r.factor, r.level from dataset_ratings r join dataset_versions v on v.id = r.version_id
         join cases c on c.id = v.case_id where c.reference = ?`,
      )
      .raw()
      .all(reference),
  ) as [string, string][];
  return rows.length > 0 ? Object.fromEntries(rows) : levelsFrom("3210000000000");
}

async function rowsIn(file: string, viewer: Viewer, reference: string): Promise<string> {
  const outcome = await exportDataset(viewer, file, everything);
  if (outcome.kind !== "done") return nothing;
  const lines = (await exported(viewer, file)).split("\n");
  return String(lines.filter((line) => line.startsWith(`${reference},`)).length || nothing);
}

// Each attempt is as good as it can be: the revision, the count and the coder are the right ones.
const book = readCodebook(firstCodebook);
const allLow = Object.fromEntries(
  book.factors.map((factor) => [
    factor.key,
    { ...unrated, level: factor.levels.at(-1)?.key ?? "" },
  ]),
);

const secondRatings = Object.fromEntries(
  ["neglect", "child_protection_plan"].map((key) => {
    const { quotes: _, ...rating } = allLow[key] ?? { ...unrated };
    return [key, rating];
  }),
);

const writes: Record<string, (viewer: Viewer, reference: string) => Promise<Outcome<unknown>>> = {
  changeRecord: (viewer, reference) =>
    changeRecord(viewer, reference, {
      section: "incident",
      facts: { incidentType: "suicide", incidentRationale: "" },
      seenRevision: count(
        "select max(r.revision) from case_records r where r.case_id = cases.id",
        reference,
      ),
      reason: "A slip",
      confirmed: true,
    }),
  importDrafts: (viewer, reference) =>
    importOf(viewer, [draftOf(reference, { facts: { incidentType: "suicide" } })], {
      reason: "A slip",
    }),
  importLevels: (viewer, reference) =>
    importOf(
      viewer,
      [
        draftOf(reference, {
          facts: { incidentType: "suicide" },
          levels: committed(reference),
          stated: { risk_rating: 7 },
        }),
      ],
      { reason: "A slip" },
    ),
  saveDraft: async (viewer, reference) =>
    saveDraft(viewer, reference, (await getDraft(viewer, reference))?.revision ?? 1, allLow),
  submitRatings: (viewer, reference) => submitRatings(viewer, reference, 1),
  takeBackSubmission,
  handBackCase,
  agreeLevel: (viewer, reference) =>
    agreeLevel(viewer, reference, {
      factor: "neglect",
      level: "high",
      way: "after_discussion",
      reason: "Page 4",
      seenRevision: seenRevision(reference),
    }),
  acceptAllTheSame,
  showNames: (viewer, reference) => showNames(viewer, reference, true),
  saveMeetingNotes: (viewer, reference) =>
    saveMeetingNotes(viewer, reference, {
      text: "Page 9 as well",
      seenRevision: count(
        "select max(n.revision) from meeting_notes n where n.case_id = cases.id",
        reference,
      ),
    }),
  commitCase: (viewer, reference) => commitCase(viewer, reference, seenOf(shownOf(reference))),
  recordDissent: (viewer, reference) =>
    recordDissent(viewer, reference, {
      factor: "neglect",
      reason: "Page 9",
      seenRevision: seenRevision(reference),
    }),
  withdrawDissent: (viewer, reference) => withdrawDissent(viewer, reference, "neglect"),
  // Where a second person confirms: the lead who does not code the case proposes, the viewer answers.
  commitProposed: async (viewer, reference) => {
    const proposed = await propose(reference);
    const proposal = proposed === "" ? null : { revision: 1 };
    return commitCase(viewer, reference, seenOf({ ...asked(reference), proposal }));
  },
  sendCommitBack: async (viewer, reference) => {
    const proposal = await propose(reference);
    return sendCommitBack(viewer, reference, { proposal, reason: "Page 4" });
  },
  makePrecedent: (viewer, reference) =>
    makePrecedent(viewer, reference, { factor: "neglect", summary: "Missed visits" }),
  takePrecedentBack: (viewer, reference) => takePrecedentBack(viewer, reference, "neglect"),
  reopenCase: (viewer, reference) => reopenCase(viewer, reference, "A chronology came in"),
  assignCoders: (viewer, reference) => assignCoders(viewer, reference, spare),
  holdOpening,
  openCase,
  beginSecondLook,
  saveSecondLook: async (viewer, reference) => saveSecondLook(viewer, reference, 2, secondRatings),
  submitSecondLook: (viewer, reference) => submitSecondLook(viewer, reference, 2),
  endSecondLook: (viewer, reference) => endSecondLook(viewer, reference, "Somebody is away"),
  goOnWithout: (viewer, reference) => goOnWithout(viewer, reference, waitedFor(reference), "Ill"),
  assignAsPlanned: (viewer, reference) =>
    assignAsPlanned(
      viewer,
      all(reference),
      spare.map((id) => `${reference} ${id}`),
    ),
  replaceCoder: (viewer, reference) =>
    replaceCoder(viewer, inPlaceOf(reference), [`${reference} ${spare[0]}`]),
};

const asked = (reference: string) => ({ ...shownOf(reference), secondPersonConfirms: true });

/** The id of the proposal that comes of it; "" when none does. */
async function propose(reference: string): Promise<string> {
  const lead = cast["lead who does not"];
  await saveSettings(lead, { secondPersonConfirms: true });
  await commitCase(lead, reference, seenOf(asked(reference)));
  const [made] = await write(async (tx) =>
    tx.select({ id: commitProposals.id }).from(commitProposals),
  );
  return made?.id ?? "";
}

const idOf = (reference: string) =>
  pastTheProgram(study.dataDir, (db) =>
    String(db.prepare("select id from cases where reference = ?").pluck().get(reference)),
  );

/** A number that only the database knows, for a case. */
function count(query: string, reference: string): number {
  return pastTheProgram(study.dataDir, (db) =>
    Number(
      db.prepare(`select (${query}) from cases where reference = ?`).pluck().get(reference) ?? 0,
    ),
  );
}

const shownOf = (reference: string) =>
  pastTheProgram(study.dataDir, (db) => shownIn(db, reference));

const seenRevision = (reference: string) =>
  count(
    `select max(g.revision) from agreed_ratings g where g.factor = 'neglect'
       and g.reconciliation_id = (select id from reconciliations c
         where c.case_id = cases.id order by round desc limit 1)`,
    reference,
  );

function waitedFor(reference: string): string {
  if (reference === caseAt("two-in")) return cast["lead who codes it"].id;
  const late: Stage[] = ["open+3rd", "reop+3rd"];
  return late.map(caseAt).includes(reference) ? cast["third coder"].id : cast["coder, last in"].id;
}

class PutBack extends Error {}

/** What comes of an attempt, which is then rolled back: the next finds the case as it was. */
async function attempt(name: string, viewer: Viewer, reference: string): Promise<string> {
  let outcome: Outcome<unknown> | undefined;
  const tried = write(async () => {
    outcome = await writes[name]?.(viewer, reference);
    throw new PutBack();
  });
  await expect(tried).rejects.toThrow(PutBack);
  return outcome?.kind === "not_found" ? nothing : String(outcome?.kind);
}

const width = 12;
const row = (first: string, cells: readonly string[]) =>
  (first.padEnd(20) + cells.map((cell) => cell.padEnd(width)).join("")).trimEnd();

async function table(name: string): Promise<string> {
  const look = reads[name] ?? ((viewer, reference) => attempt(name, viewer, reference));
  const lines = [row(name, stages)];
  for (const who of everyone) {
    const cells: string[] = [];
    for (const stage of stages) cells.push(await look(cast[who], caseAt(stage)));
    lines.push(row(who, cells));
  }
  return lines.join("\n");
}

const [, ...expected] = readFileSync(join(import.meta.dirname, "blinding.matrix.txt"), "utf8")
  .trimEnd()
  .split("\n\n");
const names = [...Object.keys(reads), ...Object.keys(writes)];

describe("what each person may see and do with a case at each stage", () => {
  test.each(names)("%s", async (name) => {
    expect(await table(name)).toBe(expected[names.indexOf(name)]);
  });

  test("is told in 78 tables of 9 people and 16 stages: 11232 cells", () => {
    const cells = expected.flatMap((one) =>
      one
        .split("\n")
        .slice(1)
        .flatMap((line) => line.slice(20).split(/\s+/)),
    );
    expect(names).toHaveLength(78);
    expect(cells.filter((cell) => cell !== "")).toHaveLength(11232);
  });
});

test("whole lists hold the cases of those tables and no others, in order of reference", async () => {
  const told: (string | null)[][] = [];
  for (const who of everyone) {
    const cases = await listCases(cast[who], {});
    const dataset = await listDataset(cast[who], {});
    const report = await getReport(cast[who], { release: null });
    const samples = report.kind === "done" ? (report.value?.samples ?? []) : null;
    const work = await listWork(cast[who]);
    const joined = (references: readonly string[]) =>
      references.map((reference) => reference.replace("2016-", "")).join(" ");
    told.push([
      who,
      cases && joined(cases.rows.map((one) => one.reference)),
      dataset && joined(dataset.rows.map((one) => one.reference)),
      dataset && String(dataset.total),
      samples && joined(samples),
      joined(work.map((one) => one.reference)),
    ]);
  }
  const all = "01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16";
  const assigned = "02 03 04 05 06 07 08 09 10 11 12";
  const locked = "07 08 12";
  const samples = `${locked} 16`;
  expect(told).toEqual([
    ["lead who codes it", all, locked, "3", samples, "01 02 03 04 05 06 08 11 12 13 14 15"],
    ["lead who does not", all, locked, "3", samples, "01 05 06 08 11 12 13 14"],
    ["coder, first in", `${assigned} 13 14 15 16`, locked, "3", samples, "02 05 06 08 11 12"],
    ["coder, last in", `${assigned} 14 15 16`, locked, "3", samples, "02 03 05 06 08 11 12 15"],
    ["third coder", "07 08 09 10 12 16", locked, "3", samples, "09 10"],
    ["coder of no case", "07 08 10 12 16", locked, "3", samples, ""],
    ["analyst", "07 08 10 12 16", locked, "3", samples, ""],
    ["admin only", null, null, null, null, ""],
    ["command line", all, locked, "3", samples, "01 05 06 08 11 12 13 14"],
  ]);
});

const root = join(import.meta.dirname, "../..");

/** What the files of a room hold, tests aside. */
function textsIn(room: string): string[] {
  return readdirSync(join(root, room), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/fixtures\.ts$|\.test\.ts$/.test(file))
    .map((file) => readFileSync(join(root, room, file), "utf8"));
}

/** The functions of db/ that are asked on behalf of a person. */
function askedForSomebody(): string[] {
  const start = /export async function (\w+)(?:<[^(]*>)?\(\s*viewer: Viewer/g;
  return textsIn("db")
    .flatMap((text) => [...text.matchAll(start)])
    .map(([, name = ""]) => name);
}

test("every function that is asked on behalf of a person is in a table or named here", () => {
  const asked = askedForSomebody();
  expect(asked).toHaveLength(144);
  expect(asked.filter((name) => !names.includes(name)).sort()).toEqual([
    "addPerson",
    "beginSecondFactor",
    "beginUpload",
    "changeAccount",
    "changeCodeList",
    "changePassword",
    "changePracticeCase",
    "changeTeamSettings",
    "confirmSecondFactor",
    "correctPerson",
    "countCodes",
    "discardUpload",
    "endSession",
    "exportDataset",
    "exportPublication",
    "exportTables",
    "faultsCopy",
    "getContextFigures",
    "getImport",
    "getOwnEmail",
    "getPerson",
    "getPracticeCase",
    "getPracticeCodebook",
    "getPracticeComparison",
    "getPracticeDraft",
    "getPracticeStanding",
    "getPublication",
    "getRelease",
    "getReleasePreview",
    "getRequirement",
    "getSecondFactor",
    "getTeamSettings",
    "getUpload",
    "giveFirstPassword",
    "hasFirstPassword",
    "importCases",
    "importUpload",
    "keepNote",
    "keptNote",
    "lacksSecondFactor",
    "lastMatching",
    "listCodeListChanges",
    "listCoders",
    "listColumns",
    "listImports",
    "listLoads",
    "listPeople",
    "listPracticeCases",
    "listPracticeResults",
    "listReleases",
    "listSampleDates",
    "listSamples",
    "listSamplesToExport",
    "listUploads",
    "listYetToPractise",
    "makePracticeCase",
    "makeRelease",
    "matchColumns",
    "matchValues",
    "offerPracticeCase",
    "readAgain",
    "readByMatching",
    "readUpload",
    "recordContextFigures",
    "recordSampleDates",
    "registerCase",
    "removeSecondFactor",
    "removeSecondFactorOf",
    "renewRecoveryCodes",
    "requireSecondFactor",
    "reviewUpload",
    "rightCode",
    "savePracticeDraft",
    "setDaysToRate",
    "setRequirement",
    "signOutEverywhere",
    "submitPracticeRatings",
    "undoImport",
    "waitsForPractice",
    "whyNotOwnPassword",
    "writeAsAdmin",
  ]);
});

test("what else pages and handlers take from db/ is named here: it knows of no case, or asks elsewhere", () => {
  const imports = /import \{([^}]*)\} from "@\/db\/[^"]+"/g;
  const taken = [...textsIn("app"), ...textsIn("components")]
    .flatMap((text) => [...text.matchAll(imports)])
    .flatMap(([, names = ""]) => names.split(",").map((name) => name.trim()))
    .filter((name) => name !== "" && !name.startsWith("type "));
  const asked = askedForSomebody();
  expect([...new Set(taken)].filter((name) => !asked.includes(name)).sort()).toEqual([
    "awaitsFirstAccount",
    "bookNow",
    "currentCodeLists",
    "currentCodebook",
    "expectDocuments",
    "exportFileNamed",
    "getCodebook",
    "givenBy",
    "idleMinutes",
    "importOf",
    "isSecondFactorRequired",
    "keptForDays",
    "listenerOfSession",
    "longestWaitMinutes",
    "makeFirstAccount",
    "matchingSeen",
    "newcomerOfSession",
    "publicationFile",
    "readSettings",
    "refusalOf",
    "sessionHours",
    "settingsSeen",
    "signIn",
    "signInWithCode",
    "signingSecret",
    "studyKind",
    "timeLeft",
    "tooMuchToCopy",
    "uploadProblems",
    "viewerOfSession",
    "waitWords",
    "whenChanged",
    "wholeFiles",
  ]);
});
