import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import { holds } from "@/domain/people";
import type { Viewer } from "../people/people";

/**
 * The promise of the study, in one place.
 *
 * A person may learn anything derived from another's rating of a case only when every assigned
 * coder of that case has submitted. That covers the person's own unsubmitted assignment too: while
 * they have not submitted, not every coder has. The rule knows no role: it holds for the lead as
 * for anyone. A case that coders have left, so that one is all who are left, has not opened: what
 * they submitted stays theirs, for whoever joins is to rate alone. Nor has one in its second look:
 * it opens when that ends.
 *
 * These are conditions for a WHERE clause. Every read of submitted, agreed or committed ratings
 * carries one; what must not be seen is not selected.
 */

const nobody = sql`1 = 0`;
const anybody = sql`1 = 1`;

/** For an assignment called `a`: the team has not gone on without this coder. */
export const stillAssigned = sql`not exists (
  select 1 from assignment_releases r where r.assignment_id = a.id)`;

/** For an assignment called `a`: the coder has submitted, and has not taken it back. */
export const hasSubmitted = sql`exists (
  select 1 from rating_submissions s where s.assignment_id = a.id and not exists (
    select 1 from submissions_taken_back t where t.submission_id = s.id))`;

/**
 * For an assignment called `a`: the coder has saved something at some time. That and no more may be
 * learnt of a draft by a lead: a yes or no, never how much of it there is, or since when.
 */
export const hasStarted = sql`exists (select 1 from drafts d where d.assignment_id = a.id)`;

/** For an assignment called `a`: the coder has submitted their second look. */
export const hasReadAgain = sql`exists (
  select 1 from second_look_submissions u where u.assignment_id = a.id)`;

/** Every coder now assigned to the case has submitted. */
function everyCoderHasSubmitted(caseId: AnyColumn | SQL): SQL {
  return sql`not exists (
    select 1 from assignments a
    where a.case_id = ${caseId} and ${stillAssigned} and not (${hasSubmitted}))`;
}

/** The case has opened at some time, or came with its agreed ratings from a file. */
function hasOpened(caseId: AnyColumn | SQL): SQL {
  return sql`(exists (select 1 from reconciliations c where c.case_id = ${caseId})
    or exists (select 1 from dataset_versions v where v.case_id = ${caseId}))`;
}

/**
 * The assignment of the viewer to a case, as what comes after a `select`, with the name `a`. Whoever
 * is no coder any more has none, whatever else they are: the case still waits for what they have not
 * submitted, but not for them.
 */
export function fromOwnAssignment(viewer: Viewer, caseId: AnyColumn | SQL): SQL {
  const isCoder = holds(viewer, "coder") ? anybody : nobody;
  return sql`from assignments a
    where a.case_id = ${caseId} and a.coder_id = ${viewer.id} and ${stillAssigned} and ${isCoder}`;
}

/** The viewer is assigned to the case as a coder. */
export function isCoderOf(viewer: Viewer, caseId: AnyColumn | SQL): SQL {
  return sql`exists (select 1 ${fromOwnAssignment(viewer, caseId)})`;
}

/**
 * The viewer may learn what the coders of this case rated and what was agreed: the case has opened
 * to everyone, and they lead the study or coded the case.
 */
export function mayLearnRatings(viewer: Viewer, caseId: AnyColumn | SQL): SQL {
  const takesPart = holds(viewer, "lead") ? anybody : isCoderOf(viewer, caseId);
  return sql`(${hasOpened(caseId)} and ${everyCoderHasSubmitted(caseId)} and ${takesPart})`;
}

/**
 * The viewer may learn which factors are to be read again in a second look at this case: they code
 * it, and all its coders have submitted. It is the one thing that is told of ratings before the
 * case opens, to its coders and nobody else; a lead who does not code it is not told.
 */
export function mayLearnFactorsToReadAgain(viewer: Viewer, caseId: AnyColumn | SQL): SQL {
  return sql`(${isCoderOf(viewer, caseId)} and ${everyCoderHasSubmitted(caseId)})`;
}

/**
 * The viewer may learn what is committed to the dataset for this case. An admin alone may not.
 * A coder who joins a reopened case hides it again from everyone until they submit.
 */
export function mayLearnCommitted(viewer: Viewer, caseId: AnyColumn | SQL): SQL {
  if (!holds(viewer, "lead", "coder", "analyst")) return nobody;
  return everyCoderHasSubmitted(caseId);
}

/**
 * The viewer may read the reasons that people gave with what they did to this case, and what they
 * wrote since it opened: whoever has read an open case may say in it what they read there. They may
 * learn its ratings or, once something is committed, what that is.
 */
export function mayLearnReasons(viewer: Viewer, caseId: AnyColumn | SQL): SQL {
  const committed = sql`exists (select 1 from dataset_versions v where v.case_id = ${caseId})`;
  return sql`(${mayLearnRatings(viewer, caseId)}
    or (${committed} and ${mayLearnCommitted(viewer, caseId)}))`;
}

/** A revision of the record of a case: which, and when it was recorded. */
interface RecordRevision {
  readonly caseId: AnyColumn | SQL;
  readonly revision: AnyColumn | SQL;
  readonly recordedAt: AnyColumn | SQL;
}

/**
 * Everybody who knows of the case may read what people wrote in their own words in this revision of
 * its record, whatever comes later: it is the first, or older than the opening or the second look of
 * the case, when nobody knew what others had rated.
 */
