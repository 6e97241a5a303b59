import { passwordOf } from "@/db/fixtures";
import { shownIn } from "@/db/reconciliation/rounds.fixtures";
import { type Section, sections } from "@/domain/case-record/case-record";
import { type CodeListName, codeListNames } from "@/domain/code-lists/code-lists";
import { lettersIn } from "@/domain/reconciliation/reconciliation";
import { secondFactorOf, seenOfAccount, seenOfSettings } from "../seen";
import * as forms from "./forms";
import * as practice from "./practice-forms";
import type { Random } from "./random";
import * as records from "./record-forms";
import { type Actor, factors, type Team } from "./team";
import * as uploads from "./upload-forms";
import { anything, oddText } from "./values";

type Make = (r: Random, team: Team, actor: Actor, reference: string) => readonly unknown[];

/** Who calls an action mostly, how often, and with what. */
export interface Manner {
  readonly by: readonly string[];
  readonly often: number;
  readonly make: Make;
}

const lead = ["Lea", "Cora"];
const coder = ["Cora", "Finn", "Una", "Tom"];
const admin = ["Adi"];

const page = (actor: Actor, reference: string) => ({ reference, personId: actor.id });

const ofCase =
  (fields: (r: Random, team: Team, reference: string) => [string, string][]): Make =>
  (r, team, _, reference) => [
    reference,
    forms.shownBefore(r),
    forms.sent(r, fields(r, team, reference)),
  ];

const ofForm =
  (fields: (r: Random, team: Team, actor: Actor) => [string, string][]): Make =>
  (r, team, actor) => [forms.shownBefore(r), forms.sent(r, fields(r, team, actor))];

/** A form about an account, with what its page sends along of it. */
const onAccount =
  (fields: (r: Random) => [string, string][]): Make =>
  (r, team) => {
    const id = r.chance(0.9) ? r.one(team.spare) : oddText(r);
    const seen = seenOfAccount(team.db, id);
    return [id, forms.shownBefore(r), forms.sent(r, [...fields(r), ["seen", seen]])];
  };

const reason = (r: Random): [string, string] => [
  "reason",
  r.one(["A later page was missed", "", oddText(r)]),
];

