import { type ReportPart, type ReportTable, reportTitle } from "./report";

/**
 * The reliability report as plain text. Each row of a table is a paragraph of its own: what it is
 * about, and beneath it every figure after its name.
 */
export function reportAsText(parts: readonly ReportPart[]): string {
  const blocks = parts.flatMap((part) => {
    if (part.kind === "heading") return underlined(part.text, "-");
    if (part.kind === "paragraph") return part.text;
    if (part.kind === "point") return `${part.title}\n  ${part.text}`;
    if (part.kind === "list") return part.texts.map((text) => `- ${text}`).join("\n");
    return tableAsText(part);
  });
  return `${[underlined(reportTitle, "="), ...blocks].join("\n\n")}\n`;
}

function tableAsText({ title, rows }: ReportTable): string[] {
  const [header = [], ...lines] = rows;
  return [
    `${title}:`,
    ...lines.map(([name = "", ...cells]) =>
      [name, ...cells.map((cell, place) => `  ${header[place + 1]}: ${cell}`)].join("\n"),
    ),
  ];
}

function underlined(text: string, line: string): string {
  return `${text}\n${line.repeat(text.length)}`;
}
