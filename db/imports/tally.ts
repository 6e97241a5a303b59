import { createHash, type Hash } from "node:crypto";
import { changesInWords } from "@/domain/case-record/words";
import type { CodeLists } from "@/domain/code-lists/code-lists";
import type { Book } from "@/domain/dataset/table";
import type { Place } from "@/domain/import/draft";
import { faultSentence } from "@/domain/import/faults";
import { statedTotals } from "@/domain/import/stated-totals";
import type { CaseTotal, ChangedCase, Review, StudyFault } from "./review";
import type { Weighed } from "./weigh";

const mostListed = 100;

/** Counts what is weighed, and notes what is told of it. For use inside db/. */
export class Tally {
  readonly #lists: CodeLists;
  readonly #labels: Readonly<Record<string, string>>;
  readonly #seen: Hash;
  readonly #counts = { new: 0, committed: 0, changed: 0, unchanged: 0, refused: 0, ratings: 0 };
  readonly #faults: StudyFault[] = [];
  readonly #changed: ChangedCase[] = [];
  readonly #totals: (CaseTotal & { place: Place })[] = [];
  #needsReason = false;
  #differing = 0;

  constructor(book: Book) {
    const { lists, codebook } = book;
    this.#lists = lists;
    this.#labels = statedTotals(book);
    const versions = Object.values(lists).map((list) => list.version);
    this.#seen = createHash("sha256").update(JSON.stringify([codebook.version, versions]));
  }

  /** Counts one more. */
  add(each: Weighed): void {
    const { draft, kind } = each;
    const revision = "standing" in each ? each.standing.revision : 0;
    this.#seen.update(JSON.stringify([draft.reference, kind, revision]));
    this.#counts[kind] += 1;
    if (each.kind === "refused") this.#addFaults(each);
    else this.#addTotals(each);
    if (each.kind === "changed") this.#addChange(each);
    if (each.kind !== "new" || draft.levels === null) return;
    this.#counts.committed += 1;
    this.#counts.ratings += draft.ratings.length;
  }

  #addFaults({ draft, faults }: Weighed & { kind: "refused" }): void {
    const { place, reference } = draft;
    for (const { value, expected } of faults) {
      const sentence = { file: place.sheet, line: place.line, column: "", value, expected };
      this.#faults.push({ place, reference, value, expected, message: faultSentence(sentence) });
    }
  }

  #addTotals({ draft, totals }: Exclude<Weighed, { kind: "refused" }>): void {
    this.#differing += totals.length;
    const { place, reference } = draft;
    for (const total of totals.slice(0, mostListed - this.#totals.length))
      this.#totals.push({ place, reference, label: this.#labels[total.field] ?? "", ...total });
  }

  #addChange({ draft, standing, record }: Weighed & { kind: "changed" | "unchanged" }): void {
    this.#needsReason ||= standing.committed;
    if (this.#changed.length === mostListed) return;
    this.#changed.push({
      place: draft.place,
      reference: standing.reference,
      changes: changesInWords(standing.record, record, this.#lists),
      committed: standing.committed,
    });
  }

  /** Whether anything was refused so far. */
  get hasFaults(): boolean {
    return this.#faults.length > 0;
  }

  /** All of it, once everything is added. */
  review(): Review {
    return {
      counts: { ...this.#counts },
      faults: this.#faults,
      changed: this.#changed,
      needsReason: this.#needsReason,
      differing: this.#differing,
      totals: this.#totals,
      seen: this.#seen.digest("hex"),
    };
  }
}
