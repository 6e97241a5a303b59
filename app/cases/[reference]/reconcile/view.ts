import { caseFacts } from "@/app/cases/words";
import type {
  Agreed,
  ReconciliationRow,
  ReconciliationView,
  Tiles,
} from "@/components/reconciliation/reconciliation-view";
import type { Reconciliation, ReconciliationRow as StoredRow } from "@/db/reconciliations";
import { type Codebook, levelOf } from "@/domain/codebook/codebook";
import type { Difference } from "@/domain/comparison";
import { formatDateTime } from "@/domain/dates";
import { compareEvidence, evidenceInWords } from "@/domain/passages";
import { differenceOf, sameLevel, ways } from "@/domain/reconciliation";
import type { RowPrecedents } from "./precedents";

/** The reconciliation as its page shows it. */
export function reconciliationView(
  current: Reconciliation,
  precedents: RowPrecedents,
): ReconciliationView {
  const rows = current.rows.map((row) => rowView(current.codebook, row, precedents));
  const left = rows.filter((row) => !row.agreed || row.again).length;
  return {
    reference: current.reference,
    facts: caseFacts(current),
    openedAt: formatDateTime(current.startedAt),
    coders: current.letters.map((letter) => ({ letter })),
    tiles: tilesOf(rows, left),
    rows,
    mayAgree: current.mayAgree,
    mayDissent: current.mayDissent,
    acceptableCount: current.rows.filter(
      (row) => (!row.agreed || row.again) && sameLevel(row) !== null,
    ).length,
    ready: left === 0,
    cycle: current.reason === "" ? "" : `Reopened: ${current.reason}`,
  };
}

function rowView(codebook: Codebook, row: StoredRow, precedents: RowPrecedents): ReconciliationRow {
  const { factor, ratings } = row;
  return {
    factor,
    given: ratings.map(({ letter, level, note, unsure, quotes, themes, description }) => {
      const { label, score } = levelOf(factor, level);
      return {
        letter,
        levelKey: level,
        levelLabel: label,
        score,
        note,
        unsure,
        quotes,
        themes: themes.map((key) => themeLabel(codebook, key)),
        description,
      };
    }),
    difference: differenceOf(row),
    evidence: compareEvidence(ratings).map(evidenceInWords),
    agreed: agreedView(row),
    again: row.again,
    dissents: row.dissents.map(({ letter, reason, own }) => ({ letter, reason, own })),
    precedents: precedents.earlier.get(factor.key) ?? [],
    ownPrecedent: precedents.own.get(factor.key) ?? null,
    revision: row.agreed?.revision ?? 0,
    thirdCoder: ratings.length >= 3,
  };
}

function themeLabel(codebook: Codebook, key: string): string {
  return codebook.otherThemes.find((theme) => theme.key === key)?.label ?? key;
}

function agreedView({ factor, agreed }: StoredRow): Agreed | null {
  if (!agreed) return null;
  return {
    level: agreed.level,
    levelLabel: levelOf(factor, agreed.level).label,
    way: agreed.way,
    wayLabel: agreed.way ? ways[agreed.way].label : "Imported agreed rating",
    reason: agreed.reason,
    tags: agreed.tags,
    by: agreed.agreedBy ?? "Command line",
    at: formatDateTime(agreed.agreedAt),
    revision: agreed.revision,
    carried: agreed.carried,
  };
}

function tilesOf(rows: readonly ReconciliationRow[], left: number): Tiles {
  const count = (difference: Difference | null) =>
    rows.filter((row) => row.difference === difference).length;
  return {
    left,
    presenceDiffers: count("presence_differs"),
    twoOrMoreApart: count("two_or_more_apart"),
    oneApart: count("one_apart"),
    same: count("same"),
    notCompared: count(null),
  };
}
