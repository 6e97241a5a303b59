import type { Codebook } from "@/domain/codebook/codebook";
import { done, notFound, type Outcome } from "@/domain/outcome";
import type { ReleaseName } from "@/domain/releases/release";
import { oldestFirst } from "@/domain/samples";
import { tableFrom } from "@/domain/tables/make-table";
import { reportTables } from "@/domain/tables/report";
import { choiceFrom, samplesOf } from "@/domain/tables/samples";
import type { SampleChoice, Table, TableBook } from "@/domain/tables/table";
import { mayExport, mayReadDataset } from "@/domain/workflow";
import { sourceOf } from "../exports/source";
import type { Viewer } from "../people/people";
import { withheldUpToOf } from "../releases/withheld-up-to";
import type { Db } from "../store/engine";
import { onceAtOneMoment } from "../store/store";
import { daysOfSamples } from "../study/samples";
import { keptByKey } from "./cache";
import { type Counts, countAll } from "./counts";
import { tableState } from "./kept-cases";
import { tableBookOf } from "./table-book";

/** What somebody asks to see; what they leave open is chosen as usual. */
export interface TablesAsked {
  /** The number of a release; null for the dataset as it is now. */
  readonly release: number | null;
  readonly thisSample?: string;
  readonly earlierSamples?: readonly string[];
}

/** The tables and charts of the report. */
export interface ReportView {
  readonly tables: readonly Table[];
  readonly choice: SampleChoice;
  /** Every sample with a submission, in order. */
  readonly samples: readonly string[];
  readonly release: ReleaseName | null;
  /** The largest count that would be withheld from what is published. */
  readonly withheldUpTo: number;
  /** What the levels in the charts are called. */
  readonly codebook: Codebook;
}

/**
 * The tables and charts of the report, as far as the viewer may learn the ratings behind them. Null
 * in place of the view when there is no analysed case. Not found for those who may not read the
 * dataset, and of a release for those who may not export and when there is none of this number;
 * refused while a case of it is being rated again.
 */
export async function getReport(
  viewer: Viewer,
  asked: TablesAsked,
): Promise<Outcome<ReportView | null>> {
  return onceAtOneMoment((db) => reportAt(db, viewer, asked));
}

/** As `getReport`, on this connection. For use inside db/. */
export async function reportAt(
  db: Db,
  viewer: Viewer,
  asked: TablesAsked,
): Promise<Outcome<ReportView | null>> {
  if (!mayReadDataset(viewer)) return notFound;
  if (asked.release !== null && !mayExport(viewer)) return notFound;
  const source = await sourceOf(db, viewer, asked);
  if (source.kind !== "done") return source;
  const book = await tableBookOf(db, asked.release);
  const counts = await countsOf(db, viewer, asked.release, book);
  const samples = samplesOf(counts.get("table_1") ?? new Map());
  const days = await daysOfSamples(db, source.value?.madeAt ?? null);
  const choice = choiceFrom(samples, asked, days);
  if (!choice) return done(null);
  return done({
    tables: tablesFrom(counts, book, choice),
    choice,
    samples: oldestFirst([...samples.keys()], days),
    release: source.value,
    withheldUpTo: await withheldUpToOf(db, asked.release),
    codebook: book.codebook,
  });
}

/** The tables and charts from what was counted. */
export function tablesFrom(counts: Counts, book: TableBook, choice: SampleChoice): Table[] {
  return reportTables(choice, book.lists).map((kind) =>
    tableFrom(kind, book, counts.get(kind.output) ?? new Map(), choice),
  );
}

const kept = keptByKey<Counts>(20);

/** What is counted for every table and chart, counted once for each state. For use inside db/. */
export async function countsOf(
  db: Db,
  viewer: Viewer,
  release: number | null,
  book: TableBook,
): Promise<Counts> {
  const { key, cases } = await tableState(db, viewer, release, book);
  return kept(key, async () => countAll(await cases(), book.lists));
}
