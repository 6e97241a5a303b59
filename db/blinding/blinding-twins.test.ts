import { beforeAll, expect, test } from "vitest";
import { always } from "@/domain/agreement/period";
import { type ExportChoice, everything } from "@/domain/dataset/choice";
import type { Quote } from "@/domain/ratings/quotes";
import type { Ratings } from "@/domain/ratings/ratings";
import { getAgreement } from "../agreement/agreement";
import type { AgreementAsked } from "../agreement/choice";
import { getFactorAgreement } from "../agreement/factor";
import { getAgreementOverTime } from "../agreement/over-time";
import { getRiskRatings } from "../agreement/risk-ratings";
import { getAgreementStages } from "../agreement/stages";
import { assignCoders, goOnWithout } from "../assignments/assignments";
import { planAssignments } from "../assignments/bulk-assignments";
import { handBackCase } from "../assignments/handing-back";
import { listLoads } from "../assignments/loads";
import { planReplacement } from "../assignments/replacements";
import { listBoard } from "../cases/board";
import { listCases, listSamples } from "../cases/case-list";
import { changeRecord, getCaseRecord, listRevisions } from "../cases/case-records";
import { getCase } from "../cases/cases";
import { listHistory } from "../cases/history";
import { listWork } from "../cases/work";
import { listDataset, listVersions } from "../dataset/dataset";
import { listOwnDifferences } from "../dataset/own-differences";
import { reopenCase } from "../dataset/reopening";
import { checkExportChoice } from "../exports/choice";
import { exportDataset, exportFiles } from "../exports/dataset";
import { countHowRated } from "../exports/how-rated";
import { exportReliability } from "../exports/reliability/export-reliability";
import { exportTables } from "../exports/tables/export-tables";
import {
  agreeEverything,
  caseFor,
  commit,
  must,
  rateAndSubmit,
  ratingsFrom,
  release,
  temporaryStudy,
} from "../fixtures";
import { draftOf, importOf, levelsFrom } from "../imports/drafts.fixtures";
import { getImport, listImports } from "../imports/imports";
import { reviewDrafts } from "../imports/review";
import { listCoders, listPeople, type Viewer } from "../people/people";
import { getDraft, saveDraft } from "../ratings/drafts";
import { holdOpening } from "../ratings/opening";
import { getOwnSubmission, submitRatings, takeBackSubmission } from "../ratings/ratings";
import { acceptAllTheSame } from "../reconciliation/decisions";
import { listDisagreements, makePrecedent } from "../reconciliation/disagreements";
import { recordDissent } from "../reconciliation/dissenting";
import { listMeetingNotes, saveMeetingNotes } from "../reconciliation/meeting-notes";
import { listPrecedents } from "../reconciliation/precedents";
import { getReconciliation } from "../reconciliation/reconciliations";
import { getRoom, showNames } from "../reconciliation/rooms";
import { getReleasePreview } from "../releases/next";
import { getRelease, listReleases } from "../releases/releases";
import { draftAgain, readAgain } from "../second-look/second-look.fixtures";
import { getSecondLook } from "../second-look/second-look-drafts";
import { beginSecondLook, endSecondLook, getOwnSecondLook } from "../second-look/second-looks";
import { write } from "../store/store";
import { getAnalyses } from "../tables/analyses";
import { getByCoder } from "../tables/by-coder";
import { getCasesBehind } from "../tables/cases-behind";
import { getPublication } from "../tables/publication";
import { getReport } from "../tables/report";
import { type Cast, everyone, makeCast } from "./blinding.stages";

/*
 * Two studies in which everybody does the same, but for one coder, Finn: in the second he gives
 * other levels, notes, quotations, themes, doubts and dissent, and saves his draft more often. As long as
 * a person must not learn from his ratings, all that they can read is the same in both studies.
 */

const reference = "2016-01";
const others = everyone.filter((who) => who !== "coder, first in");
type Other = (typeof others)[number];

