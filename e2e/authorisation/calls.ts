import { firstCodeLists } from "@/domain/code-lists/code-lists";
import { typedValue } from "@/domain/code-lists/edit";
import { firstCodebook, readCodebook } from "@/domain/codebook/codebook";
import { unrated } from "@/domain/ratings/ratings";
import { formOf } from "../calling";

/** All that somebody needs to know to fill in every form of a case, and the others, rightly. */
export interface Hand {
  readonly reference: string;
  /** Whose page the form stands on. */
  readonly personId: string;
  readonly password: string;
  /** The revision of their draft. */
  readonly revision: number;
  /** The last revision of the case's record. */
  readonly recordRevision: number;
  /** The revision of the level agreed for Neglect. */
  readonly seenRevision: number;
  /** The letters of the coders whose ratings the room shows. */
  readonly seenCoders: string;
  /** The version of the meeting notes. */
  readonly notesRevision: number;
  /** What the page with which the case is committed sends along of what it showed. */
  readonly seenRound: string;
  /** Two who can be assigned. */
  readonly coders: readonly string[];
  /** A coder who has not submitted. */
  readonly waitedFor: string;
  /** The account to be changed, and whether it is to stay open. */
  readonly account: string;
  readonly active: "yes" | "no";
  /** What that account is allowed, as its page sends it along. */
  readonly seenAccount: string;
  /** The second factor that its page shows; "" for none. */
  readonly secondFactor: string;
  /** An upload, and an import. */
  readonly upload: string;
  readonly imported: string;
  /** The one-time code of the first account. */
  readonly code: string;
  /** The number of a practice case, and the revision of what they rated of it. */
  readonly practice: number;
  readonly practiceRevision: number;
  /** How the words of the upload are matched, as the form of its values sends it along. */
  readonly seenMatching: string;
  /** What importing the upload would do, as its page sends it along. */
  readonly seenImport: string;
  /** What practice is required, as the page that sets it sends it along. */
  readonly seenRequirement: string;
  /** The settings of the team, as their page sends them along. */
  readonly seenSettings: string;
  /** What the next release would hold, as the page that makes it sends it along. */
  readonly seen: string;
}

const noProposal = "00000000-0000-4000-8000-000000000000";
const untouched = { problems: [], values: {} };
const ratings = Object.fromEntries(
  readCodebook(firstCodebook).factors.map(({ key, levels }) => [
    key,
    { ...unrated, themes: [], level: levels.at(-1)?.key ?? "" },
  ]),
);
const ratingFields = Object.fromEntries(
  Object.entries(ratings).map(([key, { level }]) => [`${key}.level`, level]),
);

const incident = { incidentType: "suicide", incidentRationale: "Page 7" };
const { methodology } = firstCodeLists;
const renamedList = Object.fromEntries([
  ["version", "1"],
  ["count", String(methodology.values.length)],
  ["reason", "Its full name"],
  ...methodology.values.flatMap((value, index) =>
    Object.entries({ ...typedValue(methodology, value), label: `${value.label} model` }).map(
      ([field, text]) => [`values.${index}.${field}`, text],
    ),
  ),
]) as Record<string, string>;
const practiceFields = Object.fromEntries([
  ["text", "The health visitor called twice."],
  ...Object.entries(ratings).flatMap(([key, { level }]) => [
    [`${key}.level`, level],
    [`${key}.reason`, "Nothing in the text speaks of it"],
  ]),
]) as Record<string, string>;
const nora = { name: "Nora", email: "nora@example.org", password: "a long enough password" };

