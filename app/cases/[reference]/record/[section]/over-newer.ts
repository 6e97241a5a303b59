import type { FormState } from "@/components/ui/form-state";
import { listRevisions } from "@/db/cases/case-records";
import type { Viewer } from "@/db/people/people";
import type { Section } from "@/domain/case-record/case-record";
import { recordedSince } from "@/domain/case-record/recorded-since";

/**
 * A form that was refused. Where it was typed over an older record, it says beside each field what is
 * recorded there now, and the next time it is saved counts from that.
 */
export async function overNewer(
  viewer: Viewer,
  { reference, section }: { reference: string; section: Section },
  refused: FormState,
): Promise<FormState & { replaces?: string }> {
  const revisions = (await listRevisions(viewer, reference)) ?? [];
  const newer = revisions.filter(({ revision }) => revision > Number(refused.values.revision));
  const newest = newer[0];
  if (!newest) return refused;
  const changed = recordedSince(section, newer);
  return {
    problems: [...refused.problems, ...changed],
    values: { ...refused.values, revision: String(newest.revision) },
    replaces: changed.length > 0 ? `/cases/${reference}/record/${section}` : "",
  };
}
