import { describe, expect, it } from "vitest";
import type { Actor, Role } from "./people";
import {
  type CaseFacts,
  fewestCoders,
  mayAgree,
  mayAssignCoders,
  mayBeginSecondLook,
  mayChangeTeamSettings,
  mayConfirmCommit,
  mayDecideAlone,
  mayDissent,
  mayEndSecondLook,
  mayExport,
  mayExportRatings,
  mayHandBack,
  mayHoldOpening,
  mayImport,
  mayListCases,
  mayMakePrecedents,
  mayMakeRelease,
  mayManagePeople,
  mayOpenCase,
  mayPlanWork,
  mayRate,
  mayReadAgain,
  mayReadDataset,
  mayRegisterCase,
  mayReleaseCoder,
  mayReopen,
  mayReplaceCoder,
  mayTakeBack,
  needsCoders,
  opensByItself,
  stageOf,
  willWaitForLead,
} from "./workflow";

const person = (...roles: Role[]): Actor => ({ id: "p1", roles });

const registered: CaseFacts = {
  coders: 0,
  waitingFor: 0,
  opened: false,
  held: false,
  secondLook: false,
  toReadAgain: 0,
  underWay: false,
  agreed: 0,
  versions: 0,
  excluded: false,
};
const coding: CaseFacts = { ...registered, coders: 2, waitingFor: 1 };
const open: CaseFacts = { ...coding, waitingFor: 0, opened: true, underWay: true };
const reconciling: CaseFacts = { ...open, agreed: 5 };
const allAgreed: CaseFacts = { ...open, agreed: 13 };
const committed: CaseFacts = { ...open, underWay: false, versions: 1 };
const reopened: CaseFacts = { ...committed, underWay: true };
const imported: CaseFacts = { ...registered, versions: 1 };
const importedReopened: CaseFacts = { ...imported, opened: true, underWay: true };
/** All is in, and a lead is to say how to go on. */
const waiting: CaseFacts = { ...coding, waitingFor: 0, held: true, toReadAgain: 2 };
const secondLook: CaseFacts = { ...waiting, secondLook: true };
const afterSecondLook: CaseFacts = { ...open, held: true, secondLook: true };
/** A third coder joined and has not submitted. */
const thirdAfterOpening: CaseFacts = { ...reconciling, coders: 3, waitingFor: 1 };
const thirdAfterReopening: CaseFacts = { ...reopened, coders: 3, waitingFor: 1 };

describe("the stage of a case", () => {
  it.each<[string, CaseFacts, string]>([
    ["without coders is registered", registered, "registered"],
    ["with coders who have not submitted is coding", { ...coding, waitingFor: 2 }, "coding"],
    ["with one coder still to submit is coding", coding, "coding"],
    [
      "with one coder, who has submitted, is coding",
      { ...coding, coders: 1, waitingFor: 0 },
      "coding",
    ],
    ["that is held is coding until all have submitted", { ...coding, held: true }, "coding"],
    ["that is held waits for a lead once they have", waiting, "waiting"],
    ["that is held with one coder left is coding", { ...waiting, coders: 1 }, "coding"],
    ["in its second look says so", secondLook, "second_look"],
    ["after its second look is ready to reconcile", afterSecondLook, "open"],
    ["whose coders have all submitted is ready to reconcile", open, "open"],
    ["with some levels agreed is reconciling", reconciling, "reconciling"],
    ["with all levels agreed is reconciling until it is committed", allAgreed, "reconciling"],
    ["in the dataset is committed", committed, "committed"],
    ["in the dataset as version 2 is committed", { ...committed, versions: 2 }, "committed"],
    ["taken up again is reopened", reopened, "reopened"],
    ["taken up again with levels agreed is reopened", { ...reopened, agreed: 4 }, "reopened"],
    ["imported with agreed ratings is committed", imported, "committed"],
    ["imported and taken up again is reopened", importedReopened, "reopened"],
    ["that a third coder joins is coding, however far it was", thirdAfterOpening, "coding"],
    ["that a third coder joins after it was reopened is coding", thirdAfterReopening, "coding"],
    ["that is excluded keeps its stage", { ...committed, excluded: true }, "committed"],
  ])("%s", (_, facts, stage) => {
    expect(stageOf(facts)).toBe(stage);
  });
});