/** What Finn gives in a study, and in how many steps. */
interface Given {
  readonly scores: string;
  readonly note: string;
  readonly quotes: readonly Quote[];
  readonly saves: number;
}
const firstWorld: Given = {
  scores: "3210000000002",
  note: "Page 4: the kestrel note",
  quotes: [{ text: "the wren passage", page: "4", place: "paragraph 2", at: 310 }],
  saves: 1,
};
const secondWorld: Given = {
  scores: "0123321012230",
  note: "Page 9: the heron note",
  quotes: [
    { text: "the plover passage", page: "9", place: "", at: null },
    { text: "a second plover passage", page: "", place: "", at: 12 },
  ],
  saves: 4,
};

async function finnRates({ "coder, first in": finn }: Cast, given: Given): Promise<number> {
  const plain = await ratingsFrom(finn, reference, given.scores, given.note);
  const unsure = given === secondWorld;
  const ratings: Ratings = Object.fromEntries(
    Object.entries(plain).map(([factor, rating]) => [
      factor,
      {
        ...{ ...rating, unsure, quotes: given.quotes },
        description: rating.description === "" ? "" : given.note,
      },
    ]),
  );
  let revision = (await getDraft(finn, reference))?.revision ?? 0;
  for (let save = 0; save < given.saves; save++)
    revision = must(await saveDraft(finn, reference, revision, ratings)).revision;
  return revision;
}

/** The words of a record that is changed once its case is open, which can say what was read there. */
async function recordSays(viewer: Viewer, words: string): Promise<void> {
  const point = { kind: "strength", theme: "recording", description: words } as const;
  const changes = [
    { section: "incident", facts: { incidentType: "other", incidentRationale: words } },
    { section: "practice", facts: { practice: [point] } },
    { section: "actions", facts: { actions: [{ description: words, status: null }] } },
    { section: "analysis", facts: { included: false, exclusionReason: words } },
    { section: "analysis", facts: { included: true, exclusionReason: "" } },
  ] as const;
  for (const [index, change] of changes.entries())
    must(
      await changeRecord(viewer, reference, {
        ...{ ...change, seenRevision: index + 1, reason: words, confirmed: true },
      }),
    );
}

/** What happens, in order; after each step everybody looks at everything. */
type Steps = Readonly<Record<string, (cast: Cast, given: Given) => Promise<unknown>>>;
const steps: Steps = {
  async "Finn drafts"(cast, given) {
    const coders = [cast["lead who codes it"], cast["coder, first in"], cast["coder, last in"]];
    await caseFor(cast["lead who does not"], reference, coders);
    await finnRates(cast, given);
  },
  async "Finn submits"(cast, given) {
    const revision = await finnRates(cast, given);
    must(await submitRatings(cast["coder, first in"], reference, revision));
  },
  "takes it back": async (cast) =>
    must(await takeBackSubmission(cast["coder, first in"], reference)),
  async "and again"(cast, given) {
    const revision = await finnRates(cast, given);
    must(await submitRatings(cast["coder, first in"], reference, revision));
  },
  "lead submits": (cast) => rateAndSubmit(cast["lead who codes it"], reference, "3210000000000"),
  "all are in": (cast) => rateAndSubmit(cast["coder, last in"], reference, "3210000000000"),
  async "some agreed"(cast, { scores }) {
    const lead = cast["lead who does not"];
    must(await acceptAllTheSame(lead, reference));
    must(await showNames(lead, reference, true));
    must(await saveMeetingNotes(lead, reference, { text: `Finn: ${scores}`, seenRevision: 0 }));
    await recordSays(cast["command line"], `Finn: ${scores}`);
  },
  "third joins": async (cast) =>
    must(await assignCoders(cast["lead who does not"], reference, [cast["third coder"].id])),
  "third submits": (cast) => rateAndSubmit(cast["third coder"], reference, "0000000000000"),
  async committed(cast, given) {
    const lead = cast["lead who does not"];
    await agreeEverything(lead, reference);
    const row = (await getReconciliation(lead, reference))?.rows.find(
      ({ factor }) => factor.key === "neglect",
    );
    const seenRevision = row?.agreed?.revision ?? 0;
    const dissent = { factor: "neglect", reason: "Page 7", seenRevision };
    must(await recordDissent(cast["third coder"], reference, dissent));
    const ofFinn = { ...dissent, reason: `A dissent of ${given.scores}` };
    must(await recordDissent(cast["coder, first in"], reference, ofFinn));
    const precedent = { factor: "neglect", summary: "Missed visits" };
    must(await makePrecedent(lead, reference, precedent));
    await commit(lead, reference);
  },
  released: async (cast) => release(cast["lead who does not"]),
  async reopened(cast) {
    const lead = cast["lead who does not"];
    must(await reopenCase(lead, reference, "A chronology came in"));
    // What the file states is the risk rating in the second study.
    const stated = { risk_rating: 33, fatal: "no" };
    const drafts = [draftOf(reference, { facts: { involvement: "none" }, stated })];
    must(await importOf(lead, drafts, { reason: `Finn: ${firstWorld.scores}` }));
  },
  "fourth joins": async (cast) =>
    must(await assignCoders(cast["lead who does not"], reference, [cast["coder of no case"].id])),
  "fourth is out": async (cast) =>
    must(
      await goOnWithout(cast["lead who does not"], reference, cast["coder of no case"].id, "Ill"),
    ),
};