export function isFromBeforeOpening({ caseId, revision, recordedAt }: RecordRevision): SQL {
  const isFrom = (from: SQL, moment: SQL) =>
    sql`exists (select 1 from ${from} where o.case_id = ${caseId} and ${moment} <= ${recordedAt})`;
  const isLater = sql`(${isFrom(sql`reconciliations o`, sql`o.started_at`)}
    or ${isFrom(sql`second_looks o`, sql`o.started_at`)}
    or ${isFrom(sql`dataset_versions o`, sql`o.committed_at`)})`;
  return sql`(${revision} = 1 or not ${isLater})`;
}

/**
 * The viewer may read what people wrote in their own words in this revision of a record: everybody
 * may, or they may read what was written since. What they wrote themselves they may read anyway.
 */
export function mayReadOwnWords(viewer: Viewer, one: RecordRevision): SQL {
  return sql`(${isFromBeforeOpening(one)} or ${mayLearnReasons(viewer, one.caseId)})`;
}

/** A case is left out of the analysis now. That is a fact of its record, and nobody rates it. */
function isLeftOut(caseId: AnyColumn | SQL): SQL {
  return sql`exists (select 1 from case_records e where e.case_id = ${caseId} and e.included = 0
    and e.revision = (select max(m.revision) from case_records m where m.case_id = e.case_id))`;
}

/**
 * The viewer may learn that a case is left out of the analysis, and what its record says, whoever
 * has not submitted: as everybody may who reads the dataset. What is committed for it is told only
 * with `mayLearnCommitted`.
 */
export function mayLearnLeftOut(viewer: Viewer): SQL {
  return holds(viewer, "lead", "coder", "analyst") ? anybody : nobody;
}

/**
 * The viewer may learn what a release holds of a case: what is committed for it, or nothing but its
 * record where it is in the release without ratings (no version) and still left out.
 */
export function mayLearnCaseOfRelease(
  viewer: Viewer,
  caseId: AnyColumn | SQL,
  versionId: AnyColumn | SQL,
): SQL {
  const withoutRatings = sql`(${versionId} is null and ${isLeftOut(caseId)})`;
  return sql`(${mayLearnCommitted(viewer, caseId)}
    or (${withoutRatings} and ${mayLearnLeftOut(viewer)}))`;
}

/**
 * The viewer may learn what a release holds: what it holds of every case of it. While one of them is
 * hidden again, so is the whole release, and its hash: from the rest it could be found what the case
 * was rated.
 */
export function mayLearnRelease(viewer: Viewer, release: AnyColumn | SQL): SQL {
  const mayLearn = mayLearnCaseOfRelease(viewer, sql`p.case_id`, sql`p.version_id`);
  return sql`not exists (
    select 1 from release_cases p where p.release = ${release} and not (${mayLearn}))`;
}

/**
 * The viewer may learn what a precedent of this case says: which levels its coders gave, without
 * saying who, and what was committed. The case is committed, and they may learn that; so it is
 * hidden again while a coder who joined has not submitted.
 */
export function mayLearnPrecedents(viewer: Viewer, caseId: AnyColumn | SQL): SQL {
  const committed = sql`exists (select 1 from dataset_versions v where v.case_id = ${caseId})`;
  return sql`(${committed} and ${mayLearnCommitted(viewer, caseId)})`;
}

/**
 * The viewer may learn how far the coders of this case agreed, without saying who: what they gave
 * counts in figures of many cases. They may learn its ratings, or what its precedents say. While a
 * coder of it has not submitted it counts in no figure, whoever asks.
 */
export function mayLearnAgreement(viewer: Viewer, caseId: AnyColumn | SQL): SQL {
  return sql`(${mayLearnRatings(viewer, caseId)} or ${mayLearnPrecedents(viewer, caseId)})`;
}

/**
 * The viewer may know that this case exists: leads know all, coders their own, and coders and
 * analysts those that are committed or excluded. To others it is as if there were no such case.
 */
export function mayKnowCase(viewer: Viewer, caseId: AnyColumn | SQL): SQL {
  if (holds(viewer, "lead")) return anybody;
  if (!holds(viewer, "coder", "analyst")) return nobody;
  return sql`(${isCoderOf(viewer, caseId)}
    or exists (select 1 from dataset_versions v where v.case_id = ${caseId})
    or ${isLeftOut(caseId)})`;
}

/**
 * The viewer may learn the reference levels of this practice case and the reasons for them: they
 * lead the study, or have submitted what they themselves rated.
 */
export function mayLearnReference(viewer: Viewer, practiceCase: AnyColumn | SQL): SQL {
  if (holds(viewer, "lead")) return anybody;
  if (!holds(viewer, "coder")) return nobody;
  return sql`exists (select 1 from practice_submissions s
    where s.practice_case = ${practiceCase} and s.person_id = ${viewer.id})`;
}

/** The viewer may learn how this person did in practice: they lead the study, or are that person. */
export function mayLearnPractice(viewer: Viewer, personId: AnyColumn | SQL): SQL {
  if (holds(viewer, "lead")) return anybody;
  return holds(viewer, "coder") ? sql`${personId} = ${viewer.id}` : nobody;
}

/**
 * The team of this case shows the names of its coders beside their letters. It widens what may be
 * learnt of a rating by whose it is, and stands only where one of the conditions above does too.
 */
export function namesAreShown(caseId: AnyColumn | SQL): SQL {
  return sql`coalesce((select n.shown from name_switches n where n.case_id = ${caseId}
    order by n.revision desc limit 1), 0)`;
}
