import { createHash } from "node:crypto";
import type { CodeListName, CodeLists } from "@/domain/code-lists/code-lists";
import type { Licence } from "@/domain/dataset/licence";
import type { DatasetChanges } from "@/domain/releases/changes";
import type { Differing } from "@/domain/releases/differing";
import { mayMakeRelease } from "@/domain/workflow";
import type { Viewer } from "../people/people";
import type { Db } from "../store/engine";
import { reader } from "../store/store";
import { currentCodeLists } from "../study/code-lists";
import { currentCodebook } from "../study/codebooks";
import { teamSettings } from "../study/team";
import { allCases, type CaseOfState, casesOfState, casesRatedAgain } from "./cases";
import { changesSince } from "./changes";
import { differingSince } from "./differing";
import { countBySample, type SampleCount } from "./samples";
import { lastRelease } from "./state";

/** What a release would point to and keep now. */
export interface NextRelease {
  readonly number: number;
  readonly cases: readonly CaseOfState[];
  readonly lists: readonly { readonly list: CodeListName; readonly version: number }[];
  readonly codebookVersion: string;
  /** The largest count that would be withheld from what is published of it. */
  readonly withheldUpTo: number;
  /** Under what it could be used; null where the team does not say it. */
  readonly licence: Licence | null;
  /** What all of this comes to: another as soon as any of it is. */
  readonly seen: string;
}

/** What a release would point to and keep now, as far as the viewer may know it. For use inside db/. */
export async function nextRelease(db: Db, viewer: Viewer): Promise<NextRelease> {
  const number = ((await lastRelease(db)) ?? 0) + 1;
  const cases = await casesOfState(db, viewer, { release: null, ...allCases });
  const lists = versionsOf(await currentCodeLists(db));
  const { version: codebookVersion } = await currentCodebook(db);
  const places = cases.map(({ reference, revision, version }) => [reference, revision, version]);
  const { withheldUpTo, licence } = await teamSettings(db);
  const all = JSON.stringify([number, places, lists, codebookVersion, withheldUpTo, licence]);
  const seen = createHash("sha256").update(all).digest("hex");
  return { number, cases, lists, codebookVersion, withheldUpTo, licence, seen };
}

function versionsOf(lists: CodeLists): NextRelease["lists"] {
  return Object.values(lists).map(({ name, version }) => ({ list: name, version }));
}

/** What a release made now would hold, for the page that makes it. */
export interface ReleasePreview {
  readonly number: number;
  readonly cases: number;
  readonly samples: readonly SampleCount[];
  /** References of the committed cases that are not in it: a coder of theirs has not submitted. */
  readonly ratedAgain: readonly string[];
  /** What changed since the last release; null when there is none. */
  readonly changes: DatasetChanges | null;
  /** How many cases of each sample changed since then; null when there is no release. */
  readonly differing: Differing | null;
  /** The largest count that would be withheld from what is published of it. */
  readonly withheldUpTo: number;
  /** Under what it could be used; null where the team does not say it. */
  readonly licence: Licence | null;
  readonly seen: string;
}

/** What a release made now would hold. Null for those who make none. */
export async function getReleasePreview(viewer: Viewer): Promise<ReleasePreview | null> {
  if (!mayMakeRelease(viewer)) return null;
  const db = reader();
  const { number, cases, withheldUpTo, licence, seen } = await nextRelease(db, viewer);
  const all = { release: null, ...allCases };
  const changes = number === 1 ? null : await changesSince(db, viewer, number - 1, all);
  return {
    ...{ number, cases: cases.length, samples: countBySample(cases) },
    ...{ withheldUpTo, licence, seen },
    ratedAgain: await casesRatedAgain(db, viewer),
    changes,
    differing: changes && (await differingSince(db, number - 1, cases, changes)),
  };
}
