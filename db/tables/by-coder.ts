import { done, notFound, type Outcome } from "@/domain/outcome";
import type { ReleaseName } from "@/domain/releases/release";
import { oldestFirst } from "@/domain/samples";
import { countedAs, tableByRule, tablesByRule, withAgreedBeside } from "@/domain/tables/by-rule";
import { type Rule, rulesFor } from "@/domain/tables/coded-case";
import type { ByCoder } from "@/domain/tables/coders/by-coder";
import { linesOfLawGroups } from "@/domain/tables/lines";
import { tableFrom } from "@/domain/tables/make-table";
import { otherThemes } from "@/domain/tables/other-themes";
import { table10 } from "@/domain/tables/risk-ratings";
import { ruleMeansOf } from "@/domain/tables/rule-means";
import { usualChoice } from "@/domain/tables/samples";
import type { Table, TableBook, TableKind } from "@/domain/tables/table";
import {
  compareMeans,
  farthestFromAgreed,
  toCompare,
  widestSpread,
} from "@/domain/tables/who-coded";
import { mayExportRatings } from "@/domain/workflow";
import { sourceOf } from "../exports/source";
import type { Viewer } from "../people/people";
import { withheldUpToOf } from "../releases/withheld-up-to";
import type { Db } from "../store/engine";
import { onceAtOneMoment } from "../store/store";
import { daysOfSamples } from "../study/samples";
import { keptByKey } from "./cache";
import { codedCases } from "./coded-cases";
import { type CoderCounts, countForCoders } from "./coder-counts";
import { tableState } from "./kept-cases";
import type { TablesAsked } from "./report";
import { tableBookOf } from "./table-book";

/** What the figures of a sample would be by who decides, and which release they are of. */
export interface ByCoderView extends ByCoder {
  readonly release: ReleaseName | null;
  /** The sample that was asked for, where it has no independent ratings and another is shown. */
  readonly inPlaceOf: string | null;
}

/**
 * What the means, ranges and charts of a sample would be under each coder alone and under the majority,
 * beside what was agreed, and the themes that coders named; for leads, as far as they may learn what
 * coders gave. Null in place of the view when there is no committed case with independent ratings. Not
 * found for those who do not lead the study, and of a release when there is none of this number; refused
 * while a case of it is being rated again.
 */
export async function getByCoder(
  viewer: Viewer,
  asked: Pick<TablesAsked, "release" | "thisSample">,
): Promise<Outcome<ByCoderView | null>> {
  return onceAtOneMoment((db) => byCoderAt(db, viewer, asked));
}

/** As `getByCoder`, on this connection. For use inside db/. */
export async function byCoderAt(
  db: Db,
  viewer: Viewer,
  asked: Pick<TablesAsked, "release" | "thisSample">,
): Promise<Outcome<ByCoderView | null>> {
  if (!mayExportRatings(viewer)) return notFound;
  const source = await sourceOf(db, viewer, asked);
  if (source.kind !== "done") return source;
  const book = await tableBookOf(db, asked.release);
  const state = await tableState(db, viewer, asked.release, book);
  const counts = await kept(state.key, async () =>
    countForCoders(await codedCases(db, viewer, state), book),
  );
  const coded = codedBySample(counts);
  const days = await daysOfSamples(db, source.value?.madeAt ?? null);
  const samples = oldestFirst([...coded.keys()], days);
  const usual = usualChoice(coded, days)?.thisSample;
  if (usual === undefined) return done(null);
  const { thisSample = usual } = asked;
  const sample = coded.has(thisSample) ? thisSample : usual;
  return done({
    samples,
    release: source.value,
    withheldUpTo: await withheldUpToOf(db, asked.release),
    inPlaceOf: sample === thisSample ? null : thisSample,
    ...viewOf(counts, book, sample),
    codebook: book.codebook,
    themes: themesOf(counts, book, samples),
  });
}

const kept = keptByKey<CoderCounts>(20);

/** How many cases with independent ratings each sample has that has any. */
function codedBySample({ coverage }: CoderCounts): Map<string, number> {
  const all = [...coverage].map(([sample, { byCoders }]): [string, number] => [
    sample,
    [...byCoders.values()].reduce((sum, n) => sum + n, 0),
  ]);
  return new Map(all.filter(([, n]) => n > 0));
}

function viewOf(counts: CoderCounts, book: TableBook, thisSample: string) {
  const coverage = counts.coverage.get(thisSample) ?? { analysed: 0, byCoders: new Map() };
  const rules = rulesFor(Math.max(0, ...coverage.byCoders.keys()));
  const kinds = tablesByRule(thisSample, book.lists);
  const atomsOf = (kind: TableKind) => counts.atoms.get(countedAs(kind)) ?? new Map();
  const tableOf = (kind: TableKind, own: readonly Rule[]) =>
    tableByRule(kind, book, atomsOf(kind), { rules: own, thisSample });
  const tables = kinds.map((kind) =>
    tableOf(kind, withAgreedBeside(kind, atomsOf(kind), { rules, thisSample })),
  );
  const means = ruleMeansOf(counts.means, thisSample, rules);
  const charts = kinds.filter(({ output }) => output === "chart_1");
  const [widest = null] = charts.map((chart1) =>
    widestSpread(tableOf(chart1, rules), book.codebook, rules),
  );
  const findings = {
    farthest: farthestFromAgreed(means),
    lawGroups: compareMeans(tableOf(meansOfLawGroups, toCompare(rules)), rules),
    widest,
  };
  return { sample: thisSample, coverage, means, tables, findings };
}

const meansOfLawGroups: TableKind = {
  ...table10,
  lines: (book, found) => linesOfLawGroups(book, found, "mean"),
};

function themesOf({ themes }: CoderCounts, book: TableBook, samples: readonly string[]): Table {
  const [thisSample = "", ...earlier] = [...samples].reverse();
  return tableFrom(otherThemes, book, themes, {
    thisSample,
    earlierSamples: earlier.reverse(),
  });
}
