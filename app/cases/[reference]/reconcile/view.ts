import type {
  Given,
  ReconciliationRow,
  ReconciliationView,
  Tiles,
} from "@/components/reconciliation/reconciliation-view";
import type { GivenRating } from "@/db/ratings/given-ratings";
import type {
  Reconciliation,
  ReconciliationRow as StoredRow,
} from "@/db/reconciliation/reconciliations";
import { type Codebook, type Factor, levelOf } from "@/domain/codebook/codebook";
import { formatDateTime } from "@/domain/dates";
import { compareEvidence, evidenceInWords } from "@/domain/ratings/passages";
import { levelsDifferedInWords } from "@/domain/ratings/second-look";
import type { Difference } from "@/domain/reconciliation/comparison";
import { differenceOf, sameLevel } from "@/domain/reconciliation/reconciliation";
import { agreedView, latestOf } from "./agreed-view";
import type { RowPrecedents } from "./precedents";

/** The reconciliation as its page shows it. */
export function reconciliationView(
  current: Reconciliation,
  precedents: RowPrecedents,
  facts: readonly string[],
): ReconciliationView {
  const rows = current.rows.map((row) => rowView(current.codebook, row, precedents));
  const left = rows.filter((row) => !row.agreed || row.again).length;
  return {
    reference: current.reference,
    facts,
    openedAt: formatDateTime(current.startedAt),
    coders: current.letters.map((letter) => ({ letter, name: current.names?.[letter] ?? null })),
    namesShown: current.names !== null,
    tiles: tilesOf(rows, left),
    rows,
    mayAgree: current.mayAgree,
    mayDissent: current.mayDissent,
    acceptableCount: current.rows.filter(
      (row) => (!row.agreed || row.again) && sameLevel(row) !== null,
    ).length,
    ready: left === 0,
    latest: latestOf(current.rows),
    secondLook: current.secondLook ? levelsDifferedInWords(current.secondLook) : "",
    cycle: current.reason === "" ? "" : `Reopened: ${current.reason}`,
  };
}

function rowView(codebook: Codebook, row: StoredRow, precedents: RowPrecedents): ReconciliationRow {
  const { factor, ratings } = row;
  return {
    factor,
    given: ratings.map((rating) => {
      const { letter, name, level, note, unsure, quotes, themes, description } = rating;
      const { label, score } = levelOf(factor, level);
      return {
        letter,
        coder: coderOf({ letter, name }),
        levelKey: level,
        levelLabel: label,
        score,
        note,
        unsure,
        quotes,
        themes: themes.map((key) => themeLabel(codebook, key)),
        description,
        first: firstView(factor, rating),
      };
    }),
    difference: differenceOf(row),
    evidence: compareEvidence(named(ratings)).map(evidenceInWords),
    agreed: agreedView(row),
    again: row.again,
    dissents: row.dissents.map(({ letter, reason, own }) => ({ letter, reason, own })),
    precedents: precedents.earlier.get(factor.key) ?? [],
    ownPrecedent: precedents.own.get(factor.key) ?? null,
    revision: row.agreed?.revision ?? 0,
    thirdCoder: ratings.length >= 3,
  };
}

// The sentences about evidence name the coders as the rest of the page does.
function named(ratings: StoredRow["ratings"]): StoredRow["ratings"] {
  return ratings.map((one) => ({ ...one, letter: coderOf(one) }));
}

function coderOf({ letter, name }: { letter: string; name: string | null }): string {
  return name ? `${letter} (${name})` : letter;
}

function firstView(factor: Factor, { first, ...now }: GivenRating): Given["first"] {
  if (!first?.level) return null;
  const { level, note, unsure } = first;
  if (level === now.level && note === now.note && unsure === now.unsure) return null;
  return { levelLabel: levelOf(factor, level).label, note, unsure };
}

function themeLabel(codebook: Codebook, key: string): string {
  return codebook.otherThemes.find((theme) => theme.key === key)?.label ?? key;
}

function tilesOf(rows: readonly ReconciliationRow[], left: number): Tiles {
  const count = (difference: Difference | null) =>
    rows.filter((row) => row.difference === difference).length;
  return {
    left,
    of: rows.length,
    presenceDiffers: count("presence_differs"),
    twoOrMoreApart: count("two_or_more_apart"),
    oneApart: count("one_apart"),
    same: count("same"),
    notCompared: count(null),
  };
}
