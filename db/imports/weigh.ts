import { type CaseRecord, sameFacts } from "@/domain/case-record/case-record";
import { hasGoneCodes, withCurrentCodes } from "@/domain/case-record/codes";
import type { Book } from "@/domain/dataset/table";
import type { HowRated } from "@/domain/import/beside-levels";
import type { CaseDraft } from "@/domain/import/draft";
import { type Mismatch, mergedRecord, newRecord } from "@/domain/import/merge";
import { type TotalDifference, totalsCompared } from "@/domain/import/stated-totals";
import type { Viewer } from "../people/people";
import type { Db } from "../store/engine";
import { inChunks, type Pieces } from "./chunks";
import { howStandingRated, nothingRated } from "./how-rated";
import { type StandingCase, standingCases } from "./standing";
import { besideLevels, howCommitted, whatIsRated, whatIsUntold } from "./what-stands";

const casesPerChunk = 200;

/** A case of the study, and how it was rated as far as a draft asks for it. */
type Stands = StandingCase & { readonly rated: HowRated };

/** A draft beside what the study has: what importing it would do. For use inside db/. */
export type Weighed = { readonly draft: CaseDraft } & (
  | {
      readonly kind: "new";
      readonly record: CaseRecord;
      readonly totals: readonly TotalDifference[];
    }
  | {
      readonly kind: "changed" | "unchanged";
      readonly standing: StandingCase;
      readonly record: CaseRecord;
      /** What the draft says and the study does not take. */
      readonly doubts: readonly Mismatch[];
      readonly totals: readonly TotalDifference[];
    }
  | { readonly kind: "refused"; readonly faults: readonly Mismatch[] }
);

/**
 * Weighs drafts against the study as it is now and the code lists of a book, some at a time. What it answers of a case that the
 * study has is the same whatever was rated, as long as the viewer may not learn that. For use
 * inside db/.
 */
export async function* weighed(
  db: Db,
  viewer: Viewer,
  drafts: Pieces<CaseDraft>,
  book: Book,
): AsyncGenerator<readonly Weighed[]> {
  const scale = { book, compared: totalsCompared(book), named: new Set<string>() };
  for await (const chunk of inChunks(drafts, casesPerChunk)) {
    const references = chunk.map(({ reference }) => reference);
    const standing = await standingCases(db, viewer, references, book.lists);
    const rated = await howStandingRated(db, viewer, chunk, standing);
    const stands = (reference: string) => {
      const found = standing.get(reference.toLowerCase());
      return found && { ...found, rated: rated.get(found.id) ?? nothingRated };
    };
    yield chunk.map((draft) => weigh(scale, draft, stands(draft.reference)));
  }
}

interface Scale {
  readonly book: Book;
  readonly compared: ReturnType<typeof totalsCompared>;
  /** The references so far, in small letters. */
  readonly named: Set<string>;
}

function weigh(scale: Scale, draft: CaseDraft, standing: Stands | undefined): Weighed {
  const reference = draft.reference.toLowerCase();
  if (scale.named.has(reference)) return { draft, kind: "refused", faults: [namedTwice(draft)] };
  scale.named.add(reference);
  if (hasGoneCodes(draft.facts, scale.book.lists))
    return { draft, kind: "refused", faults: [readBefore] };
  return standing ? weighStanding(scale, draft, standing) : weighNew(scale, draft);
}

const readBefore: Mismatch = {
  value: "a value that its code list has no longer",
  expected: "files that are read since: go back to the columns and save them",
};

function namedTwice({ reference }: CaseDraft): Mismatch {
  return { value: `${reference} a second time`, expected: "each reference once" };
}

function weighNew({ book, compared }: Scale, draft: CaseDraft): Weighed {
  const sample = draft.facts.sample ?? draft.sampleIfNew;
  const { record, faults } = newRecord({ ...draft.facts, sample }, book.lists);
  const early = draft.levels === null ? whatNeedsLevels(draft) : [];
  if (record === null || early.length > 0)
    return { draft, kind: "refused", faults: [...faults, ...early] };
  const totals = compared(
    {
      reference: draft.reference,
      origin: draft.origin ?? "imported",
      record,
      levels: draft.levels,
      version: null,
      codebookVersion: book.codebook.version,
      committedOn: null,
    },
    draft.stated,
  );
  return { draft, kind: "new", record: withCurrentCodes(record, book.lists), totals };
}

function weighStanding({ book, compared }: Scale, draft: CaseDraft, standing: Stands): Weighed {
  const { record, faults } = mergedRecord(standing.record, draft.facts, book.lists);
  const kept = [...whatIsRated(draft, standing), ...whatIsUntold(draft, standing, book.lists)];
  if (record === null || kept.length > 0)
    return { draft, kind: "refused", faults: [...faults, ...kept] };
  const { reference, origin, agreed } = standing;
  const after = withCurrentCodes(record, book.lists);
  const totals = compared(
    {
      reference,
      origin,
      record: after,
      levels: agreed?.levels ?? null,
      version: null,
      codebookVersion: agreed?.codebookVersion ?? null,
      committedOn: null,
    },
    draft.stated,
  );
  const kind = sameFacts(standing.record, after) ? "unchanged" : "changed";
  const doubts = [
    ...howCommitted(draft, standing),
    ...besideLevels(draft, standing, standing.rated, book.codebook),
  ];
  return { draft, kind, standing, record: after, totals, doubts };
}

function whatNeedsLevels({ ratings, commitment }: CaseDraft): Mismatch[] {
  const expected = "none, because the case has no agreed scores";
  const found = ratings.length > 0 ? ["independent ratings"] : [];
  if (commitment) found.push("a version or a day of commitment");
  return found.map((value) => ({ value, expected }));
}
