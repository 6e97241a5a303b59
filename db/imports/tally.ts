import {
  type CaseRecord,
  changedFacts,
  type Fact,
  factsEmptied,
} from "@/domain/case-record/case-record";
import { outputsOfFacts } from "@/domain/case-record/outputs";
import { withTextsTold } from "@/domain/case-record/own-words";
import { changesInWords } from "@/domain/case-record/words";
import type { CodeLists } from "@/domain/code-lists/code-lists";
import type { Book } from "@/domain/dataset/table";
import type { Place } from "@/domain/import/draft";
import { faultSentence } from "@/domain/import/faults";
import { labelsOfTotals } from "@/domain/import/stated-totals";
import { noteBlankInclusion } from "./blank-inclusion";
import type {
  CaseTotal,
  ChangedCase,
  PassedOver,
  ReviewOfCases,
  StudyDoubt,
  StudyFault,
} from "./review";
import { startSeen } from "./seen";
import type { Weighed } from "./weigh";

const mostListed = 100;
const mostDoubts = 500;
const fromTheFirst: PassedOver = { changed: 0, totals: 0 };

/** What is weighed, counted as it comes. For use inside db/. */
export interface Tally {
  add(each: Weighed): void;
  /** Whether anything was refused so far. */
  hasFaults(): boolean;
  /**
   * All of it, once everything is added. `textsOf` says what may be told of what people wrote in the
   * record of a case.
   */
  review(textsOf: TextsOf): Promise<ReviewOfCases>;
}

type TextsOf = (caseId: string) => Promise<ReadonlySet<string>>;

type Taken = Exclude<Weighed, { kind: "refused" }>;
type Standing = Taken & { kind: "changed" | "unchanged" };

/** Counts what is weighed, and notes what is told of it. For use inside db/. */
export function startTally(book: Book, passedOver = fromTheFirst): Tally {
  const counts = { new: 0, committed: 0, changed: 0, unchanged: 0, refused: 0, ratings: 0 };
  const faults: StudyFault[] = [];
  const doubts: StudyDoubt[] = [];
  const changes = noteChanges(book.lists, passedOver.changed);
  const totals = noteTotals(book, passedOver.totals);
  const blank = noteBlankInclusion();
  const seen = startSeen(book);
  return {
    add(each) {
      counts[each.kind] += 1;
      seen.add(each);
      if (each.kind === "refused") faults.push(...faultsOf(each));
      else totals.add(each);
      if ("doubts" in each && doubts.length < mostDoubts) doubts.push(...doubtsOf(each));
      if (each.kind === "changed") changes.add(each);
      if (each.kind === "new") {
        countRatings(counts, each);
        blank.add(each.draft);
      }
    },
    hasFaults: () => faults.length > 0,
    review: async (textsOf) => ({
      counts: { ...counts },
      faults,
      doubts: [...blank.told(), ...doubts],
      ...(await changes.told(textsOf)),
      ...totals.told,
      seen: seen.digest(),
    }),
  };
}

function countRatings(counts: { committed: number; ratings: number }, { draft }: Taken): void {
  counts.committed += draft.levels === null ? 0 : 1;
  counts.ratings += draft.ratings.length;
}

function faultsOf({ draft, faults }: Weighed & { kind: "refused" }): StudyFault[] {
  const { place, reference } = draft;
  return faults.map(({ value, expected }) => {
    const sentence = { file: place.sheet, line: place.line, column: "", value, expected };
    return { place, reference, value, expected, message: faultSentence(sentence) };
  });
}

function doubtsOf({ draft: { place }, doubts }: Standing): StudyDoubt[] {
  return doubts.map((doubt) => ({ place, ...doubt }));
}

function noteTotals(book: Book, passedOver: number) {
  const labelOf = labelsOfTotals(book);
  const told = { differing: 0, totals: [] as (CaseTotal & { place: Place })[] };
  return {
    told,
    add({ draft: { place, reference }, totals }: Taken) {
      for (const total of totals) {
        told.differing += 1;
        if (told.differing > passedOver && told.totals.length < mostListed)
          told.totals.push({ place, reference, label: labelOf(total.field), ...total });
      }
    },
  };
}

function noteChanges(lists: CodeLists, passedOver: number) {
  let count = 0;
  let needsReason = false;
  const emptied = { facts: 0, cases: 0 };
  const moving = new Set<Fact>();
  const listed: Standing[] = [];
  return {
    add(each: Standing) {
      if (each.standing.committed) {
        needsReason = true;
        for (const fact of changedFacts(each.standing.record, each.record)) moving.add(fact);
      }
      const gone = factsEmptied(each.standing.record, each.record).length;
      emptied.facts += gone;
      emptied.cases += gone > 0 ? 1 : 0;
      count += 1;
      if (count > passedOver && listed.length < mostListed) listed.push(each);
    },
    async told(textsOf: TextsOf) {
      const changed: ChangedCase[] = [];
      for (const each of listed)
        changed.push(inWords(each, lists, await textsOf(each.standing.id)));
      return { changed, emptied, needsReason, moves: outputsOfFacts([...moving]) };
    },
  };
}

/** What changes in a case: what stood there as far as it may be told, and what the file says. */
function inWords(
  { draft, standing, record }: Standing,
  lists: CodeLists,
  texts: ReadonlySet<string>,
): ChangedCase {
  const told = (one: CaseRecord) => (one === record ? one : withTextsTold(one, texts));
  return {
    place: draft.place,
    reference: standing.reference,
    changes: changesInWords(standing.record, record, lists, told),
    committed: standing.committed,
  };
}
