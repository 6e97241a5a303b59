import { and, asc, eq, lt, max, sql } from "drizzle-orm";
import { done, notFound, type Outcome, refused } from "@/domain/outcome";
import {
  daysSeen,
  firstDays,
  readSamples,
  type Sample,
  type SampleDays,
  type TypedSample,
} from "@/domain/samples";
import { mayEditCodeLists } from "@/domain/workflow";
import { personIdOf, record } from "../audit";
import { isCurrentRecord } from "../cases/case-facts";
import type { Viewer } from "../people/people";
import { caseRecords, cases, releases, sampleDates } from "../schema";
import type { Db } from "../store/engine";
import { reader, write } from "../store/store";

/** A sample with its days, and how many cases are in it. */
export interface SampleWithCases extends Sample {
  readonly cases: number;
  /** How often its days have been recorded. */
  readonly revision: number;
}

/**
 * Every sample that a case is in or that has days, by name. Null for those who do not edit code
 * lists.
 */
export async function listSampleDates(viewer: Viewer): Promise<SampleWithCases[] | null> {
  return mayEditCodeLists(viewer) ? samplesNow(reader()) : null;
}

async function samplesNow(db: Db): Promise<SampleWithCases[]> {
  const dated = await db
    .select({
      name: sampleDates.sample,
      startsOn: sampleDates.startsOn,
      endsOn: sampleDates.endsOn,
      revision: sampleDates.revision,
    })
    .from(sampleDates)
    .where(
      sql`${sampleDates.revision} = (
        select max(m.revision) from sample_dates m where m.sample = ${sampleDates.sample})`,
    );
  const counted = await db
    .select({ name: caseRecords.sample, n: sql<number>`count(*)`.mapWith(Number) })
    .from(cases)
    .innerJoin(caseRecords, and(eq(caseRecords.caseId, cases.id), isCurrentRecord))
    .groupBy(caseRecords.sample);
  const names = new Set([...dated, ...counted].map(({ name }) => name));
  return [...names].sort().map((name) => ({
    ...(dated.find((one) => one.name === name) ?? {
      name,
      startsOn: null,
      endsOn: null,
      revision: 0,
    }),
    cases: counted.find((one) => one.name === name)?.n ?? 0,
  }));
}

/**
 * The first days of samples as they were recorded before an instant, such as that of a release; for
 * null as they are now. For use inside db/.
 */
export async function daysOfSamples(db: Db, before: string | null): Promise<SampleDays> {
  const known = before === null ? undefined : lt(sampleDates.recordedAt, before);
  const rows = await db
    .select({
      name: sampleDates.sample,
      startsOn: sampleDates.startsOn,
      endsOn: sampleDates.endsOn,
    })
    .from(sampleDates)
    .where(known)
    .orderBy(asc(sampleDates.revision));
  const latest = new Map(rows.map((row) => [row.name, row]));
  return firstDays([...latest.values()]);
}

/** Never before a release that is made, however clocks are set: what was before it stays known. */
async function nowAfterReleases(tx: Db): Promise<string> {
  const [last] = await tx.select({ at: max(releases.madeAt) }).from(releases);
  const now = new Date().toISOString();
  const made = last?.at ?? now;
  return made > now ? made : now;
}

/**
 * Records the days of samples; of those that are as they were, nothing. Refused where something typed
 * cannot be, and when somebody else recorded days since the samples came to `seen`, where that is
 * given. Only leads may.
 */
export async function recordSampleDates(
  viewer: Viewer,
  typed: readonly TypedSample[],
  seen?: string,
): Promise<Outcome> {
  if (!mayEditCodeLists(viewer)) return notFound;
  const read = readSamples(typed);
  if (read.kind !== "done") return read;
  return write(async (tx) => {
    const known = await samplesNow(tx);
    if (seen !== undefined && seen !== daysSeen(known)) return refused("", changedSince);
    for (const { name, startsOn, endsOn } of read.value) {
      const now = known.find((one) => one.name === name);
      if (now && now.startsOn === startsOn && now.endsOn === endsOn) continue;
      const revision = (now?.revision ?? 0) + 1;
      await tx.insert(sampleDates).values({
        ...{ sample: name, revision, startsOn, endsOn },
        recordedAt: await nowAfterReleases(tx),
        recordedBy: personIdOf(viewer),
      });
      await record(tx, viewer, { action: "recorded the days of a sample", subject: name });
    }
    return done();
  });
}

const changedSince =
  "Somebody else has changed the samples since you opened them. Open them in another tab to see what holds, and copy over what you want to keep.";
