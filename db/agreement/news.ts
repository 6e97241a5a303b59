import { mayCompareCoders } from "@/domain/workflow";
import type { Viewer } from "../people/people";
import type { Choice } from "./choice";
import { inOrder } from "./order";
import { casesIn } from "./ratings";
import type { IndependentSubmission } from "./submissions";

type Windows = readonly (readonly IndependentSubmission[])[];

/** Which codebooks and, for those who may know, which coders came in with each window. For use inside db/. */
export function newsOf(viewer: Viewer, choice: Choice, windows: Windows) {
  return { codebooks: newCodebooks(windows), joined: newCoders(viewer, choice, windows) };
}

/** The versions that no earlier case of the windows was rated by. */
function newCodebooks(windows: Windows): string[][] {
  const known = new Set(windows[0]?.slice(0, 1).map(({ codebookVersion }) => codebookVersion));
  return windows.map((cases) => {
    const versions = new Set(cases.map(({ codebookVersion }) => codebookVersion));
    const fresh = [...versions].filter((version) => !known.has(version));
    for (const version of fresh) known.add(version);
    return fresh;
  });
}

/**
 * Who rated no case before the first of the windows, by the window in which or before which their
 * first case lies, whether that is chosen or not. In the window of the very first case of all nobody
 * joins.
 */
function newCoders(viewer: Viewer, choice: Choice, windows: Windows): string[][] {
  const order = inOrder(choice, casesIn(choice.all));
  const places = new Map(order.map(({ caseId }, place) => [caseId, place]));
  const placeOf = (one: IndependentSubmission | undefined) => places.get(one?.caseId ?? "") ?? 0;
  const first = new Map<string, number>();
  for (const one of choice.all)
    first.set(one.coder, Math.min(placeOf(one), first.get(one.coder) ?? placeOf(one)));
  const edges = [placeOf(windows[0]?.[0]) - 1, ...windows.map((cases) => placeOf(cases.at(-1)))];
  return windows.map((cases, window) =>
    placeOf(cases[0]) === 0
      ? []
      : choice.coders.flatMap(({ id, label, isViewer }) => {
          const place = first.get(id) ?? 0;
          if (place <= (edges[window] ?? 0) || place > (edges[window + 1] ?? 0)) return [];
          // When somebody joined says whose ratings a change in the figures goes back to.
          if (!mayCompareCoders(viewer)) return isViewer ? "You" : [];
          return label;
        }),
  );
}
