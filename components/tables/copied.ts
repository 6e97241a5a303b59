import { markFormulas } from "@/domain/dataset/formulas";

/** A table as it is copied: rows of texts, the first of them the names of the columns. */
export interface CopiedTable {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
  /** What must travel with it: notes, base, and that it is not for publication. */
  readonly remarks: readonly string[];
}

/** A table for a word processor: HTML with a title above and remarks beneath. */
export function asHtml({ title, rows, remarks }: CopiedTable): string {
  const [header = [], ...body] = rows;
  const cell = (name: string, text: string, index: number) =>
    `<${name} align="${index === 0 ? "left" : "right"}">${escaped(text)}</${name}>`;
  const row = (cells: readonly string[], isHeader: boolean) =>
    `<tr>${cells.map((text, index) => cell(isHeader || index === 0 ? "th" : "td", text, index)).join("")}</tr>`;
  return [
    `<p><b>${escaped(title)}</b></p>`,
    `<table border="1" cellspacing="0" cellpadding="4"><thead>${row(header, true)}</thead>`,
    `<tbody>${body.map((cells) => row(cells, false)).join("")}</tbody></table>`,
    ...remarks.map((remark) => `<p>${escaped(remark)}</p>`),
  ].join("");
}

/** The same for whatever takes no HTML: a line for each row, with tabs between its cells. */
export function asText({ title, rows, remarks }: CopiedTable): string {
  const lines = rows.map((cells) => cells.map(written).join("\t"));
  return [written(title), ...lines, ...remarks.map(written)].join("\n");
}

// What is copied may be pasted into a spreadsheet, which takes HTML too.
function written(text: string): string {
  return markFormulas(text.replaceAll(/\s+/g, " ").trim());
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

function escaped(text: string): string {
  return written(text).replaceAll(/[&<>]/g, (letter) => entities[letter] ?? letter);
}
