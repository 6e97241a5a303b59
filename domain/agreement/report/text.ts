import { markFormulas } from "../../dataset/formulas";
import { type ReportPart, type ReportTable, reportTitle } from "./report";

/**
 * The reliability report as plain text. Each row of a table is a paragraph of its own: what it is
 * about, and beneath it every figure after its name. What a spreadsheet could take for a formula is
 * marked as in CSV.
 */
export function reportAsText(parts: readonly ReportPart[]): string {
  const blocks = parts.flatMap((part) => {
    if (part.kind === "heading") return underlined(part.text, "-");
    if (part.kind === "paragraph") return markFormulas(part.text);
    if (part.kind === "point") return markFormulas(`${part.title}\n  ${part.text}`);
    if (part.kind === "list") return part.texts.map((text) => `- ${markFormulas(text)}`).join("\n");
    return tableAsText(part);
  });
  return `${[underlined(reportTitle, "="), ...blocks].join("\n\n")}\n`;
}

function tableAsText({ title, rows }: ReportTable): string[] {
  const [header = [], ...lines] = rows;
  return [
    `${title}:`,
    ...lines.map(([name = "", ...cells]) =>
      markFormulas(
        [name, ...cells.map((cell, place) => `  ${header[place + 1]}: ${cell}`)].join("\n"),
      ),
    ),
  ];
}

function underlined(text: string, line: string): string {
  return `${text}\n${line.repeat(text.length)}`;
}
