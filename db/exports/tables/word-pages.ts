import { type FileChild, type ISectionOptions, PageOrientation } from "docx";

const twipsPerCentimetre = 567;

/** The parts of a Word document, in order. */
export type Block = FileChild;

/** What stands on pages of its own, where those before it are turned otherwise. */
export interface Pages {
  /** Whether they lie on their side. */
  readonly isWide: boolean;
  readonly blocks: readonly Block[];
}

/** Pages as the sections of a document: what is turned alike goes on on the same page. */
export function sectionsOf(pages: readonly Pages[]): ISectionOptions[] {
  const runs: Pages[] = [];
  for (const { isWide, blocks } of pages) {
    const before = runs.at(-1)?.isWide === isWide ? runs.pop() : undefined;
    runs.push({ isWide, blocks: [...(before?.blocks ?? []), ...blocks] });
  }
  return runs.map(({ isWide, blocks }) => ({
    properties: { page: { margin: pageMargins, ...(isWide ? { size: onItsSide } : {}) } },
    children: [...blocks],
  }));
}

const margin = Math.round(2.5 * twipsPerCentimetre);
const onItsSide = { orientation: PageOrientation.LANDSCAPE };
const pageMargins = { top: margin, bottom: margin, left: margin, right: margin };