const people: [string, Actor][] = [
  ["coder", person("coder")],
  ["lead", person("lead")],
  ["analyst", person("analyst")],
  ["admin", person("admin")],
  ["coder and admin", person("coder", "admin")],
  ["lead and coder", person("lead", "coder")],
  ["nobody", person()],
];

describe("what a role may do", () => {
  it.each<[string, (who: Actor) => boolean, string[]]>([
    ["register a case", mayRegisterCase, ["lead", "lead and coder"]],
    ["list cases", mayListCases, ["coder", "lead", "analyst", "coder and admin", "lead and coder"]],
    [
      "read the dataset",
      mayReadDataset,
      ["coder", "lead", "analyst", "coder and admin", "lead and coder"],
    ],
    ["import", mayImport, ["lead", "lead and coder"]],
    ["export", mayExport, ["lead", "analyst", "lead and coder"]],
    ["make releases", mayMakeRelease, ["lead", "lead and coder"]],
    ["export what coders gave", mayExportRatings, ["lead", "lead and coder"]],
    ["manage people", mayManagePeople, ["admin", "coder and admin"]],
    ["assign coders", (who) => mayAssignCoders(who, registered), ["lead", "lead and coder"]],
    [
      "go on without a coder",
      (who) => mayReleaseCoder(who, thirdAfterOpening),
      ["lead", "lead and coder"],
    ],
    ["plan work", mayPlanWork, ["lead", "lead and coder"]],
    ["replace a coder", (who) => mayReplaceCoder(who, coding), ["lead", "lead and coder"]],
    ["agree levels", (who) => mayAgree(who, open), ["lead", "lead and coder"]],
    ["reopen", (who) => mayReopen(who, committed), ["lead", "lead and coder"]],
    ["hold a case", (who) => mayHoldOpening(who, coding), ["lead", "lead and coder"]],
    ["open a case", (who) => mayOpenCase(who, waiting), ["lead", "lead and coder"]],
    ["begin a second look", (who) => mayBeginSecondLook(who, waiting), ["lead", "lead and coder"]],
    ["end a second look", (who) => mayEndSecondLook(who, secondLook), ["lead", "lead and coder"]],
  ])("those who may %s", (_, may, expected) => {
    expect(people.filter(([, who]) => may(who)).map(([name]) => name)).toEqual(expected);
  });
});

