import { shownIn } from "@/db/reconciliation/rounds.fixtures";
import { firstCodeLists } from "@/domain/code-lists/code-lists";
import { roles } from "@/domain/people";
import { seenOf } from "@/domain/reconciliation/commitment";
import { decisionTags } from "@/domain/reconciliation/decision-tags";
import type { Random } from "./random";
import { type Actor, factors, numberIn, type Team } from "./team";
import { anything, oddNumber, oddText } from "./values";

/* The forms of the pages, mostly as a person sends them, and often wrong in one place. */

export type Fields = [name: string, value: string][];

/** The fields as FormData, with now and then one of them odd, missing, twice, or one too many. */
export function sent(r: Random, fields: Fields): FormData {
  const form = new FormData();
  const wrong = r.chance(0.5) ? r.below(fields.length + 1) : -1;
  for (const [index, [name, value]] of fields.entries()) {
    const how = index === wrong ? r.one(["odd", "missing", "twice", "number"]) : "right";
    if (how === "missing") continue;
    if (how === "odd") form.append(name, oddText(r));
    else if (how === "number") form.append(name, oddNumber(r));
    else form.append(name, value);
    if (how === "twice") form.append(name, oddText(r));
  }
  if (wrong === fields.length) form.append(r.one(moreNames(r)), oddText(r));
  return form;
}

const moreNames = (r: Random) => ["reference", "revision", "roles", "__proto__", oddText(r)];

/** What the form showed before, as it is sent along: right, or anything. */
export function shownBefore(r: Random): unknown {
  return r.chance(0.8) ? { problems: [], values: {} } : anything(r);
}

export function registration(r: Random, team: Team): Fields {
  return [
    ["reference", r.chance(0.8) ? `2018-${r.below(10_000)}` : r.one(team.references)],
    ["sample", r.one(["2018", "2017", "2016-01"])],
    ["newSample", r.one(["2018", "2017", oddText(r)])],
    ["caseType", r.one(firstCodeLists.case_type.values).key],
    ["incidentType", r.one(firstCodeLists.incident_type.values).key],
    ...coders(r, team),
  ];
}

export function coders(r: Random, team: Team): Fields {
  return r.some(team.actors, 0.3).map(({ id }) => ["coders", id]);
}

/** Cases and coders that are assigned at once, and what a page would have shown of it. */
export function assignments(r: Random, team: Team): Fields {
  const cases = r.some(team.references, 0.1);
  const chosen = r.some(team.actors, 0.3).map(({ id }) => id);
  return [
    ...cases.map((reference): Fields[number] => ["cases", reference]),
    ...chosen.map((id): Fields[number] => ["coders", id]),
    ["how", r.one(["every", "every", "balanced"])],
    ["each", r.one(["2", "3"])],
    ["third", r.chance(0.8) ? "" : r.one(team.actors).id],
    ["seed", r.one(["", "4711", oddText(r)])],
    ...shown(cases, chosen),
  ];
}

export function replacement(r: Random, team: Team): Fields {
  const reference = r.one(team.references);
  const other = r.one([...team.spare, ...team.actors.map(({ id }) => id)]);
  return [
    ["left", r.one(team.actors).id],
    ["coders", other],
    ["cases", reference],
    ["seed", "1"],
    ...shown([reference], [other]),
  ];
}

const shown = (cases: readonly string[], ids: readonly string[]): Fields =>
  cases.flatMap((reference) => ids.map((id): Fields[number] => ["shown", `${reference} ${id}`]));

export function account(r: Random): Fields {
  return [
    ["name", oddText(r).slice(0, 80)],
    ["email", `${r.one(["a", "b", "ann", "ä", "a b"])}${r.below(1000)}@example.org`],
    ["password", r.one(["a long enough password", "short", "👶".repeat(40), ""])],
    ...r.some(roles, 0.5).map((role): Fields[number] => ["roles", role]),
  ];
}

/** A quote, as a page sends it while one is written. */
export function quote(r: Random) {
  const at = r.one([null, 0, 120, -1, 1.5]);
  return { text: oddText(r), page: r.one(["7", "", oddText(r)]), place: "", at };
}

