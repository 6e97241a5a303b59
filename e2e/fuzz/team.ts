import { dirname } from "node:path";
import type Database from "better-sqlite3";
import { assignCoders } from "@/db/assignments/assignments";
import { bring, type Cast, caseAt, makeCast, stages } from "@/db/blinding/blinding.stages";
import {
  caseFor,
  must,
  passwordOf,
  pastTheProgram,
  person,
  rateAndSubmit,
  ratingsFrom,
  release,
  textFile,
} from "@/db/fixtures";
import { finishedDraft, imported, levelsFrom } from "@/db/imports/drafts.fixtures";
import type { Viewer } from "@/db/people/people";
import { draftPractice, practiceCaseFor, practise } from "@/db/practice-cases/practice.fixtures";
import { saveDraft } from "@/db/ratings/drafts";
import { submitRatings } from "@/db/ratings/ratings";
import { uploadFor } from "@/db/uploads/uploads.fixtures";
import { firstCodebook, readCodebook } from "@/domain/codebook/codebook";
import { signInOverHttp } from "./asking";
import type { Random } from "./random";

/** Somebody who sends requests. */
export interface Actor {
  readonly name: string;
  readonly id: string;
  readonly email: string;
  cookie: string;
  /** Gives them back what they signed in with at first. */
  putBack(): void;
}

/** Cases that stay blind, because one of their coders never does anything. */
const blindCases = ["2017-01", "2017-02"];

const nobody: Actor = { id: "nobody", name: "nobody", email: "", cookie: "", putBack() {} };

/** The study that requests are sent to, and what its cases and people are called. */
export interface Team {
  readonly actors: readonly Actor[];
  /** Accounts that nobody uses: what is done to them disturbs no other request. */
  readonly spare: readonly string[];
  readonly references: readonly string[];
  /** By name, what this person alone wrote about the blind cases. */
  readonly secrets: ReadonlyMap<string, string>;
  /** The database, to see which revision a page would show. */
  readonly db: Database.Database;
}

export const factors = readCodebook(firstCodebook).factors;

const emailOf = (name: string) => `${name.toLowerCase()}@example.org`;

/** Makes people, a case at every stage, and two that stay blind with a secret of each coder. */
export async function makeTeam(db: Database.Database): Promise<Team> {
  const cast = await makeCast();
  for (const stage of stages) await bring(cast, stage);
  await uploadFor(
    cast["lead who does not"],
    textFile("cases.csv", "Ref,Sample,Case type,Incident type\n2011-01,2011,s31,suicide\n"),
  );
  await importCase(cast["lead who does not"]);
  const spare = [await person("Spare One", "coder"), await person("Spare Two", "analyst")];
  await release(cast["lead who does not"]);
  const secrets = await makeBlindCases(cast);
  const people = Object.values(cast).filter(({ isCommandLine }) => !isCommandLine);
  const actors = people.map(({ id, name }) => ({
    ...{ id, name, email: emailOf(name), cookie: "" },
    putBack: keepAccount(db, id),
  }));
  return {
    db,
    secrets,
    spare: spare.map(({ id }) => id),
    references: [...stages.map(caseAt), "2012-01", ...blindCases, ...blindCases],
    actors: [...actors, nobody],
  };
}

/** A case that was imported with what two coders gave to it. */
function importCase(lead: Viewer): Promise<string> {
  const facts = { sample: "2012", caseType: "public_s31", incidentType: "neglect_fatal" };
  const ratings = ["3210000000000", "3110000000000"].map((scores, place) => ({
    coder: `Coder ${place + 1}`,
    levels: levelsFrom(scores),
  }));
  const draft = finishedDraft("2012-01", { facts, ratings, stated: { risk_rating: 9 } });
  return imported(lead, [draft], { reason: "Rated before the study" });
}

/**
 * A case that never opened, and one that was open until a coder joined it. In both they wait for
 * somebody who does nothing, and nobody may learn what another gave.
 */
async function makeBlindCases(cast: Cast): Promise<Map<string, string>> {
  const silent = await person("Silent", "coder");
  const { "coder, first in": first, "coder, last in": last, "lead who codes it": lead } = cast;
  const [unopened = "", closed = ""] = blindCases;
  await caseFor(lead, unopened, [first, last, lead, silent], { sample: "2017" });
  await caseFor(lead, closed, [first, last], { sample: "2017" });
  const secrets = new Map<string, string>();
  for (const coder of [first, last, lead]) {
    const secret = `only-${coder.name.toLowerCase()}-knows-${coder.id.slice(0, 8)}`;
    const ratings = await ratingsFrom(coder, unopened, "3210321032321", secret);
    must(await saveDraft(coder, unopened, 0, ratings));
    secrets.set(coder.name, secret);
  }
  must(await submitRatings(first, unopened, 1));
  // Practice is told to leads as levels, and what somebody notes in it to nobody else.
  await practiceCaseFor(cast["lead who does not"]);
  await practiceCaseFor(cast["lead who does not"], "0000000000000");
  await practise(first, 1, "3110000000000", secrets.get(first.name));
  await draftPractice(last, 2, "3110000000000", secrets.get(last.name));
  for (const coder of [first, last])
    await rateAndSubmit(coder, closed, "3210321032321", secrets.get(coder.name));
  must(await assignCoders(lead, closed, [silent.id]));
  return secrets;
}

/**
 * Signs somebody in, as often as they have been signed out. A spoilt request may have given them
 * another password, which nobody knows: then they get back the one that they had.
 */
export async function signInActor(url: string, actor: Actor): Promise<void> {
  if (!actor.email) return;
  const signIn = () => signInOverHttp(url, actor.email, passwordOf(actor.name));
  actor.cookie = await signIn().catch(() => {
    actor.putBack();
    return signIn();
  });
}

/** Gives somebody back what they sign in with now. */
function keepAccount(db: Database.Database, id: string): () => void {
  const columns = ["password_hash", "active", "first_password"];
  const kept = db.prepare(`select ${columns.join()} from people where id = ?`).raw().get(id);
  const set = columns.map((column) => `${column} = ?`).join();
  return () => {
    pastTheProgram(dirname(db.name), (writable) =>
      writable.prepare(`update people set ${set} where id = ?`).run(...(kept as unknown[]), id),
    );
  };
}

/** Somebody with this role, most of the time; otherwise anyone, signed in or not. */
export function actorFor(r: Random, team: Team, ...names: readonly string[]): Actor {
  const fitting = team.actors.filter(({ name }) => names.includes(name));
  return r.chance(0.75) && fitting.length > 0 ? r.one(fitting) : r.one(team.actors);
}

/** One number out of the database: what a page would have sent along unseen; 0 when there is none. */
export function numberIn(team: Team, query: string, ...values: readonly string[]): number {
  const found = team.db
    .prepare(query)
    .pluck()
    .get(...values);
  return typeof found === "number" ? found : 0;
}
