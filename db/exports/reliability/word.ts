import { type ReportPart, reportTitle } from "@/domain/agreement/report/report";
import type { Made } from "@/domain/dataset/made";
import { dayOf } from "@/domain/dates";
import { bullets, caption, heading, paragraph, section, wordFile } from "../tables/word";
import type { Block } from "../tables/word-pages";
import { listOf } from "../tables/word-table";

/** What the document is made of. */
export interface ReliabilityReport {
  readonly parts: readonly ReportPart[];
  readonly made: Made;
}

/**
 * The reliability report as a Word document: the same bytes on the same day. It holds the thread that
 * asks for it: see `madeApart`. For use inside db/.
 */
export function reportAsWord({ parts, made: { at } }: ReliabilityReport): Promise<Buffer> {
  const facts = { title: reportTitle, at: `${dayOf(at)}T00:00:00Z` };
  const blocks = [heading(reportTitle), ...parts.flatMap(blocksOf)];
  return wordFile(facts, [{ isWide: false, blocks }]);
}

function blocksOf(part: ReportPart): Block[] {
  if (part.kind === "heading") return [section(part.text)];
  if (part.kind === "paragraph") return [paragraph(part.text)];
  if (part.kind === "point") return [caption(part.title), paragraph(part.text)];
  if (part.kind === "list") return bullets(part.texts);
  return [caption(part.title), listOf(part.rows)];
}
