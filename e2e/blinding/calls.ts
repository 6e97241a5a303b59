import { passwordOf } from "@/db/fixtures";
import type { Viewer } from "@/db/people/people";
import { uploadOfTests } from "@/db/uploads/uploads.fixtures";
import { firstCodeLists } from "@/domain/code-lists/code-lists";
import { typedValue } from "@/domain/code-lists/edit";
import { firstCodebook, readCodebook } from "@/domain/codebook/codebook";
import { unrated } from "@/domain/ratings/ratings";
import { type Action, actionsOfBuild } from "../built";
import { formOf } from "../calling";
import { importOfTests } from "./imported";
import type { Name, People } from "./world";

/*
 * Good arguments for every action of the build, so that it does its work for whoever may do it.
 * They leave the cases blind that are: where somebody submits or is gone on without, the case
 * waits for somebody else.
 */

/** Who calls, with what case. */
interface Context {
  readonly people: People;
  readonly who: Name;
  readonly viewer: Viewer;
  readonly reference: string;
}

/** The arguments that an action is called with, one list for each call. */
type Calls = (context: Context) => unknown[][];

const missing = "00000000-0000-4000-8000-000000000000";
const untouched = { problems: [], values: {} };
const { factors } = readCodebook(firstCodebook);
const ratings = Object.fromEntries(
  factors.map(({ key, levels }) => [
    key,
    { ...unrated, themes: [], level: levels.at(-1)?.key ?? null },
  ]),
);
const rated = Object.fromEntries(
  factors.map(({ key, levels }) => [`${key}.level`, levels.at(-1)?.key ?? ""]),
);
const practiceFields = Object.fromEntries([
  ["text", "The health visitor called twice."],
  ...factors.flatMap(({ key, levels }) => [
    [`${key}.level`, levels.at(-1)?.key ?? ""],
    [`${key}.reason`, "Nothing in the text speaks of it"],
  ]),
]) as Record<string, string>;
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
const pageOf = ({ reference, viewer }: Context) => ({ reference, personId: viewer.id });
/** An action with a case's reference and the fields of a form. */
const withForm =
  (fields: (context: Context) => Record<string, string | string[]>): Calls =>
  (context) => [[context.reference, untouched, formOf(fields(context))]];

/** An action on a case in its second look, and on one that waits for ratings. */
const ofSecondLooks =
  (calls: Calls): Calls =>
  (context) =>
    ["2016-01", "2016-09"].includes(context.reference) ? calls(context) : [];

// Cases wait for Una, who comes to no end with any of them.
const leftByUna = ["submitAction", "submitSecondLookAction", "handBackAction"];

// 2016-05 waits for Cy alone: he does not submit there, and nobody goes on without him.
const released: Record<string, Name> = { "2016-01": "Ann", "2016-06": "Cy", "2016-08": "Bob" };

/** Actions on a case, in the order of a case's life. */
const onCases: Readonly<Record<string, Calls>> = {
  saveDraftAction: (context) => [[pageOf(context), { revision: 1, ratings }]],
  rateAction: (context) => [
    [
      pageOf(context),
      { problems: [], ratings, revision: 2, savedAt: null },
      formOf({
        revision: "2",
        "neglect.note": "A later page",
        "neglect.quotes.0.text": "A passage there",
        ...rated,
      }),
    ],
  ],
  submitAction: (context) => [
    [pageOf(context), untouched, formOf({ revision: context.reference === "2016-05" ? "0" : "3" })],
  ],
  takeBackAction: (context) => [[pageOf(context), untouched, formOf({})]],
  // Whoever hands 2016-01 back leaves it to others, who have not submitted.
  handBackAction: (context) =>
    context.reference === "2016-01" ? [[pageOf(context), untouched, formOf({})]] : [],
  holdOpeningAction: ofSecondLooks(withForm(() => ({}))),
  openCaseAction: ofSecondLooks(withForm(() => ({}))),
  beginSecondLookAction: ofSecondLooks(withForm(() => ({}))),
  secondLookAction: ofSecondLooks((context) => [
    [pageOf(context), untouched, formOf({ ...rated, revision: "2", intent: "check" })],
  ]),
  // Una is still to read 2016-09 again.
  submitSecondLookAction: ofSecondLooks((context) => [
    [pageOf(context), untouched, formOf({ revision: "3" })],
  ]),
  // Without a reason: whoever ends it opens the case.
  endSecondLookAction: ofSecondLooks(withForm(() => ({ reason: "" }))),
  // 2016-05 was changed since, by an import: it stays as that left it, which can be undone then.
  saveSectionAction: (context) => [
    [
      pageOf(context),
      "incident",
      untouched,
      formOf({
        ...{ incidentType: "suicide", incidentRationale: "Page 2" },
        ...{ reason: "A slip", revision: context.reference === "2016-06" ? "5" : "1" },
        confirmed: `{"incidentType":"suicide","incidentRationale":"Page 2"}`,
      }),
    ],
  ],
  acceptAction: withForm(() => ({})),
  agreeAction: ({ reference }) => [
    [
      reference,
      "AB",
      untouched,
      formOf({
        ...{ factor: "neglect", level: "high", way: "after_discussion" },
        ...{ reason: "As discussed", seenRevision: "0" },
      }),
    ],
  ],
  dissentAction: (context) => [
    [
      pageOf(context),
      untouched,
      formOf({
        ...{ factor: "neglect", "neglect.dissent": "Page 9" },
        seenRevision: context.reference === "2016-06" ? "2" : "1",
      }),
    ],
  ],
  withdrawDissentAction: (context) => [[pageOf(context), untouched, formOf({ factor: "neglect" })]],
  makePrecedentAction: withForm(() => ({
    factor: "neglect",
    "neglect.summary": "Missed visits",
  })),
  takePrecedentBackAction: withForm(() => ({ factor: "neglect" })),
  lookAction: ({ reference }) => [[reference]],
  showNamesAction: withForm(() => ({ shown: "yes" })),
  saveNotesAction: withForm(() => ({ notes: "A later page", seenRevision: "0" })),
  commitAction: withForm(() => ({})),
  confirmCommitAction: withForm(() => ({ seen: "1.2.13.0.0.0.0" })),
  sendBackAction: withForm(() => ({ proposal: missing, reason: "Page 4" })),
  reopenAction: withForm(() => ({ reason: "A later page was missed" })),
  assignAction: withForm(({ people }) => ({ coders: [people.Olga.id] })),
  goOnWithoutAction: withForm(({ people, reference }) => ({
    coder: people[released[reference] ?? "Ann"].id,
    reason: "Left the team",
  })),
};

