import type { CodeLists } from "@/domain/code-lists/code-lists";
import {
  type BroughtWarning,
  broughtInWords,
  warningsBrought,
} from "@/domain/import/brought-warnings";
import type { Place } from "@/domain/import/draft";
import type { StudyDoubt } from "./review";
import type { Weighed } from "./weigh";

/**
 * Notes what is worth another look in what files bring; one doubt for each kind, at the first case
 * with it. It keeps no text of any case. For use inside db/.
 */
export function noteBroughtWarnings(lists: CodeLists) {
  const noted = new Map<BroughtWarning["kind"], Noted>();
  return {
    add(each: Weighed) {
      if (each.kind !== "new" && each.kind !== "changed") return;
      const { draft, record } = each;
      const told = each.kind === "new" ? null : each.standing.told;
      for (const warning of warningsBrought(draft, { told, after: record }, lists)) {
        const known = noted.get(warning.kind);
        if (known) known.count += 1;
        else
          noted.set(warning.kind, {
            ...{ warning, place: draft.place, reference: draft.reference, count: 1 },
          });
      }
    },
    told: (): StudyDoubt[] =>
      [...noted.values()].map(({ warning, place, reference, count }) => ({
        place,
        ...broughtInWords(warning, reference, count),
      })),
  };
}

interface Noted {
  readonly warning: BroughtWarning;
  readonly place: Place;
  readonly reference: string;
  count: number;
}
