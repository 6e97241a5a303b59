import { and, desc, eq, inArray, lt, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { done, notFound, type Outcome, refused } from "@/domain/outcome";
import type { DatasetChanges } from "@/domain/releases/changes";
import type { Differing } from "@/domain/releases/differing";
import type { ReleaseName } from "@/domain/releases/release";
import { mayExport } from "@/domain/workflow";
import { mayKnowCase, mayLearnCaseOfRelease, mayLearnRelease } from "../blinding/blinding";
import type { Viewer } from "../people/people";
import { cases, people, releaseCases, releases } from "../schema";
import type { Db } from "../store/engine";
import { onceAtOneMoment, reader } from "../store/store";
import { allCases, casesOfRelease } from "./cases";
import { changesSince } from "./changes";
import { differingSince } from "./differing";
import { countBySample, type SampleCount } from "./samples";
import { releasesTold } from "./told";
import { withheldUpToOf } from "./withheld-up-to";

/** A release as lists show it. */
export interface ReleaseRow {
  readonly number: number;
  readonly madeAt: string;
  /** Null when it was made from the command line. */
  readonly madeBy: string | null;
  readonly cases: number;
  /** What it holds; null while a case of it is being rated again, and it is given to nobody. */
  readonly told: { readonly note: string; readonly sha256: string } | null;
}

/** Every release, newest first. Null for those who may not export. */
export async function listReleases(viewer: Viewer): Promise<ReleaseRow[] | null> {
  if (!mayExport(viewer)) return null;
  return onceAtOneMoment(async (db) => {
    const told = await releasesTold(db, viewer);
    return rowsOf(db, inArray(releases.number, [...told]));
  });
}

/** A release, or all of them, newest first, with what one holds where `isTold` is met. */
async function rowsOf(db: Db, isTold: SQL, number?: number): Promise<ReleaseRow[]> {
  const told = alias(releases, "told");
  return db
    .select({
      number: releases.number,
      madeAt: releases.madeAt,
      madeBy: people.name,
      cases: releases.cases,
      told: { note: told.note, sha256: told.sha256 },
    })
    .from(releases)
    .leftJoin(people, eq(people.id, releases.madeBy))
    .leftJoin(told, and(eq(told.number, releases.number), isTold))
    .where(number === undefined ? undefined : eq(releases.number, number))
    .orderBy(desc(releases.number));
}

/** A release, whole. */
export interface Release extends ReleaseRow {
  readonly samples: readonly SampleCount[];
  /** References of its cases that are being rated again, of which the viewer may know. */
  readonly ratedAgain: readonly string[];
  /** What changed since the one before; null for the first, and while it is not told. */
  readonly changes: DatasetChanges | null;
  /** How many cases of each sample changed since the one before; null where changes are. */
  readonly differing: Differing | null;
  /** The largest count that is withheld from what is published of it. */
  readonly withheldUpTo: number;
}

/** A release. Null when there is none of this number, and for those who may not export. */
export async function getRelease(viewer: Viewer, number: number): Promise<Release | null> {
  if (!mayExport(viewer)) return null;
  const db = reader();
  const [row] = await rowsOf(db, mayLearnRelease(viewer, releases.number), number);
  if (!row) return null;
  const own = await casesOfRelease(db, number);
  const all = { release: number, ...allCases };
  const changes = row.told && number > 1 ? await changesSince(db, viewer, number - 1, all) : null;
  return {
    ...row,
    samples: countBySample(own),
    ratedAgain: await ratedAgainIn(db, viewer, number),
    changes,
    differing: changes && (await differingSince(db, number - 1, own, changes)),
    withheldUpTo: await withheldUpToOf(db, number),
  };
}

async function ratedAgainIn(db: Db, viewer: Viewer, number: number): Promise<string[]> {
  const rows = await db
    .select({ reference: cases.reference })
    .from(releaseCases)
    .innerJoin(cases, eq(cases.id, releaseCases.caseId))
    .where(
      and(
        eq(releaseCases.release, number),
        sql`not (${mayLearnCaseOfRelease(viewer, cases.id, releaseCases.versionId)})`,
        mayKnowCase(viewer, cases.id),
      ),
    )
    .orderBy(releaseCases.position);
  return rows.map(({ reference }) => reference);
}

/** A release as a file that is made of it names it. */
export interface ReleaseGiven extends ReleaseName {
  readonly madeBy: string | null;
  readonly note: string;
}

/**
 * What an export of a release says of it. Not found when there is no such release; refused while a
 * case of it is being rated again. For use inside db/.
 */
export async function releaseToGive(
  db: Db,
  viewer: Viewer,
  number: number,
): Promise<Outcome<ReleaseGiven>> {
  const [row] = await rowsOf(db, mayLearnRelease(viewer, releases.number), number);
  if (!row) return notFound;
  const { madeAt, madeBy, told } = row;
  return told ? done({ number, madeAt, madeBy, ...told }) : refused("release", withheld);
}

/**
 * As `releaseToGive`, for what may be published of a release: refused too while a case of an earlier
 * one is being rated again. What is withheld follows from what those showed; so it would tell of a
 * case that is hidden, though the release does not hold it. For use inside db/.
 */
export async function releaseToPublish(
  db: Db,
  viewer: Viewer,
  number: number,
): Promise<Outcome<ReleaseGiven>> {
  const given = await releaseToGive(db, viewer, number);
  if (given.kind !== "done") return given;
  const [hidden] = await db
    .select({ number: releases.number })
    .from(releases)
    .where(and(lt(releases.number, number), sql`not (${mayLearnRelease(viewer, releases.number)})`))
    .limit(1);
  return hidden ? refused("publication", earlierWithheld) : given;
}

const withheld =
  "A case of this release is being rated again. It can be taken away when all coders of that case have submitted.";
const earlierWithheld =
  "A case of an earlier release is being rated again. What is withheld from these tables follows from that release too, so they can be had when all coders of that case have submitted.";
