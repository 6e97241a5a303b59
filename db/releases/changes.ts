import type { Book } from "@/domain/dataset/table";
import {
  type CaseChange,
  changeOfCase,
  changesOfLists,
  type DatasetChanges,
} from "@/domain/releases/changes";
import { toldInDataset } from "../cases/told-texts";
import { bookOf } from "../exports/reading";
import type { Viewer } from "../people/people";
import type { Db } from "../store/engine";
import { caseAt, type Place, recordReasons, reopeningReasons } from "./case-at";
import {
  type CaseInRelease,
  type CaseOfState,
  casesOfRelease,
  casesOfState,
  type StateChoice,
} from "./cases";

/**
 * What changed from a release to a later one, or to the dataset as it is now (null), in the chosen
 * cases. Of a case that is no more among them nothing but its reference is said. For use inside db/,
 * for a later state that the viewer may learn.
 */
export async function changesSince(
  db: Db,
  viewer: Viewer,
  before: number,
  choice: StateChoice,
): Promise<DatasetChanges> {
  const [was, is] = [await bookOf(db, before), await bookOf(db, choice.release)];
  const old = await casesOfRelease(db, before, choice);
  const now = await casesOfState(db, viewer, choice);
  const oldById = new Map(old.map((one) => [one.id, one]));
  const ids = new Set(now.map(({ id }) => id));
  const changed: CaseChange[] = [];
  const stayed = new Set(old.map(placeOf));
  for (const after of now.filter((each) => !stayed.has(placeOf(each)))) {
    const one = oldById.get(after.id);
    if (!one) continue;
    const change = await changeOf(db, viewer, one, after, is);
    const isOther = change.version !== null || change.unrated;
    if (change.facts.length > 0 || isOther) changed.push(change);
  }
  const versions = { before: was.codebook.version, after: is.codebook.version };
  return {
    added: now.filter(({ id }) => !oldById.has(id)).map(({ reference }) => reference),
    takenOut: old.filter(({ id }) => !ids.has(id)).map(({ reference }) => reference),
    cases: changed,
    lists: changesOfLists(was.lists, is.lists),
    codebook: versions.before === versions.after ? null : versions,
  };
}

const placeOf = ({ id, revision, versionId }: Place) => `${id} ${revision} ${versionId}`;

async function changeOf(
  db: Db,
  viewer: Viewer,
  one: CaseInRelease,
  after: CaseOfState,
  { lists, codebook, codebookOf }: Book,
): Promise<CaseChange> {
  const state = await caseAt(db, viewer, after);
  return changeOfCase(
    after.reference,
    await caseAt(db, viewer, one),
    {
      ...state,
      version: one.versionId === after.versionId ? null : after.version,
      unrated: one.versionId !== null && after.versionId === null,
    },
    {
      record: await recordReasons(db, viewer, one, after),
      reopening: await reopeningReasons(db, viewer, one, after),
      levels: state.levelReasons,
    },
    {
      lists,
      codebook: codebookOf(after.codebookVersion ?? codebook.version),
      // As the later state tells it: it may have the case without the ratings that it had before.
      told: await toldInDataset(db, after),
    },
  );
}
