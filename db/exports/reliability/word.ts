import { type ReportPart, reportTitle } from "@/domain/agreement/report/report";
import type { Made } from "@/domain/dataset/made";
import { dayOf } from "@/domain/dates";
import {
  type Block,
  bullets,
  caption,
  heading,
  paragraph,
  section,
  wordFile,
} from "../tables/word";
import { listOf } from "../tables/word-table";

/** The reliability report as a Word document: the same bytes on the same day. For use inside db/. */
export function reportAsWord(parts: readonly ReportPart[], { at }: Made): Promise<Buffer> {
  const facts = { title: reportTitle, at: `${dayOf(at)}T00:00:00Z` };
  return wordFile(facts, [heading(reportTitle), ...parts.flatMap(blocksOf)]);
}

function blocksOf(part: ReportPart): Block[] {
  if (part.kind === "heading") return [section(part.text)];
  if (part.kind === "paragraph") return [paragraph(part.text)];
  if (part.kind === "point") return [caption(part.title), paragraph(part.text)];
  if (part.kind === "list") return bullets(part.texts);
  return [caption(part.title), listOf(part.rows)];
}