/** The rating form, as far as somebody has filled it in. */
export function ratings(r: Random, team: Team, actor: Actor, reference: string): Fields {
  const share = r.one([0, 0.5, 1, 1]);
  return [
    ["revision", `${draftRevision(team, actor, reference)}`],
    ["intent", r.one(["save", "submit"])],
    ...factors.flatMap((factor): Fields => {
      const level: Fields = r.chance(share)
        ? [[`${factor.key}.level`, r.one(factor.levels).key]]
        : [];
      const note: Fields = [[`${factor.key}.note`, r.chance(0.9) ? "" : oddText(r)]];
      const quoted: Fields = Object.entries(quote(r)).map(([part, value]) => [
        `${factor.key}.quotes.0.${part}`,
        r.chance(0.9) ? "" : `${value ?? ""}`,
      ]);
      const unsure: Fields = r.chance(0.1) ? [[`${factor.key}.unsure`, "yes"]] : [];
      const other: Fields = [
        [`${factor.key}.themes`, "child_behaviour"],
        [`${factor.key}.description`, "Invented"],
      ];
      return [...level, ...note, ...quoted, ...unsure, ...(factor.takesThemes ? other : [])];
    }),
  ];
}

export function draftRevision(team: Team, actor: Actor, reference: string): number {
  return numberIn(
    team,
    `select d.revision from drafts d join assignments a on a.id = d.assignment_id
     join cases c on c.id = a.case_id where c.reference = ? and a.coder_id = ?`,
    reference,
    actor.id,
  );
}

const tags = [...Object.keys(decisionTags), "high"];

const underWay = `reconciliations r join cases c on c.id = r.case_id
  left join agreed_ratings g on g.reconciliation_id = r.id
  where c.reference = ? and r.round = (select max(m.round) from reconciliations m where m.case_id = c.id)`;

export function decision(r: Random, team: Team, reference: string): Fields {
  const factor = r.one(factors);
  const seen = `select max(g.revision) from ${underWay} and g.factor = ?`;
  return [
    ["factor", factor.key],
    ["level", r.one(factor.levels).key],
    ["way", r.one(["after_discussion", "third_coder", "lead_decision"])],
    ["reason", r.one(["As discussed", "", oddText(r)])],
    ...r.some(tags, 0.3).map((tag): Fields[number] => ["tags", tag]),
    ["seenRevision", `${numberIn(team, seen, reference, factor.key)}`],
  ];
}

export function dissent(r: Random, team: Team, reference: string): Fields {
  const factor = r.one(factors).key;
  const seen = `select max(g.revision) from ${underWay} and g.factor = ?`;
  return [
    ["factor", factor],
    [`${factor}.dissent`, r.one(["Page 9", "", oddText(r)])],
    ["seenRevision", `${numberIn(team, seen, reference, factor)}`],
  ];
}

export function precedent(r: Random): Fields {
  const factor = r.one(factors).key;
  return [
    ["factor", factor],
    [`${factor}.summary`, r.one(["Missed visits", "", oddText(r)])],
  ];
}

export function commitment({ db }: Team, reference: string): Fields {
  return [["seen", seenOf(shownIn(db, reference))]];
}

export function sendingBack(r: Random, { db }: Team, reference: string): Fields {
  const query = `select p.id from commit_proposals p
    join reconciliations n on n.id = p.reconciliation_id join cases c on c.id = n.case_id
    where c.reference = ? order by n.round desc, p.revision desc limit 1`;
  return [
    ["proposal", String(db.prepare(query).pluck().get(reference) ?? "")],
    ["reason", r.one(["A later page was missed", "", oddText(r)])],
  ];
}

export function notes(r: Random, team: Team, reference: string): Fields {
  const seen = `select max(n.revision) from meeting_notes n
    join cases c on c.id = n.case_id where c.reference = ?`;
  return [
    ["notes", r.one(["Page 4 first", "", oddText(r)])],
    ["seenRevision", `${numberIn(team, seen, reference)}`],
  ];
}