/** Until nobody but Finn is left, who has submitted; and on, with another beside him. */
const handedBack: Steps = {
  async "Finn submits"(cast, given) {
    await steps["Finn drafts"]?.(cast, given);
    await steps["Finn submits"]?.(cast, given);
  },
  "last is out": async (cast) => must(await handBackCase(cast["coder, last in"], reference)),
  "lead is out": async (cast) => must(await handBackCase(cast["lead who codes it"], reference)),
  "third joins": async (cast) =>
    must(await assignCoders(cast["lead who does not"], reference, [cast["third coder"].id])),
  "third submits": (cast) => rateAndSubmit(cast["third coder"], reference, "0000000000000"),
};

/** Left out of the analysis before all are in, so that nobody can rate it: it stays hidden, and is counted. */
const leftOut: Steps = {
  async "Finn submits"(cast, given) {
    await steps["Finn drafts"]?.(cast, given);
    await steps["Finn submits"]?.(cast, given);
  },
  "left out": async (cast) =>
    must(
      await changeRecord(cast["lead who does not"], reference, {
        ...{ section: "analysis", reason: "Read again", confirmed: true, seenRevision: 1 },
        facts: { included: false, exclusionReason: "Too thin" },
      }),
    ),
  released: async (cast) => release(cast["lead who does not"]),
};

/** Left out once it is committed, when somebody who joined has not submitted and the record tells what Finn gave. */
const leftOutLater: Steps = {
  async released(cast, given) {
    const lead = cast["lead who does not"];
    await steps["Finn drafts"]?.(cast, given);
    await steps["Finn submits"]?.(cast, given);
    for (const who of ["lead who codes it", "coder, last in"] as const)
      await rateAndSubmit(cast[who], reference, "3210000000000");
    await agreeEverything(lead, reference);
    await commit(lead, reference);
    await release(lead);
  },
  async "left out"(cast, { scores }) {
    const lead = cast["lead who does not"];
    must(await reopenCase(lead, reference, "A chronology came in"));
    await recordSays(cast["command line"], `Finn: ${scores}`);
    must(await assignCoders(lead, reference, [cast["third coder"].id]));
    must(
      await changeRecord(lead, reference, {
        ...{ section: "analysis", reason: "Read again", confirmed: true, seenRevision: 6 },
        facts: { included: false, exclusionReason: "Too thin" },
      }),
    );
  },
  "released again": async (cast) => release(cast["lead who does not"]),
};

