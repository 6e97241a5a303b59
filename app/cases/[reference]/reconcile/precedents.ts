import { precedentOutcome } from "@/app/precedents/words";
import type { PrecedentLine } from "@/components/reconciliation/reconciliation-view";
import type { Viewer } from "@/db/people/people";
import { listDisagreements } from "@/db/reconciliation/disagreements";
import { listPrecedents } from "@/db/reconciliation/precedents";

/** What a room shows of precedents, by factor. */
export interface RowPrecedents {
  /** From other cases. */
  readonly earlier: ReadonlyMap<string, readonly PrecedentLine[]>;
  /** Of this case, where the viewer may make one: the summary, "" where there is none. */
  readonly own: ReadonlyMap<string, string>;
}

/** The precedents for the room of a case. */
export async function rowPrecedents(viewer: Viewer, reference: string): Promise<RowPrecedents> {
  const earlier = new Map<string, readonly PrecedentLine[]>();
  for (const precedent of (await listPrecedents(viewer, {})) ?? []) {
    if (precedent.reference === reference) continue;
    const { factor, summary, reason } = precedent;
    const outcome = await precedentOutcome(precedent);
    const line = { reference: precedent.reference, summary, outcome, reason };
    earlier.set(factor, [...(earlier.get(factor) ?? []), line]);
  }
  const disagreements = (await listDisagreements(viewer, reference)) ?? [];
  const own = new Map(
    disagreements.map(({ factor, precedent }) => [factor.key, precedent ?? ""] as const),
  );
  return { earlier, own };
}