const contextFigure = {
  ...{ "figures.0.part": "table_2", "figures.0.label": "Reviews", "figures.0.figure": "1,250" },
  "figures.0.source": "A report",
};

/** The others, which are called once. */
const elsewhere: Readonly<Record<string, Calls>> = {
  registerCaseAction: ({ people }) =>
    ["2016-50", "2016-01"].map((reference) => [
      untouched,
      formOf({
        ...{ reference, sample: "2016", caseType: "public_s31", incidentType: "neglect_fatal" },
        coders: [people.Ann.id, people.Cy.id],
      }),
    ]),
  changeCodeListAction: () => [["methodology", untouched, formOf(renamedList)]],
  recordSampleDatesAction: () => [
    [untouched, formOf({ count: "1", "samples.0.name": "2016", "samples.0.endsOn": "1 May 2016" })],
  ],
  recordContextFiguresAction: () => [
    [untouched, formOf({ count: "1", revision: "0", ...contextFigure })],
  ],
  makePracticeCaseAction: () => [[untouched, formOf(practiceFields)]],
  changePracticeCaseAction: () => [
    [1, untouched, formOf({ ...practiceFields, text: "A third call", revision: "1" })],
  ],
  savePracticeAction: ({ viewer }) => [
    [
      { number: 1, personId: viewer.id, textRevision: 1 },
      { revision: 0, ratings },
    ],
  ],
  ratePracticeAction: ({ viewer }) => [
    [
      { number: 1, personId: viewer.id, textRevision: 1 },
      { problems: [], ratings, revision: 1, savedAt: null },
      formOf({ ...rated, revision: "1", intent: "submit" }),
    ],
  ],
  submitPracticeAction: ({ viewer }) => [
    [{ number: 1, personId: viewer.id }, untouched, formOf({ revision: "2" })],
  ],
  offerPracticeCaseAction: () => [[1, untouched, formOf({ offered: "yes" })]],
  // Required for a moment: it keeps people from cases that they have not begun. What the page sends
  // along beside it is filled in when it is called.
  changeRequirementAction: () =>
    ["yes", "no"].map((practiceRequired) => [
      untouched,
      formOf({ practiceRequired, practiceCases: "1", practicePercent: "80", seen: "" }),
    ]),
  // Before a release is made, which would hold a case that it takes away.
  undoImportAction: () => [[importOfTests, untouched, formOf({ reason: "A slip" })]],
  // What the page of releases sends along beside it is filled in when it is called.
  makeReleaseAction: () => [[untouched, formOf({ note: "For the report", seen: "" })]],
  setDaysToRateAction: () => [[untouched, formOf({ days: "14" })]],
  assignAsPlannedAction: ({ people: { Ann, Cy } }) => [
    [
      untouched,
      formOf({
        ...{ cases: "2016-10", coders: [Ann.id, Cy.id], how: "every", each: "2", seed: "1" },
        shown: [Ann, Cy].map(({ id }) => `2016-10 ${id}`),
      }),
    ],
  ],
  // Una takes Cy's place, for whom alone the case waits: then it waits for her.
  replaceCoderAction: ({ people: { Cy, Una } }) => [
    [
      untouched,
      formOf({
        ...{ left: Cy.id, coders: Una.id, cases: "2016-05", seed: "1" },
        shown: `2016-05 ${Una.id}`,
      }),
    ],
  ],
  // Scores of blind cases among them: the answer is the same whatever Bob gave.
  matchColumnsAction: () => [
    [uploadOfTests, untouched, formOf({ sheets: "1", sample: "2016x", "sheets.0.kind": "cases" })],
  ],
  matchValuesAction: () => [[uploadOfTests, untouched, formOf({ seen: "" })]],
  readAgainAction: () => [[uploadOfTests, untouched, formOf({})]],
  importUploadAction: () => [[uploadOfTests, untouched, formOf({ reason: "", seen: "" })]],
  discardUploadAction: () => [[missing, untouched, formOf({})]],
  makeFirstAccountAction: () => [
    [
      untouched,
      formOf({
        ...{ code: "ABCD-2345-EFGH", name: "Eve", email: "eve@example.org" },
        password: "the password of Eve",
      }),
    ],
  ],
  addPersonAction: ({ who }) => [
    [
      untouched,
      formOf({
        ...{ name: `Friend of ${who}`, email: `friend.of.${who}@example.org` },
        ...{ roles: ["coder"], password: "the password of a friend" },
      }),
    ],
  ],
  changeAccountAction: ({ people }) => [
    [
      people.Dora.id,
      untouched,
      formOf({ roles: ["analyst"], active: "yes", seen: "open: analyst; Dora, dora@example.org" }),
    ],
    [
      people.Bob.id,
      untouched,
      formOf({ roles: ["coder"], active: "yes", seen: "open: coder; Bob, bob@example.org" }),
    ],
  ],
  correctPersonAction: ({ people }) => [
    [
      people.Dora.id,
      untouched,
      formOf({
        ...{ name: "Theodora", email: "theodora@example.org" },
        seen: "open: analyst; Dora, dora@example.org",
      }),
    ],
  ],
  giveFirstPasswordAction: ({ people }) => [
    [people.Dora.id, untouched, formOf({ password: "password1234" })],
  ],
  // What the page of settings sends along beside it is filled in when it is called.
  changeTeamSettingsAction: () => [
    [untouched, formOf({ secondPerson: "yes", withheldUpTo: "5", seen: "" })],
  ],
  requireSecondFactorAction: () => [[untouched, formOf({ required: "yes" })]],
  removeSecondFactorOfAction: ({ people }) => [
    [people.Bob.id, untouched, formOf({ secondFactor: "" })],
  ],
  confirmSecondFactorAction: () => [[untouched, formOf({ code: "000000" })]],
  renewRecoveryCodesAction: ({ who }) => [[untouched, formOf({ password: passwordOf(who) })]],
  removeSecondFactorAction: ({ who }) => [[untouched, formOf({ password: passwordOf(who) })]],
  beginSecondFactorAction: ({ who }) => [[untouched, formOf({ password: passwordOf(who) })]],
  changePasswordAction: ({ who }) => [
    [untouched, formOf({ current: passwordOf(who), next: `another password of ${who}` })],
  ],
};

