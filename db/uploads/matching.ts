import {
  type Chosen,
  changeColumns,
  changeValues,
  type TypedColumns,
} from "@/domain/import/sheets/edit";
import { done, notFound, type Outcome, refused } from "@/domain/outcome";
import type { Viewer } from "../people/people";
import { bookNow } from "./book";
import { matchingSeen } from "./prepared";
import { readByMatching } from "./reading";
import { preparedOf } from "./uploads";

/** Matches the sheets and columns of an upload as somebody chose, and reads it again by that. */
export async function matchColumns(
  viewer: Viewer,
  id: string,
  typed: TypedColumns,
): Promise<Outcome<{ regrouped: boolean }>> {
  const found = preparedOf(viewer, id);
  if (!found) return notFound;
  const { matching, sheets } = found.prepared;
  const changed = changeColumns(matching, typed, sheets, await bookNow());
  if (changed.kind !== "done") return changed;
  await readByMatching(viewer, found, changed.value.matching);
  return done({ regrouped: changed.value.regrouped });
}

/**
 * Matches the texts of columns as somebody chose, and reads the upload again by that. `seen` is the
 * fingerprint of the matching over which they chose: refused when it is another by now, since a form
 * goes by the places of columns and texts.
 */
export async function matchValues(
  viewer: Viewer,
  id: string,
  { chosen, seen }: { readonly chosen: Chosen; readonly seen: string },
): Promise<Outcome> {
  const found = preparedOf(viewer, id);
  if (!found) return notFound;
  if (seen !== matchingSeen(found.prepared)) return refused("", matchedSince);
  const { matching, columns } = found.prepared;
  await readByMatching(viewer, found, changeValues(matching, columns, chosen));
  return done();
}

const matchedSince =
  "The columns or values were matched in another window after you opened this page, so nothing of it was saved. Open it in another tab to see what holds now, and choose there what you want to keep.";
