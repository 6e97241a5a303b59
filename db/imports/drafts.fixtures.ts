import { firstCodebook, readCodebook } from "@/domain/codebook/codebook";
import type { CaseDraft } from "@/domain/import/draft";
import { must } from "../fixtures";
import type { Viewer } from "../people/people";
import { type DraftImport, importDrafts } from "./import-drafts";

/* Drafts of cases, as reading a file would give them. */

const { factors } = readCodebook(firstCodebook);

/** A level for each factor by its score, in codebook order: "3210…". */
export function levelsFrom(scores: string): Record<string, string> {
  return Object.fromEntries(
    factors.map(({ key, levels }, index) => [
      key,
      levels.find(({ score }) => String(score) === scores[index])?.key ?? "",
    ]),
  );
}

/** A draft of a case without scores in row 2 of “Cases”, with what differs from that. */
export function draftOf(reference: string, over: Partial<CaseDraft> = {}): CaseDraft {
  return {
    place: { sheet: "Cases", line: 2 },
    reference,
    facts: { sample: "2012", caseType: "public_s31", incidentType: "neglect_fatal" },
    levels: null,
    commitment: null,
    origin: null,
    ratings: [],
    stated: {},
    ...over,
  };
}

/** A draft of a finished case, with its 13 scores. */
export function finishedDraft(reference: string, over: Partial<CaseDraft> = {}): CaseDraft {
  return draftOf(reference, { levels: levelsFrom("3210000000000"), ...over });
}

/** Imports drafts from cases.xlsx. */
export function importOf(
  viewer: Viewer,
  drafts: readonly CaseDraft[],
  over: Partial<DraftImport> = {},
) {
  return importDrafts(viewer, {
    files: [{ name: "cases.xlsx", sha256: "a1b2" }],
    matching: { columns: { Ref: "case_ref" } },
    drafts: [drafts],
    reason: "",
    ...over,
  });
}

/** Imports drafts, or throws; the key of the import. */
export async function imported(
  viewer: Viewer,
  drafts: readonly CaseDraft[],
  over: Partial<DraftImport> = {},
): Promise<string> {
  return must(await importOf(viewer, drafts, over)).id;
}
