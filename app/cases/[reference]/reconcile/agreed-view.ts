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
    revision: agreed.revision,
    carried: agreed.carried,
  };
  const { levelLabel, wayLabel } = shown;
  const words = again
    ? `Decide again: a coder joined after ${levelLabel} was agreed`
    : [
        wayLabel,
        tagLabels(agreed.tags).join(", "),
        agreed.agreedAt && byAndAt(agreed.agreedBy, agreed.agreedAt),
        agreed.carried && "from the version before",
      ]
        .filter(Boolean)
        .join(" · ");
  return { ...shown, words };
}

function byAndAt(by: string | null, at: string): string {
  return `${by ?? "Command line"}, ${formatDateTime(at)}`;
}

/** The level that was agreed last; several at once are counted. */
export function latestOf(rows: Reconciliation["rows"]): string {
  const agreed = rows.flatMap(({ factor, agreed }) =>
    agreed?.agreedAt && !agreed.carried ? [{ ...agreed, agreedAt: agreed.agreedAt, factor }] : [],
  );
  const [last] = [...agreed].sort((one, other) => (one.agreedAt < other.agreedAt ? 1 : -1));
  if (!last) return "";
  const atOnce = agreed.filter(({ agreedAt }) => agreedAt === last.agreedAt);
  const what =
    atOnce.length > 1
      ? `${atOnce.length} factors`
      : `${last.factor.label}, ${levelOf(last.factor, last.level).label}`;
  return `${what} · ${byAndAt(last.agreedBy, last.agreedAt)}`;
}