/** What the last of the coders gives decides which factors are to be read again. */
const secondLook = (last: string): Steps => ({
  async "all are in"(cast, given) {
    await steps["Finn drafts"]?.(cast, given);
    must(await holdOpening(cast["lead who does not"], reference));
    await steps["Finn submits"]?.(cast, given);
    await rateAndSubmit(cast["lead who codes it"], reference, "3210000000000");
    await rateAndSubmit(cast["coder, last in"], reference, last);
  },
  "it begins": async (cast) => must(await beginSecondLook(cast["lead who does not"], reference)),
  async "Finn drafts"(cast, given) {
    const note = given.note;
    for (let save = 0; save < given.saves; save++)
      await draftAgain(cast["coder, first in"], reference, { neglect: { level: "low", note } });
  },
  async "Finn submits"(cast, given) {
    const level = given === firstWorld ? "medium" : "high";
    const neglect = { level, note: given.note, unsure: given === firstWorld };
    await readAgain(cast["coder, first in"], reference, { neglect });
  },
  "last submits": (cast) => readAgain(cast["coder, last in"], reference),
  "it ends": async (cast) =>
    must(await endSecondLook(cast["lead who does not"], reference, "Cora is away")),
  "third joins": async (cast) =>
    must(await assignCoders(cast["lead who does not"], reference, [cast["third coder"].id])),
});

const totalBehind = { release: null, table: "table_10", line: "total-total", column: "this" };
const allRated: AgreementAsked = {
  ...{ samples: [], secondLook: null, period: always, coders: [], names: false },
};

const ofNeglect = { ...allRated, factor: "neglect", pair: null };