/** How every action of the application is called rightly. `often` is less for the costly ones. */
export const calls: Readonly<Record<string, Manner>> = {
  assignAction: { by: lead, often: 1, make: ofCase(forms.coders) },
  assignAsPlannedAction: { by: lead, often: 1, make: ofForm(forms.assignments) },
  replaceCoderAction: { by: lead, often: 0.5, make: ofForm(forms.replacement) },
  saveSectionAction: {
    by: lead,
    often: 2,
    make: (r, team, actor, reference) => {
      const section = r.one(Object.keys(sections) as Section[]);
      const form = forms.sent(r, records.section(r, team, reference, section));
      return [page(actor, reference), section, forms.shownBefore(r), form];
    },
  },
  changeCodeListAction: {
    by: lead,
    often: 0.3,
    make: (r, team) => {
      const list = r.one(Object.keys(codeListNames) as CodeListName[]);
      return [list, forms.shownBefore(r), forms.sent(r, records.codeList(r, team, list))];
    },
  },
  recordContextFiguresAction: { by: lead, often: 0.3, make: ofForm((r) => records.context(r)) },
  recordSampleDatesAction: { by: lead, often: 0.3, make: ofForm((r) => records.samples(r)) },
  ...uploads.calls,
  ...practice.calls,
  makeReleaseAction: {
    by: lead,
    often: 0.3,
    make: ofForm((r) => [
      ["note", r.one(["For the report", "", oddText(r)])],
      ["seen", r.one(["", "0".repeat(64), oddText(r)])],
    ]),
  },
  setDaysToRateAction: {
    by: lead,
    often: 0.5,
    make: ofForm((r) => [["days", r.one(["", "1", "21", "366", oddText(r)])]]),
  },
  goOnWithoutAction: {
    by: lead,
    often: 1,
    make: ofCase((r, team) => [["coder", r.one(team.actors).id], reason(r)]),
  },
  takeBackAction: { by: coder, often: 1, make: ofCase(() => []) },
  handBackAction: {
    by: coder,
    often: 0.3,
    make: (r, _, actor, reference) => [
      page(actor, reference),
      forms.shownBefore(r),
      forms.sent(r, []),
    ],
  },
  reopenAction: { by: lead, often: 1, make: ofCase((r) => [reason(r)]) },
  holdOpeningAction: { by: lead, often: 0.5, make: ofCase(() => []) },
  openCaseAction: { by: lead, often: 0.3, make: ofCase(() => []) },
  beginSecondLookAction: { by: lead, often: 1, make: ofCase(() => []) },
  endSecondLookAction: { by: lead, often: 0.3, make: ofCase((r) => [reason(r)]) },
  secondLookAction: {
    by: coder,
    often: 2,
    make: (r, team, actor, reference) => [
      page(actor, reference),
      forms.shownBefore(r),
      forms.sent(r, forms.ratings(r, team, actor, reference)),
    ],
  },
  submitSecondLookAction: {
    by: coder,
    often: 1,
    make: (r, team, actor, reference) => [
      page(actor, reference),
      forms.shownBefore(r),
      forms.sent(r, [["revision", `${forms.draftRevision(team, actor, reference)}`]]),
    ],
  },
  agreeAction: {
    by: lead,
    often: 6,
    make: (r, team, _, reference) => [
      reference,
      lettersIn(shownIn(team.db, reference)),
      forms.shownBefore(r),
      forms.sent(r, forms.decision(r, team, reference)),
    ],
  },
  acceptAction: { by: lead, often: 1, make: ofCase(() => []) },
  dissentAction: {
    by: coder,
    often: 2,
    make: (r, team, actor, reference) => [
      page(actor, reference),
      forms.shownBefore(r),
      forms.sent(r, forms.dissent(r, team, reference)),
    ],
  },
  withdrawDissentAction: {
    by: coder,
    often: 1,
    make: (r, _, actor, reference) => [
      page(actor, reference),
      forms.shownBefore(r),
      forms.sent(r, [["factor", r.one(factors).key]]),
    ],
  },
  makePrecedentAction: { by: lead, often: 1, make: ofCase(forms.precedent) },
  takePrecedentBackAction: {
    by: lead,
    often: 0.5,
    make: ofCase((r) => [["factor", r.one(factors).key]]),
  },
  lookAction: { by: coder, often: 1, make: (_, __, ___, reference) => [reference] },
  showNamesAction: {
    by: lead,
    often: 1,
    make: ofCase((r) => [["shown", r.one(["yes", "no", oddText(r)])]]),
  },
  saveNotesAction: { by: coder, often: 2, make: ofCase(forms.notes) },
  commitAction: { by: lead, often: 1, make: ofCase(() => []) },
  confirmCommitAction: {
    by: lead,
    often: 2,
    make: ofCase((_, team, reference) => forms.commitment(team, reference)),
  },
  sendBackAction: { by: coder, often: 0.5, make: ofCase(forms.sendingBack) },
  changeTeamSettingsAction: {
    by: lead,
    often: 0.3,
    make: ofForm((r, team) => [
      ["seen", seenOfSettings(team.db)],
      ["secondPerson", r.one(["yes", "no", "no", oddText(r)])],
      ["withheldUpTo", r.one(["1", "5", "20", "0", "21", oddText(r)])],
      ["licence", r.one(["", "CC BY 4.0", oddText(r)])],
      ["licenceAddress", r.one(["", "https://example.org/licence", oddText(r)])],
    ]),
  },
  saveDraftAction: {
    by: coder,
    often: 2,
    make: (r, team, actor, reference) => [
      page(actor, reference),
      {
        revision: forms.draftRevision(team, actor, reference),
        ratings: Object.fromEntries(
          factors.map((factor) => [
            factor.key,
            r.chance(0.02)
              ? anything(r)
              : {
                  level: r.one([null, ...factor.levels.map(({ key }) => key)]),
                  note: r.chance(0.9) ? "" : oddText(r),
                  unsure: r.chance(0.1),
                  quotes: r.chance(0.9) ? [] : [forms.quote(r)],
                  themes: factor.takesThemes ? ["child_behaviour"] : [],
                  description: "",
                },
          ]),
        ),
      },
    ],
  },
  rateAction: {
    by: coder,
    often: 3,
    make: (r, team, actor, reference) => [
      page(actor, reference),
      {
        problems: [],
        ratings: Object.fromEntries(factors.map(({ key }) => [key, {}])),
        revision: 0,
        savedAt: null,
      },
      forms.sent(r, forms.ratings(r, team, actor, reference)),
    ],
  },
  submitAction: {
    by: coder,
    often: 2,
    make: (r, team, actor, reference) => [
      page(actor, reference),
      forms.shownBefore(r),
      forms.sent(r, [["revision", `${forms.draftRevision(team, actor, reference)}`]]),
    ],
  },
  registerCaseAction: { by: lead, often: 1, make: ofForm(forms.registration) },
  makeFirstAccountAction: {
    by: [],
    often: 1,
    make: ofForm((r) => [["code", "ABCD-EFGH-JKMN"], ...forms.account(r)]),
  },
  beginSecondFactorAction: {
    by: coder,
    often: 0.3,
    make: ofForm((_, __, actor) => [["password", passwordOf(actor.name)]]),
  },
  confirmSecondFactorAction: {
    by: coder,
    often: 0.3,
    make: ofForm((r) => [["code", r.one(["000000", "123456", "", oddText(r)])]]),
  },
  removeSecondFactorAction: {
    by: coder,
    often: 0.1,
    make: ofForm((r) => [["password", r.one(["not it", oddText(r)])]]),
  },
  renewRecoveryCodesAction: {
    by: coder,
    often: 0.1,
    make: ofForm((r) => [["password", r.one(["not it", oddText(r)])]]),
  },
  requireSecondFactorAction: {
    by: admin,
    often: 0.2,
    make: ofForm((r) => [["required", r.one(["no", "perhaps", oddText(r)])]]),
  },
  removeSecondFactorOfAction: {
    by: admin,
    often: 0.3,
    make: (r, team) => {
      const id = r.chance(0.9) ? r.one(team.spare) : oddText(r);
      const fields = forms.sent(r, [["secondFactor", secondFactorOf(team.db, id)]]);
      return [id, forms.shownBefore(r), fields];
    },
  },
  giveFirstPasswordAction: {
    by: admin,
    often: 0.1,
    make: (r, team) => [
      r.chance(0.9) ? r.one(team.spare) : oddText(r),
      forms.shownBefore(r),
      forms.sent(r, [["password", r.one(["four words make one", "short", oddText(r)])]]),
    ],
  },
  addPersonAction: { by: admin, often: 0.2, make: ofForm((r) => forms.account(r)) },
  changeAccountAction: {
    by: admin,
    often: 1,
    make: onAccount((r) => [
      ["roles", r.one(["coder", "analyst"])],
      ["active", r.one(["yes", "no"])],
    ]),
  },
  correctPersonAction: {
    by: admin,
    often: 0.5,
    make: onAccount((r) => [
      ["name", r.one(["Spare Three", oddText(r)])],
      ["email", r.one(["spare.three@example.org", oddText(r)])],
    ]),
  },
  // To the password that they have, so that they can go on.
  changePasswordAction: {
    by: coder,
    often: 0.1,
    make: (_, __, actor) => {
      const form = new FormData();
      form.append("current", passwordOf(actor.name));
      form.append("next", passwordOf(actor.name));
      return [{ problems: [], values: {} }, form];
    },
  },
};