/** What each action is called with, by its name: as a page would, with nothing wrong in it. */
export const calls: Readonly<Record<string, (hand: Hand) => readonly unknown[]>> = {
  acceptAction: ({ reference }) => [reference, untouched, formOf({})],
  addPersonAction: () => [untouched, formOf({ ...nora, roles: ["coder", "lead", "admin"] })],
  agreeAction: ({ reference, seenRevision, seenCoders }) => [
    reference,
    seenCoders,
    untouched,
    formOf({
      factor: "neglect",
      level: "high",
      way: "after_discussion",
      reason: "Page 4",
      seenRevision: String(seenRevision),
    }),
  ],
  assignAction: ({ reference, coders }) => [reference, untouched, formOf({ coders })],
  assignAsPlannedAction: ({ coders }) => [
    untouched,
    formOf({
      ...{ cases: "2016-01", coders, how: "every", each: "2", third: "", seed: "1" },
      shown: coders.map((id) => `2016-01 ${id}`),
    }),
  ],
  beginSecondFactorAction: ({ password }) => [untouched, formOf({ password })],
  beginSecondLookAction: ({ reference }) => [reference, untouched, formOf({})],
  changeAccountAction: ({ account, active, seenAccount: seen }) => [
    account,
    untouched,
    formOf({ roles: ["coder", "lead", "analyst", "admin"], active, seen }),
  ],
  changeCodeListAction: () => ["methodology", untouched, formOf(renamedList)],
  changePasswordAction: ({ password }) => [
    untouched,
    formOf({ current: password, next: "another long enough password" }),
  ],
  changePracticeCaseAction: ({ practice }) => [
    practice,
    untouched,
    formOf({ ...practiceFields, text: "The health visitor called three times.", revision: "1" }),
  ],
  changeRequirementAction: ({ seenRequirement: seen }) => [
    untouched,
    formOf({ practiceRequired: "yes", practiceCases: "1", practicePercent: "80", seen }),
  ],
  changeTeamSettingsAction: ({ seenSettings: seen }) => [
    untouched,
    formOf({ secondPerson: "yes", withheldUpTo: "5", seen }),
  ],
  commitAction: ({ reference }) => [reference, untouched, formOf({})],
  confirmCommitAction: ({ reference, seenRound }) => [
    reference,
    untouched,
    formOf({ seen: seenRound }),
  ],
  confirmSecondFactorAction: () => [untouched, formOf({ code: "000000" })],
  correctPersonAction: ({ account, seenAccount: seen }) => [
    account,
    untouched,
    formOf({ name: "Norah", email: "norah@example.org", seen }),
  ],
  discardUploadAction: ({ upload }) => [upload, untouched, formOf({})],
  dissentAction: ({ reference, personId, seenRevision }) => [
    { reference, personId },
    untouched,
    formOf({
      factor: "neglect",
      "neglect.dissent": "Page 9",
      seenRevision: String(seenRevision),
    }),
  ],
  endSecondLookAction: ({ reference }) => [
    reference,
    untouched,
    formOf({ reason: "Somebody is away" }),
  ],
  giveFirstPasswordAction: ({ account }) => [
    account,
    untouched,
    formOf({ password: "another long enough password" }),
  ],
  goOnWithoutAction: ({ reference, waitedFor }) => [
    reference,
    untouched,
    formOf({ coder: waitedFor, reason: "Ill" }),
  ],
  handBackAction: ({ reference, personId }) => [{ reference, personId }, untouched, formOf({})],
  holdOpeningAction: ({ reference }) => [reference, untouched, formOf({})],
  importUploadAction: ({ upload, seenImport }) => [
    upload,
    untouched,
    formOf({ reason: "", seen: seenImport }),
  ],
  lookAction: ({ reference }) => [reference],
  makeFirstAccountAction: ({ code }) => [untouched, formOf({ ...nora, code, coder: "yes" })],
  makePracticeCaseAction: () => [untouched, formOf(practiceFields)],
  makePrecedentAction: ({ reference }) => [
    reference,
    untouched,
    formOf({ factor: "neglect", "neglect.summary": "Missed visits" }),
  ],
  makeReleaseAction: ({ seen }) => [untouched, formOf({ note: "For the report", seen })],
  matchColumnsAction: ({ upload }) => [
    upload,
    untouched,
    formOf({
      ...{ sheets: "1", sample: "", "sheets.0.kind": "cases", "sheets.0.headerLine": "1" },
      ...{ "sheets.0.columns": "5", "sheets.0.columns.0": "case_ref" },
    }),
  ],
  matchValuesAction: ({ upload, seenMatching: seen }) => [
    upload,
    untouched,
    formOf({ seen, [`values.${seen}.0.0`]: "blank" }),
  ],
  offerPracticeCaseAction: ({ practice }) => [practice, untouched, formOf({ offered: "no" })],
  openCaseAction: ({ reference }) => [reference, untouched, formOf({})],
  rateAction: ({ reference, personId, revision }) => [
    { reference, personId },
    { problems: [], ratings, revision, savedAt: null },
    formOf({ ...ratingFields, revision: String(revision), intent: "submit" }),
  ],
  ratePracticeAction: ({ practice, personId, practiceRevision: revision }) => [
    { number: practice, personId, textRevision: 1 },
    { problems: [], ratings, revision, savedAt: null },
    formOf({ ...ratingFields, revision: String(revision), intent: "submit" }),
  ],
  readAgainAction: ({ upload }) => [upload, untouched, formOf({})],
  recordContextFiguresAction: () => [
    untouched,
    formOf({
      ...{ count: "1", revision: "0", "figures.0.part": "table_2", "figures.0.figure": "1,250" },
      ...{ "figures.0.label": "Reviews", "figures.0.source": "A report" },
    }),
  ],
  recordSampleDatesAction: () => [
    untouched,
    formOf({ count: "1", "samples.0.name": "2017", "samples.0.startsOn": "1 April 2016" }),
  ],
  registerCaseAction: ({ coders }) => [
    untouched,
    formOf({
      reference: "2016-77",
      sample: "2016",
      newSample: "2016",
      caseType: "public_s31",
      incidentType: "neglect_fatal",
      coders,
    }),
  ],
  removeSecondFactorAction: ({ password }) => [untouched, formOf({ password })],
  removeSecondFactorOfAction: ({ account, secondFactor }) => [
    account,
    untouched,
    formOf({ secondFactor }),
  ],
  renewRecoveryCodesAction: ({ password }) => [untouched, formOf({ password })],
  reopenAction: ({ reference }) => [
    reference,
    untouched,
    formOf({ reason: "A chronology came in" }),
  ],
  replaceCoderAction: ({ waitedFor, coders: [other = ""] }) => [
    untouched,
    formOf({
      ...{ left: waitedFor, coders: other, cases: "2016-02", seed: "1" },
      shown: `2016-02 ${other}`,
    }),
  ],
  requireSecondFactorAction: () => [untouched, formOf({ required: "yes" })],
  saveDraftAction: ({ reference, personId, revision }) => [
    { reference, personId },
    { revision, ratings },
  ],
  saveNotesAction: ({ reference, notesRevision }) => [
    reference,
    untouched,
    formOf({ notes: "Page 9 as well", seenRevision: String(notesRevision) }),
  ],
  savePracticeAction: ({ practice, personId, practiceRevision: revision }) => [
    { number: practice, personId, textRevision: 1 },
    { revision, ratings },
  ],
  saveSectionAction: ({ reference, personId, recordRevision }) => [
    { reference, personId },
    "incident",
    untouched,
    formOf({
      ...incident,
      ...{ revision: String(recordRevision), reason: "A slip" },
      confirmed: JSON.stringify(incident),
    }),
  ],
  secondLookAction: ({ reference, personId, revision }) => [
    { reference, personId },
    untouched,
    formOf({
      "neglect.level": "low",
      "child_protection_plan.level": "no",
      revision: String(revision),
      intent: "check",
    }),
  ],
  sendBackAction: ({ reference }) => [
    reference,
    untouched,
    formOf({ proposal: noProposal, reason: "Page 4" }),
  ],
  setDaysToRateAction: () => [untouched, formOf({ days: "21" })],
  showNamesAction: ({ reference }) => [reference, untouched, formOf({ shown: "yes" })],
  submitAction: ({ reference, personId, revision }) => [
    { reference, personId },
    untouched,
    formOf({ revision: String(revision) }),
  ],
  submitPracticeAction: ({ practice, personId, practiceRevision }) => [
    { number: practice, personId },
    untouched,
    formOf({ revision: String(practiceRevision) }),
  ],
  submitSecondLookAction: ({ reference, personId, revision }) => [
    { reference, personId },
    untouched,
    formOf({ revision: String(revision) }),
  ],
  takeBackAction: ({ reference, personId }) => [{ reference, personId }, untouched, formOf({})],
  takePrecedentBackAction: ({ reference }) => [reference, untouched, formOf({ factor: "neglect" })],
  undoImportAction: ({ imported }) => [imported, untouched, formOf({ reason: "A slip" })],
  withdrawDissentAction: ({ reference, personId }) => [
    { reference, personId },
    untouched,
    formOf({ factor: "neglect" }),
  ],
};

/** The actions with which a coder does something about their own ratings. */
export const ofOnePerson = [
  "dissentAction",
  "handBackAction",
  "rateAction",
  "ratePracticeAction",
  "saveDraftAction",
  "savePracticeAction",
  "secondLookAction",
  "submitAction",
  "submitPracticeAction",
  "submitSecondLookAction",
  "takeBackAction",
  "withdrawDissentAction",
];
