import type { CodeLists } from "../code-lists/code-lists";
import type { CaseRecord } from "./case-record";
import { withCurrentCodes } from "./codes";
import { changesInWords } from "./words";

/**
 * The names of facts that a revision changed from one value to another, where both count as one now;
 * `then` are the code lists by what was merged when it was made. What was merged before it is no
 * change of the revision.
 * Example: from Suicide to Other, and Other was merged into Suicide later → "Index incident type".
 */
export function mergedSince(
  before: CaseRecord,
  after: CaseRecord,
  then: CodeLists,
  now: CodeLists,
): string[] {
  const changes = (lists: CodeLists) =>
    changesInWords(withCurrentCodes(before, lists), withCurrentCodes(after, lists), lists);
  const shown = changes(now).map(({ fact }) => fact);
  return changes(then)
    .filter(({ fact }) => !shown.includes(fact))
    .map(({ label }) => label);
}
