import type { Choice } from "./choice";
import type { IndependentSubmission } from "./submissions";

/** By when cases had all their independent ratings; those of one moment by reference. For use inside db/. */
export function inOrder(
  { completed }: Choice,
  cases: readonly IndependentSubmission[],
): IndependentSubmission[] {
  const keys = new Map(
    cases.map(({ caseId, reference }) => [caseId, `${completed.get(caseId)} ${reference}`]),
  );
  const key = ({ caseId }: IndependentSubmission) => keys.get(caseId) ?? "";
  return [...cases].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}