/** Everything that somebody can read of the study, as text. */
async function allThatIsRead(viewer: Viewer): Promise<string> {
  const files: Record<string, string> = {};
  // A workbook and a zip are made of the same tables, and take long.
  const quick = exportFiles.filter(({ name }) => /\.csv$|^agreed-ratings\.sav$/.test(name));
  for (const { name } of quick) files[name] = await fileOf(viewer, name, everything);
  const ofRelease = { ...everything, release: 1 };
  for (const name of ["agreed-ratings.csv", "ratings.csv"])
    files[`release 1, ${name}`] = await fileOf(viewer, name, ofRelease);
  const read = {
    getCase: await getCase(viewer, reference),
    getCaseRecord: await getCaseRecord(viewer, reference),
    listRevisions: await listRevisions(viewer, reference),
    listCases: await listCases(viewer, {}),
    listCasesWaiting: await listCases(viewer, { stage: "waiting" }),
    listCasesSecondLook: await listCases(viewer, { stage: "second_look" }),
    listCasesOpen: await listCases(viewer, { stage: "open" }),
    listCasesReconciling: await listCases(viewer, { stage: "reconciling" }),
    listSamples: await listSamples(viewer),
    getDraft: await getDraft(viewer, reference),
    getOwnSubmission: await getOwnSubmission(viewer, reference),
    getSecondLook: await getSecondLook(viewer, reference),
    getOwnSecondLook: await getOwnSecondLook(viewer, reference),
    getReconciliation: await getReconciliation(viewer, reference),
    getRoom: await getRoom(viewer, reference),
    listMeetingNotes: await listMeetingNotes(viewer, reference),
    listVersions: await listVersions(viewer, reference),
    listOwnDifferences: await listOwnDifferences(viewer, reference),
    listDisagreements: await listDisagreements(viewer, reference),
    listPrecedents: await listPrecedents(viewer, {}),
    listDataset: await listDataset(viewer, {}),
    listDatasetOfSample: await listDataset(viewer, { sample: "2016" }),
    getReport: await getReport(viewer, { release: null, thisSample: "2016" }),
    getCasesBehind: [
      await getCasesBehind(viewer, totalBehind),
      await getCasesBehind(viewer, { ...totalBehind, thisSample: "2016" }),
      await getCasesBehind(viewer, { ...totalBehind, release: 1 }),
    ],
    getAnalyses: await getAnalyses(viewer, { release: null, intervals: true }),
    getAnalysesOfRelease: await getAnalyses(viewer, { release: 1, intervals: true }),
    getByCoder: await getByCoder(viewer, { release: null, thisSample: "2016" }),
    getByCoderOfRelease: await getByCoder(viewer, { release: 1 }),
    getPublication: await getPublication(viewer, 1),
    getAgreement: await getAgreement(viewer, allRated),
    getAgreementOfRelease: await getAgreement(viewer, { ...allRated, release: 1 }),
    getAgreementOfSample: await getAgreement(viewer, { ...allRated, samples: ["2016"] }),
    getFactorAgreement: await getFactorAgreement(viewer, { ...ofNeglect, cell: [3, 1] }),
    getFactorAgreementOfStage: await getFactorAgreement(viewer, {
      ...{ ...ofNeglect, window: { factor: "neglect", number: 1, coders: [], secondLook: null } },
      ...({ stage: "held-agreed", cell: [3, 3] } as const),
    }),
    getRiskRatings: await getRiskRatings(viewer, allRated),
    getAgreementStages: await getAgreementStages(viewer, allRated),
    getAgreementOverTime: [
      await getAgreementOverTime(viewer, { ...allRated, factor: null }),
      await getAgreementOverTime(viewer, { ...allRated, samples: ["2016"], factor: "neglect" }),
    ],
    listReleases: await listReleases(viewer),
    getRelease: await getRelease(viewer, 1),
    getReleasePreview: await getReleasePreview(viewer),
    listHistory: await listHistory(viewer, reference),
    listWork: await listWork(viewer),
    ...(await allThatIsPlanned(viewer)),
    checkExportChoice: await checkExportChoice(viewer, { ...everything, references: [reference] }),
    checkRelease: await checkExportChoice(viewer, { ...ofRelease, references: [reference] }),
    countHowRated: [
      await countHowRated(viewer, everything),
      await countHowRated(viewer, ofRelease),
    ],
    listPeople: await listPeople(viewer),
    listCoders: await listCoders(viewer),
    ...(await allThatImportsTell(viewer)),
    files,
    tables: await allTablesTaken(viewer),
    reliability: await reliabilityTaken(viewer, allRated),
    reliabilityOfRelease: await reliabilityTaken(viewer, { ...allRated, release: 1 }),
  };
  return withoutIdsAndTimes(JSON.stringify(read, null, 1));
}

/** Tables as they are taken away: those that can be read as text. */
async function allTablesTaken(viewer: Viewer) {
  const taken: unknown[] = [];
  const ofReport = ["table_10.csv", "chart_1.svg"];
  const beside = ["case_mix.csv", "mean_by_coder.csv", "other_themes.csv"];
  for (const name of [...ofReport, ...beside])
    for (const asked of [
      { release: null, forPublication: false, thisSample: "2016" },
      { release: 1, forPublication: false },
      { release: 1, forPublication: true },
    ]) {
      const outcome = await exportTables(viewer, name, asked);
      taken.push(outcome.kind === "done" ? outcome.value.bytes.toString("utf8") : outcome);
    }
  return taken;
}

/** The reliability report, in the form that can be read as text. */
async function reliabilityTaken(viewer: Viewer, asked: AgreementAsked) {
  const outcome = await exportReliability(viewer, "reliability.txt", asked);
  if (outcome.kind !== "done") return outcome;
  return outcome.value.bytes.toString("utf8");
}

