import { done, notFound, type Outcome } from "@/domain/outcome";
import type { ReleaseName } from "@/domain/releases/release";
import { oldestFirst } from "@/domain/samples";
import type { Analyses, MeanLine, TableOfMeans } from "@/domain/tables/analyses/analyses";
import { caseMixOf } from "@/domain/tables/case-mix";
import { factorsTogether } from "@/domain/tables/factors-together";
import { childrenPerCase, indexChildren } from "@/domain/tables/index-children";
import { intervalOfMean } from "@/domain/tables/intervals";
import { tableFrom } from "@/domain/tables/make-table";
import { practiceShortcomings, practiceStrengths } from "@/domain/tables/practice";
import { analysedBySample, choiceFrom } from "@/domain/tables/samples";
import type { SampleChoice, Table, TableBook, TableKind } from "@/domain/tables/table";
import { mayExport, mayReadDataset } from "@/domain/workflow";
import { sourceOf } from "../exports/source";
import type { Viewer } from "../people/people";
import { withheldUpToOf } from "../releases/withheld-up-to";
import type { Db } from "../store/engine";
import { onceAtOneMoment } from "../store/store";
import { daysOfSamples } from "../study/samples";
import {
  type AnalysisCounts,
  countForAnalyses,
  tablesOfMeans,
  valuesOfCell,
} from "./analysis-counts";
import { keptByKey } from "./cache";
import { tableState } from "./kept-cases";
import type { TablesAsked } from "./report";
import { tableBookOf } from "./table-book";

/** What somebody asks to see, and whether with intervals. */
export interface AnalysesAsked extends TablesAsked {
  readonly intervals: boolean;
}

/** What is worked out beside the tables of the report, and what it can be worked out of. */
export interface AnalysesView extends Analyses {
  readonly release: ReleaseName | null;
  /** The sample that was asked for, where it has no analysed case and another is shown. */
  readonly inPlaceOf: string | null;
}

/**
 * What is worked out beside the tables of the report: the mean at the earlier case mix, intervals of
 * means where they are asked for, the index children, which factors occur together, and practice by
 * sample; as far as the
 * viewer may learn the ratings behind it. Null in place of the view when there is no analysed case.
 * Not found and refused as `getReport` is.
 */
export async function getAnalyses(
  viewer: Viewer,
  asked: AnalysesAsked,
): Promise<Outcome<AnalysesView | null>> {
  return onceAtOneMoment((db) => analysesAt(db, viewer, asked));
}

/** As `getAnalyses`, on this connection. For use inside db/. */
export async function analysesAt(
  db: Db,
  viewer: Viewer,
  asked: AnalysesAsked,
): Promise<Outcome<AnalysesView | null>> {
  if (!mayReadDataset(viewer)) return notFound;
  if (asked.release !== null && !mayExport(viewer)) return notFound;
  const source = await sourceOf(db, viewer, asked);
  if (source.kind !== "done") return source;
  const book = await tableBookOf(db, asked.release);
  const { key, cases } = await tableState(db, viewer, asked.release, book);
  const counts = await kept(key, async () => countForAnalyses(await cases(), book.codebook));
  const analysed = analysedBySample(counts.atoms.get("table_1") ?? new Map());
  const days = await daysOfSamples(db, source.value?.madeAt ?? null);
  const choice = choiceFrom(analysed, asked, days);
  if (!choice) return done(null);
  const { thisSample = choice.thisSample } = asked;
  return done({
    choice,
    inPlaceOf: choice.thisSample === thisSample ? null : thisSample,
    samples: oldestFirst([...analysed.keys()], days),
    release: source.value,
    withheldUpTo: await withheldUpToOf(db, asked.release),
    codebook: book.codebook,
    ...analysesOf(counts, book, choice),
    means: asked.intervals ? await meansOf(key, counts, book, choice) : null,
  });
}

const kept = keptByKey<AnalysisCounts>(20);

function analysesOf(counts: AnalysisCounts, book: TableBook, choice: SampleChoice) {
  const samples = [...choice.earlierSamples, choice.thisSample];
  return {
    caseMix: caseMixOf(counts.atoms.get("table_10") ?? new Map(), book, choice),
    together: factorsTogether(counts.together, book.codebook, samples),
    children: [indexChildren, childrenPerCase].map((kind) => tableOf(kind, counts, book, choice)),
    practice: [practiceStrengths, practiceShortcomings].map((kind) =>
      tableOf(kind, counts, book, choice),
    ),
  };
}

function tableOf(
  kind: TableKind,
  { atoms }: AnalysisCounts,
  book: TableBook,
  choice: SampleChoice,
): Table {
  return tableFrom(kind, book, atoms.get(kind.output) ?? new Map(), choice);
}

const keptMeans = keptByKey<TableOfMeans[]>(20);

/** The tables of means with their intervals, worked out once for each state and choice. */
function meansOf(
  state: string,
  counts: AnalysisCounts,
  book: TableBook,
  choice: SampleChoice,
): Promise<TableOfMeans[]> {
  return keptMeans(JSON.stringify([state, choice]), async () => {
    const tables: TableOfMeans[] = [];
    for (const kind of tablesOfMeans) {
      const table = tableOf(kind, counts, book, choice);
      const lines: MeanLine[] = [];
      for (const line of table.lines.filter(({ measure }) => measure === "mean")) {
        const intervals = table.columns.map((column) =>
          intervalOfMean(valuesOfCell(counts, kind, line, column)),
        );
        lines.push({ ...line, intervals });
        // Other requests are answered between two lines.
        await new Promise((resolve) => setImmediate(resolve));
      }
      tables.push({ table, lines });
    }
    return tables;
  });
}