describe("what a lead may do with a case", () => {
  const lead = person("lead");
  const able = (facts: CaseFacts) => ({
    assign: mayAssignCoders(lead, facts),
    release: mayReleaseCoder(lead, facts),
    replace: mayReplaceCoder(lead, facts),
    agree: mayAgree(lead, facts),
    reopen: mayReopen(lead, facts),
  });
  const nothing = { assign: false, release: false, replace: false, agree: false, reopen: false };

  const opening = (facts: CaseFacts) =>
    [
      mayHoldOpening(lead, facts) && "hold",
      mayOpenCase(lead, facts) && "open",
      mayBeginSecondLook(lead, facts) && "begin",
      mayEndSecondLook(lead, facts) && "end",
      opensByItself(facts) && "opens",
      willWaitForLead(facts) && "will wait",
    ]
      .filter(Boolean)
      .join();

  it.each<[string, CaseFacts, string]>([
    ["registered", registered, "hold"],
    ["in coding", coding, "hold"],
    ["in coding by one who has submitted", { ...coding, coders: 1, waitingFor: 0 }, "hold"],
    ["submitted by all, and not held", { ...waiting, held: false }, "hold,opens"],
    ["held", { ...coding, held: true }, "will wait"],
    ["excluded", { ...coding, excluded: true }, ""],
    ["held and submitted by all", waiting, "open,begin"],
    [
      "held, with one of its submissions just taken back",
      { ...waiting, waitingFor: 1 },
      "will wait",
    ],
    ["held, with one coder left", { ...waiting, coders: 1 }, "will wait"],
    ["held and excluded", { ...waiting, excluded: true }, "open"],
    ["in its second look", secondLook, "end"],
    ["read again by one of two", { ...secondLook, toReadAgain: 1 }, "end"],
    ["read again by all", { ...secondLook, toReadAgain: 0 }, "end,opens"],
    ["opened after it", afterSecondLook, ""],
    ["opened after it, and read again by nobody", { ...afterSecondLook, toReadAgain: 2 }, ""],
    ["open", open, ""],
    ["opened by the lead who held it", { ...open, held: true }, ""],
    ["held, and imported with agreed ratings meanwhile", { ...imported, held: true }, ""],
    ["committed", committed, ""],
    ["imported with agreed ratings", imported, ""],
    ["reopened", reopened, ""],
  ])("that is %s, before it opens: %s", (_, facts, expected) => {
    expect(opening(facts)).toBe(expected);
  });

  it.each<[string, CaseFacts, Partial<typeof nothing>]>([
    ["registered", registered, { assign: true }],
    ["in coding by two", coding, { assign: true, replace: true }],
    [
      "in coding by three",
      { ...coding, coders: 3 },
      { assign: true, release: true, replace: true },
    ],
    [
      "in coding by three, two to come",
      { ...coding, coders: 3, waitingFor: 2 },
      { assign: true, release: true, replace: true },
    ],
    ["open", open, { assign: true, agree: true }],
    ["reconciling", reconciling, { assign: true, agree: true }],
    ["joined by a third coder", thirdAfterOpening, { assign: true, release: true, replace: true }],
    ["waiting for them", waiting, { assign: true }],
    ["in its second look: its coders stay as they are", secondLook, {}],
    [
      "in its second look by three: nobody is released either",
      { ...secondLook, coders: 3, toReadAgain: 1 },
      {},
    ],
    ["opened after its second look", afterSecondLook, { assign: true, agree: true }],
    ["committed: it is locked", committed, { reopen: true }],
    ["imported: it is locked", imported, { reopen: true }],
    [
      "committed while a coder is still to submit, which waits for them",
      { ...committed, coders: 3, waitingFor: 1 },
      { release: true },
    ],
    ["reopened", reopened, { assign: true, agree: true }],
    ["imported and reopened", importedReopened, { assign: true, agree: true }],
    [
      "reopened and joined by a third coder",
      thirdAfterReopening,
      { assign: true, release: true, replace: true },
    ],
    ["excluded before coding", { ...registered, excluded: true }, {}],
    ["in coding by one who is left", { ...coding, coders: 1 }, { assign: true, replace: true }],
    ["excluded while in coding", { ...coding, excluded: true }, {}],
  ])("that is %s", (_, facts, expected) => {
    expect(able(facts)).toEqual({ ...nothing, ...expected });
  });
});

describe("what a coder may do with a case of theirs", () => {
  const notTheirs = { assigned: false, submitted: false, readAgain: false };
  const toDo = { assigned: true, submitted: false, readAgain: false };
  const submitted = { assigned: true, submitted: true, readAgain: false };
  const readAgain = { assigned: true, submitted: true, readAgain: true };

  const none = { rate: false, takeBack: false };

  it.each<[string, CaseFacts, typeof toDo, boolean]>([
    ["in its second look", secondLook, submitted, true],
    ["in its second look, which they have submitted", secondLook, readAgain, false],
    ["in a second look that is not theirs", secondLook, notTheirs, false],
    ["in a second look, no longer theirs", secondLook, { ...submitted, assigned: false }, false],
    ["in a second look that they rated nothing for", secondLook, toDo, false],
    ["waiting for a lead", waiting, submitted, false],
    ["open, without a second look", open, submitted, false],
    ["open, its second look ended without theirs", afterSecondLook, submitted, false],
    ["in its second look, and excluded", { ...secondLook, excluded: true }, submitted, false],
  ])("that is %s, to read again: %s", (_, facts, own, expected) => {
    expect(mayReadAgain(facts, own)).toBe(expected);
    expect(mayHandBack(facts, submitted)).toBe(false);
  });

  it.each<[string, CaseFacts, typeof toDo, { rate: boolean; takeBack: boolean }]>([
    ["someone else's", coding, notTheirs, { rate: false, takeBack: false }],
    ["still to rate", coding, toDo, { rate: true, takeBack: false }],
    [
      "no longer theirs, whatever they did",
      coding,
      { assigned: false, submitted: true, readAgain: false },
      { rate: false, takeBack: false },
    ],
    ["submitted, while another has not", coding, submitted, { rate: false, takeBack: true }],
    ["waiting for a lead", waiting, submitted, { rate: false, takeBack: true }],
    ["in its second look: first submissions are frozen", secondLook, submitted, none],
    ["in its second look, which they have submitted", secondLook, readAgain, none],
    ["opened: first submissions are frozen", open, submitted, { rate: false, takeBack: false }],
    ["joined late, still to rate", thirdAfterOpening, toDo, { rate: true, takeBack: false }],
    [
      "frozen though a third coder joins",
      thirdAfterOpening,
      submitted,
      { rate: false, takeBack: false },
    ],
    ["committed", committed, submitted, { rate: false, takeBack: false }],
    ["reopened: still frozen", reopened, submitted, { rate: false, takeBack: false }],
    [
      "excluded, still to rate",
      { ...coding, excluded: true },
      toDo,
      { rate: false, takeBack: false },
    ],
  ])("that is %s", (_, facts, own, expected) => {
    expect({ rate: mayRate(facts, own), takeBack: mayTakeBack(facts, own) }).toEqual(expected);
    expect(mayHandBack(facts, own)).toBe(expected.rate);
  });
});