async function fileOf(viewer: Viewer, name: string, choice: ExportChoice): Promise<string> {
  const outcome = await exportDataset(viewer, name, choice);
  if (outcome.kind !== "done") return outcome.kind;
  const chunks: string[] = [];
  for await (const chunk of outcome.value) chunks.push(Buffer.from(chunk).toString("latin1"));
  return chunks.join("");
}

/**
 * What an import answers to a file that guesses what Finn gave in the first study, as agreed scores,
 * as independent ratings and as a total, beside a fact that changes, and as what is written in the
 * record; and what the import told that was made of one.
 */
async function allThatImportsTell(viewer: Viewer) {
  const facts = { sample: "2017" };
  const levels = levelsFrom(firstWorld.scores);
  const written = `Finn: ${firstWorld.scores}`;
  const guesses = [
    draftOf(reference, { facts, levels }),
    draftOf(reference, { facts, ratings: [{ coder: "A", levels }] }),
    draftOf(reference, { facts, stated: { risk_rating: 8 } }),
    draftOf(reference, { facts: { actions: [{ description: written, status: null }] } }),
  ];
  const told: unknown[] = [];
  for (const draft of guesses) {
    told.push(await reviewDrafts(viewer, [[draft]]));
    const tried = write(async () => {
      told.push(await importOf(viewer, [draft], { reason: "A guess" }));
      throw new PutBack();
    });
    await expect(tried).rejects.toThrow(PutBack);
  }
  const list = await listImports(viewer);
  const views = await Promise.all((list ?? []).map(({ id }) => getImport(viewer, id)));
  return { imports: { told, list, views } };
}

class PutBack extends Error {}

/** What leads are told to plan work: marks, loads, and who would get what. */
async function allThatIsPlanned(viewer: Viewer) {
  const coders = ((await listLoads(viewer)) ?? []).map(({ id }) => id);
  const each = { cases: [reference], coders, each: 3, third: null, seed: 7 } as const;
  return {
    listBoard: await listBoard(viewer, {}),
    listBoardOfStarted: await listBoard(viewer, { stage: "coding", overdue: true }),
    listLoads: await listLoads(viewer),
    planBalanced: await planAssignments(viewer, { ...each, how: "balanced" }),
    planEvery: await planAssignments(viewer, { ...each, how: "every" }),
    planReplacements: await Promise.all(
      coders.map((left) => planReplacement(viewer, { left, coders, cases: [], seed: 7 })),
    ),
  };
}

/** Ids and moments are the only things that are made equal; days too, for a run past midnight. */
function withoutIdsAndTimes(text: string): string {
  return text
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "(id)")
    .replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, "(moment)")
    .replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, "(day)")
    .replaceAll(/\b\d{1,2} [A-Z][a-z]+ 20\d{2}\b(, \d\d:\d\d\b)?/g, "(day)");
}

type World = Record<string, Record<Other, string>>;

async function live(given: Given, steps: Steps): Promise<World> {
  const study = await temporaryStudy();
  try {
    const cast = await makeCast();
    const world: World = {};
    for (const [name, step] of Object.entries(steps)) {
      await step(cast, given);
      const seen = {} as Record<Other, string>;
      for (const who of others) seen[who] = await allThatIsRead(cast[who]);
      world[name] = seen;
    }
    return world;
  } finally {
    study.end();
  }
}

let first: World;
let second: World;
beforeAll(async () => {
  first = await live(firstWorld, steps);
  second = await live(secondWorld, steps);
}, 360_000);

/** A line for each step, with a word for each person in the order of `others`. */
const told = (word: (step: string, who: Other) => string, steps: Steps) =>
  Object.keys(steps).map((step) =>
    [step.padEnd(14), ...others.map((who) => word(step, who))].join(" "),
  );

function compared(one: World, other: World, steps: Steps): string[] {
  const word = (step: string, who: Other) =>
    one[step]?.[who] === other[step]?.[who] ? "same" : "DIFF";
  return ["               lead lead last 3rd  none anal admi comm", ...told(word, steps)];
}

