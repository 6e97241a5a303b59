import { asc, lte } from "drizzle-orm";
import type { Codebook } from "@/domain/codebook/codebook";
import { done, notFound, type Outcome, refused } from "@/domain/outcome";
import type { Differing } from "@/domain/releases/differing";
import type { ReleaseName } from "@/domain/releases/release";
import { type Published, publish } from "@/domain/tables/publication";
import type { PublishedTable } from "@/domain/tables/published-table";
import { samplesOf, usualChoice } from "@/domain/tables/samples";
import type { SampleChoice } from "@/domain/tables/table";
import { mayExport } from "@/domain/workflow";
import type { Viewer } from "../people/people";
import { allCases, casesOfRelease } from "../releases/cases";
import { changesSince } from "../releases/changes";
import { differingSince } from "../releases/differing";
import { releaseToPublish } from "../releases/releases";
import { releases } from "../schema";
import type { Db } from "../store/engine";
import { onceAtOneMoment } from "../store/store";
import { daysOfSamples } from "../study/samples";
import { keptByKey } from "./cache";
import { givingWay } from "./giving-way";
import { countsOf, tablesFrom } from "./report";
import { tableBookOf } from "./table-book";

/** The tables and charts of a release as they may be published. */
export interface PublicationView {
  readonly tables: readonly PublishedTable[];
  readonly choice: SampleChoice;
  readonly release: ReleaseName & { readonly note: string };
  /** The largest count that is withheld. */
  readonly withheldUpTo: number;
  /** What the levels in the charts are called. */
  readonly codebook: Codebook;
  /** How many cases of each sample differ from the release before; null for the first. */
  readonly differing: Differing | null;
}

/**
 * The tables and charts of a release as they may be published, whoever asks: with the samples that
 * the release is about, and without what would let a reader work out a small figure, from it or from
 * any release before it. It follows from what these releases hold and from nothing else. Null in place
 * of the view when the release has no analysed case. Not found for those who may not export and when
 * there is no such release; refused without a release, and while a case of it or of one before it is
 * being rated again.
 */
export async function getPublication(
  viewer: Viewer,
  release: number | null,
): Promise<Outcome<PublicationView | null>> {
  if (!mayExport(viewer)) return notFound;
  if (release === null) return refused("publication", ofAReleaseAlone);
  return onceAtOneMoment((db) => publicationAt(db, viewer, release));
}

const ofAReleaseAlone =
  "Tables for publication are made from a release, so that they can be made again. Select a release.";

async function publicationAt(
  db: Db,
  viewer: Viewer,
  release: number,
): Promise<Outcome<PublicationView | null>> {
  const source = await releaseToPublish(db, viewer, release);
  if (source.kind !== "done") return source;
  // No case of these is hidden, so each is counted whole, whether a later one still holds it or not.
  const all = await db
    .select({
      number: releases.number,
      sha256: releases.sha256,
      withheldUpTo: releases.withheldUpTo,
      madeAt: releases.madeAt,
    })
    .from(releases)
    .where(lte(releases.number, release))
    .orderBy(asc(releases.number));
  const last = await published(db, viewer, await withDays(db, all));
  const own = all.at(-1);
  if (!last.choice || !own) return done(null);
  return done({
    tables: last.tables,
    choice: last.choice,
    release: source.value,
    withheldUpTo: own.withheldUpTo,
    codebook: (await tableBookOf(db, release)).codebook,
    differing: release === 1 ? null : await differingFromBefore(db, viewer, all),
  });
}

const keptDiffering = keptByKey<Differing>(20);

/** How many cases differ between the last two of these releases, of which none is hidden. */
function differingFromBefore(
  db: Db,
  viewer: Viewer,
  all: readonly Pick<ReleaseRow, "number" | "sha256">[],
): Promise<Differing> {
  const release = all.at(-1)?.number ?? 0;
  const key = JSON.stringify(all.slice(-2).map(({ number, sha256 }) => [number, sha256]));
  return keptDiffering(key, async () => {
    const changes = await changesSince(db, viewer, release - 1, { release, ...allCases });
    return differingSince(db, release - 1, await casesOfRelease(db, release), changes);
  });
}

interface ReleaseRow {
  readonly number: number;
  readonly sha256: string;
  readonly withheldUpTo: number;
  /** The first days of samples as they were when it was made, by name. */
  readonly days: readonly (readonly [string, string])[];
}

/** Releases with the days by which their samples are ordered. */
async function withDays(
  db: Db,
  all: readonly (Omit<ReleaseRow, "days"> & { readonly madeAt: string })[],
): Promise<ReleaseRow[]> {
  const rows: ReleaseRow[] = [];
  for (const { madeAt, ...row } of all)
    rows.push({ ...row, days: [...(await daysOfSamples(db, madeAt))].sort() });
  return rows;
}

interface PublishedRelease {
  readonly seen: Published;
  readonly tables: readonly PublishedTable[];
  readonly choice: SampleChoice | null;
}

// Each rests on the one before and shares with it what it holds, so many take little more than one.
const kept = keptByKey<PublishedRelease>(1000);

/** What readers have when the last of these releases, the first first, is published. */
async function published(
  db: Db,
  viewer: Viewer,
  all: readonly ReleaseRow[],
): Promise<PublishedRelease> {
  const own = all.at(-1);
  if (!own) return { seen: new Map(), tables: [], choice: null };
  return kept(JSON.stringify(all), async () => {
    const before = await published(db, viewer, all.slice(0, -1));
    const book = await tableBookOf(db, own.number);
    const counts = await countsOf(db, viewer, own.number, book);
    const choice = usualChoice(samplesOf(counts.get("table_1") ?? new Map()), new Map(own.days));
    if (!choice) return { ...before, tables: [], choice: null };
    const report = {
      name: `release ${own.number}`,
      tables: tablesFrom(counts, book, choice),
      smallest: own.withheldUpTo,
    };
    const { published: seen, tables } = await givingWay(publish(before.seen, report));
    return { seen, tables, choice };
  });
}