it.each<[string, CaseFacts, boolean]>([
  ["nobody", registered, true],
  ["one coder, who has not submitted", { ...coding, coders: 1 }, true],
  ["one coder, who has", { ...coding, coders: 1, waitingFor: 0 }, true],
  ["two coders", coding, false],
  ["one coder, but has opened", { ...open, coders: 1 }, false],
  ["nobody, but came with agreed ratings", imported, false],
  ["nobody, and was reopened", importedReopened, false],
])("a case that has %s needs coders: %s", (_, facts, expected) => {
  expect(needsCoders(facts)).toBe(expected);
});

it("takes two coders at least", () => {
  expect(fewestCoders).toBe(2);
});

const theirs = { assigned: true, submitted: true, readAgain: false };
const toRate = { assigned: true, submitted: false, readAgain: false };
const nobodys = { assigned: false, submitted: false, readAgain: false };
/** They submitted, and left the case afterwards. */
const noLongerTheirs = { assigned: false, submitted: true, readAgain: false };

it.each<[string, CaseFacts, typeof theirs, boolean]>([
  ["of an open case", reconciling, theirs, true],
  ["of a reopened case", reopened, theirs, true],
  ["of another case", reconciling, nobodys, false],
  ["who has left the case", reconciling, noLongerTheirs, false],
  ["who has not submitted", reconciling, toRate, false],
  ["whom the case waits for", thirdAfterOpening, toRate, false],
  ["while it waits for another", thirdAfterOpening, theirs, false],
  ["before it opens", coding, theirs, false],
  ["once it is committed", committed, theirs, false],
])("a coder %s dissents: %s", (_, facts, own, expected) => {
  expect(mayDissent(facts, own)).toBe(expected);
});

it.each<[string, Role[], string | null, typeof theirs, CaseFacts, boolean]>([
  ["another lead", ["lead"], "p2", nobodys, allAgreed, true],
  ["a coder of the case", ["coder"], "p2", theirs, allAgreed, true],
  ["a lead, of what the command line proposed", ["lead"], null, nobodys, allAgreed, true],
  ["whoever proposed it, a coder of it too", ["lead", "coder"], "p1", theirs, allAgreed, false],
  ["a coder of another case", ["coder"], "p2", nobodys, allAgreed, false],
  ["a coder who has left the case", ["coder"], "p2", noLongerTheirs, allAgreed, false],
  ["a coder who has not submitted", ["coder"], "p2", toRate, allAgreed, false],
  ["an analyst", ["analyst"], "p2", nobodys, allAgreed, false],
  ["a lead, while a coder is out", ["lead"], "p2", nobodys, thirdAfterOpening, false],
  ["a lead, once it is committed", ["lead"], "p2", nobodys, committed, false],
])("%s confirms a commit", (_, roles, proposedBy, own, facts, expected) => {
  expect(mayConfirmCommit(person(...roles), facts, own, proposedBy)).toBe(expected);
});

it("lets nobody decide a case alone that they coded, where a second person confirms", () => {
  expect(mayDecideAlone(true, true)).toBe(false);
  expect(mayDecideAlone(true, false)).toBe(true);
  expect(mayDecideAlone(false, true)).toBe(true);
});

it("leaves precedents and the settings of the team to leads", () => {
  for (const may of [mayMakePrecedents, mayChangeTeamSettings]) {
    expect(may(person("lead"))).toBe(true);
    expect(may(person("coder", "analyst", "admin"))).toBe(false);
  }
});