test("all that others can read is the same, whatever Finn rated, until they may learn it", () => {
  expect(compared(first, second, steps)).toEqual([
    "               lead lead last 3rd  none anal admi comm",
    "Finn drafts    same same same same same same same same",
    "Finn submits   same same same same same same same same",
    "takes it back  same same same same same same same same",
    "and again      same same same same same same same same",
    "lead submits   same same same same same same same same",
    "all are in     DIFF DIFF DIFF same same same same DIFF",
    "some agreed    DIFF DIFF DIFF same same same same DIFF",
    "third joins    same same same same same same same same",
    "third submits  DIFF DIFF DIFF DIFF same same same DIFF",
    "committed      DIFF DIFF DIFF DIFF DIFF DIFF same DIFF",
    "released       DIFF DIFF DIFF DIFF DIFF DIFF same DIFF",
    "reopened       DIFF DIFF DIFF DIFF DIFF DIFF same DIFF",
    "fourth joins   same same same same same same same same",
    "fourth is out  DIFF DIFF DIFF DIFF DIFF DIFF same DIFF",
  ]);
});

test("nor is anything told when all others hand the case back, before another has submitted", async () => {
  const one = await live(firstWorld, handedBack);
  const other = await live(secondWorld, handedBack);
  expect(compared(one, other, handedBack)).toEqual([
    "               lead lead last 3rd  none anal admi comm",
    "Finn submits   same same same same same same same same",
    "last is out    same same same same same same same same",
    "lead is out    same same same same same same same same",
    "third joins    same same same same same same same same",
    "third submits  DIFF DIFF same DIFF same same same DIFF",
  ]);
}, 360_000);

test("nor of a case that is left out of the analysis, which counts as a submission and is released", async () => {
  const [one, other] = [await live(firstWorld, leftOut), await live(secondWorld, leftOut)];
  expect(compared(one, other, leftOut)).toEqual([
    "               lead lead last 3rd  none anal admi comm",
    "Finn submits   same same same same same same same same",
    "left out       same same same same same same same same",
    "released       same same same same same same same same",
  ]);
  expect(one.released?.analyst).toContain("2016-01,2016,");
}, 360_000);

test("nor what is written in the record of one that is committed, and left out while it is rated again", async () => {
  const one = await live(firstWorld, leftOutLater);
  const other = await live(secondWorld, leftOutLater);
  expect(compared(one, other, leftOutLater)).toEqual([
    "               lead lead last 3rd  none anal admi comm",
    "released       DIFF DIFF DIFF DIFF DIFF DIFF same DIFF",
    "left out       same same same same same same same same",
    "released again same same same same same same same same",
  ]);
}, 360_000);

test("what leads are told to plan work never tells what Finn rated, also when they may learn it", () => {
  const planned = (world: World, who: Other) =>
    Object.keys(steps).map((step) => {
      const { listBoard, listBoardOfStarted, listLoads, ...read } = JSON.parse(
        world[step]?.[who] ?? "",
      );
      const { planBalanced, planEvery, planReplacements } = read;
      return {
        listBoard,
        listBoardOfStarted,
        listLoads,
        planBalanced,
        planEvery,
        planReplacements,
      };
    });
  for (const who of ["lead who codes it", "lead who does not", "command line"] as const) {
    expect(planned(first, who)).toEqual(planned(second, who));
    expect(planned(first, who).map(({ listBoard }) => marksOf(listBoard))).toEqual([
      "not_started not_started started",
      "not_started not_started submitted",
      "not_started not_started started",
      "not_started not_started submitted",
      "not_started submitted submitted",
      "open open open",
      "reconciling reconciling reconciling",
      "not_started submitted submitted submitted",
      "reconciling reconciling reconciling reconciling",
      "committed committed committed committed",
      "committed committed committed committed",
      "reconciling reconciling reconciling reconciling",
      "not_started submitted submitted submitted submitted",
      "reconciling reconciling reconciling reconciling",
    ]);
  }
});