/** One call of an action from a page. */
export interface Call {
  readonly action: Action;
  readonly path: string;
  readonly args: readonly unknown[];
}

/** Calls of every action: on each of these cases, then the others, then those that leave. */
export function callsOf(people: People, who: Name, references: readonly string[]): Call[] {
  const calls: Call[] = [];
  const add = (entries: [string, Calls][], reference: string) => {
    const context = { people, who, viewer: people[who], reference };
    for (const [name, argumentsOf] of entries.filter(([name]) => does(who, name)))
      for (const action of actionsOfBuild().filter((one) => one.name === name))
        for (const args of argumentsOf(context))
          calls.push({ action, path: pathOf(action, context), args });
  };
  for (const reference of references) add(Object.entries(onCases), reference);
  add(Object.entries(elsewhere), "2016-01");
  return calls;
}

const does = (who: Name, action: string) => who !== "Una" || !leftByUna.includes(action);

function pathOf({ pages }: Action, { people, reference }: Context): string {
  return (pages[0] ?? "/")
    .replace("[reference]", reference)
    .replace("[id]", people.Dora.id)
    .replace("[section]", "incident")
    .replace("[import]", importOfTests)
    .replace("[number]", "1")
    .replace("[list]", "methodology");
}

/** What is wrong with the list of calls, in a sentence for each fault. */
export function faultsOfCalls(): string[] {
  const named = Object.keys({ ...onCases, ...elsewhere });
  const built = actionsOfBuild().map(({ name }) => name);
  return [
    ...built.filter((name) => !named.includes(name)).map((name) => `${name} is never called`),
    ...built
      .filter((name, at) => built.indexOf(name) !== at)
      .map((name) => `${name} is there twice`),
    ...named.filter((name) => !built.includes(name)).map((name) => `There is no ${name} any more`),
  ];
}
