import { seenOfRequirement } from "../seen";
import type { Manner } from "./calls";
import * as forms from "./forms";
import type { Random } from "./random";
import { type Actor, factors, numberIn, type Team } from "./team";
import { anything, oddText } from "./values";

/* The forms of practice cases, and of what is required of them. */

const lead = ["Lea", "Cora"];
const coder = ["Cora", "Finn", "Una", "Tom"];

const number = (r: Random): unknown => (r.chance(0.95) ? r.one([1, 1, 2, 3, 9]) : anything(r));

/** A practice case as leads write it. */
function content(r: Random): forms.Fields {
  return [
    ["text", r.one(["The health visitor called twice.", oddText(r)])],
    ...factors.flatMap(
      ({ key, levels }): forms.Fields => [
        [`${key}.level`, r.one(levels).key],
        [`${key}.reason`, r.chance(0.98) ? "Page 2" : oddText(r)],
      ],
    ),
  ];
}

/** The page on which somebody rates one, and the revision of what they have rated. */
function page(r: Random, team: Team, actor: Actor) {
  const of = r.one([1, 2]);
  const query = "select revision from practice_drafts where person_id = ? and practice_case = 1";
  return {
    rates: { number: of, personId: actor.id, textRevision: r.one([1, 1, 1, 2, 9]) },
    checks: { number: of, personId: actor.id },
    revision: of === 1 ? numberIn(team, query, actor.id) : r.below(3),
  };
}

const ratings = (r: Random) =>
  Object.fromEntries(
    factors.map(({ key, levels, takesThemes }) => [
      key,
      {
        ...{ level: r.one(levels).key, note: r.chance(0.9) ? "" : oddText(r), unsure: false },
        ...{ quotes: [], themes: takesThemes ? ["child_behaviour"] : [], description: "" },
      },
    ]),
  );

export const calls: Readonly<Record<string, Manner>> = {
  makePracticeCaseAction: {
    by: lead,
    often: 0.3,
    make: (r) => [forms.shownBefore(r), forms.sent(r, content(r))],
  },
  changePracticeCaseAction: {
    by: lead,
    often: 0.3,
    make: (r) => [
      number(r),
      forms.shownBefore(r),
      forms.sent(r, [["revision", r.one(["1", "2", "3", oddText(r)])], ...content(r)]),
    ],
  },
  offerPracticeCaseAction: {
    by: lead,
    often: 0.3,
    make: (r) => [
      number(r),
      forms.shownBefore(r),
      forms.sent(r, [["offered", r.one(["yes", "yes", "no", oddText(r)])]]),
    ],
  },
  changeRequirementAction: {
    by: lead,
    often: 0.3,
    make: (r, team) => [
      forms.shownBefore(r),
      forms.sent(r, [
        ["seen", seenOfRequirement(team.db)],
        ["practiceRequired", r.one(["no", "no", "yes", oddText(r)])],
        ["practiceCases", r.one(["1", "2", "21", oddText(r)])],
        ["practicePercent", r.one(["1", "80", "101", oddText(r)])],
      ]),
    ],
  },
  savePracticeAction: {
    by: coder,
    often: 1,
    make: (r, team, actor) => {
      const { rates, revision } = page(r, team, actor);
      return [rates, { revision, ratings: r.chance(0.95) ? ratings(r) : anything(r) }];
    },
  },
  ratePracticeAction: {
    by: coder,
    often: 1,
    make: (r, team, actor, reference) => {
      const { rates, revision } = page(r, team, actor);
      const shown = Object.fromEntries(factors.map(({ key }) => [key, {}]));
      return [
        rates,
        { problems: [], ratings: shown, revision, savedAt: null },
        forms.sent(r, forms.ratings(r, team, actor, reference)),
      ];
    },
  },
  submitPracticeAction: {
    by: coder,
    often: 1,
    make: (r, team, actor) => {
      const { checks, revision } = page(r, team, actor);
      return [checks, forms.shownBefore(r), forms.sent(r, [["revision", `${revision}`]])];
    },
  },
};
