import type { Agreed, News } from "@/components/reconciliation/reconciliation-view";
import type { Reconciliation, ReconciliationRow } from "@/db/reconciliation/reconciliations";
import { levelOf } from "@/domain/codebook/codebook";
import { formatDateTime } from "@/domain/dates";
import { tagLabels } from "@/domain/reconciliation/decision-tags";
import { ways } from "@/domain/reconciliation/reconciliation";

/** What everybody in the room is told at once. */
export function newsOf({ rows }: Reconciliation, at: number): News {
  const agreed = rows.flatMap((row) => {
    const level = agreedView(row);
    return level ? [[row.factor.key, level] as const] : [];
  });
  return { at, agreed: Object.fromEntries(agreed), latest: latestOf(rows) };
}

/** The level that stands for a row, and how it came about. */
export function agreedView({ factor, agreed, again }: ReconciliationRow): Agreed | null {
  if (!agreed) return null;
  const shown = {
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
  return { ...shown, words: howAgreed(shown, again) };
}

function howAgreed(agreed: Omit<Agreed, "words">, again: boolean): string {
  const { levelLabel, wayLabel, tags, by, at, carried } = agreed;
  if (again) return `Decide again: a coder joined after ${levelLabel} was agreed`;
  const how = [wayLabel, tagLabels(tags).join(", "), `${by}, ${at}`].filter(Boolean).join(" · ");
  return carried ? `${how} · from the version before` : how;
}

/** The level that was agreed last; several at once are counted. */
export function latestOf(rows: Reconciliation["rows"]): string {
  const agreed = rows.flatMap(({ factor, agreed }) =>
    agreed && !agreed.carried ? [{ ...agreed, factor }] : [],
  );
  const [last] = [...agreed].sort((one, other) => (one.agreedAt < other.agreedAt ? 1 : -1));
  if (!last) return "";
  const atOnce = agreed.filter(({ agreedAt }) => agreedAt === last.agreedAt);
  const what =
    atOnce.length > 1
      ? `${atOnce.length} factors`
      : `${last.factor.label}, ${levelOf(last.factor, last.level).label}`;
  return `${what} · ${last.agreedBy ?? "Command line"}, ${formatDateTime(last.agreedAt)}`;
}