const marksOf = (board: { rows: { cells: { mark: string }[] }[] }) =>
  board.rows[0]?.cells
    .map(({ mark }) => mark)
    .sort()
    .join(" ");

test("in a second look nobody is told more than which factors to read again, the same in both", async () => {
  // The other two differ on every factor, whatever Finn gave.
  const list = secondLook("2103333333323");
  const [one, other] = [await live(firstWorld, list), await live(secondWorld, list)];
  expect(compared(one, other, list)).toEqual([
    "               lead lead last 3rd  none anal admi comm",
    "all are in     same same same same same same same same",
    "it begins      same same same same same same same same",
    "Finn drafts    same same same same same same same same",
    "Finn submits   same same same same same same same same",
    "last submits   same same same same same same same same",
    "it ends        DIFF DIFF DIFF same same same same DIFF",
    "third joins    same same same same same same same same",
  ]);
}, 360_000);

test("and whoever does not code the case is not even told which, nor whether there is any", async () => {
  const list = secondLook("3210000000000");
  const alike: Given = { ...secondWorld, scores: "3210000000000" };
  const [one, other] = [await live(firstWorld, list), await live(alike, list)];
  expect(compared(one, other, list)).toEqual([
    "               lead lead last 3rd  none anal admi comm",
    "all are in     same same same same same same same same",
    "it begins      DIFF same DIFF same same same same same",
    "Finn drafts    DIFF same DIFF same same same same same",
    "Finn submits   DIFF same DIFF same same same same same",
    "last submits   DIFF same DIFF same same same same same",
    "it ends        DIFF DIFF DIFF same same same same DIFF",
    "third joins    same same DIFF same same same same same",
  ]);
}, 360_000);

test("what Finn wrote is read by those who agree with him while they may, and by nobody else", () => {
  const noted = (world: World, note: string) =>
    told((step, who) => (world[step]?.[who].includes(note) ? "note" : "    "), steps);
  const readWhen = (committed: string) => [
    "Finn drafts                                           ",
    "Finn submits                                          ",
    "takes it back                                         ",
    "and again                                             ",
    "lead submits                                          ",
    "all are in     note note note                     note",
    "some agreed    note note note                     note",
    "third joins                                           ",
    "third submits  note note note note                note",
    committed,
    committed.replace("committed", "released "),
    "reopened       note note note note                note",
    "fourth joins                                          ",
    "fourth is out  note note note note                note",
  ];
  // Once it is committed leads have the notes in an export, and nobody has the quotes.
  const notes = readWhen("committed      note note                          note");
  const quotes = readWhen("committed                                             ");
  expect(noted(first, "kestrel")).toEqual(notes);
  expect(noted(second, "heron")).toEqual(notes);
  expect(noted(first, "the wren passage")).toEqual(quotes);
  expect(noted(second, "a second plover passage")).toEqual(quotes);
});

test("the levels that are read once all are in are Finn's own", () => {
  const levelsOf = (world: World, note: string) => {
    const { getReconciliation: open } = JSON.parse(
      world["all are in"]?.["lead who does not"] ?? "",
    );
    const rows: { factor: { number: number }; ratings: { level: string; note: string }[] }[] =
      open.rows;
    return [...rows]
      .sort((one, other) => one.factor.number - other.factor.number)
      .map((row) => row.ratings.find((rating) => rating.note.includes(note))?.level);
  };
  const none = "not_indicated";
  expect(levelsOf(first, "kestrel")).toEqual([
    ...["high", "medium", "low", none, none, none, none, none, none, none],
    ...["no", none, "medium"],
  ]);
  expect(levelsOf(second, "heron")).toEqual([
    ...[none, "low", "medium", "high", "high", "medium", "low", none, "low", "medium"],
    ...["previously", "high", none],
  ]);
});
