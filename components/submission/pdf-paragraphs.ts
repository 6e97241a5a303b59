/** A piece of the text of a PDF page, as its reader gives it. */
export interface PdfPiece {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly height: number;
  /** Its place on the page; the last number is its height above the foot. */
  readonly transform: readonly number[];
}

interface Line {
  text: string;
  y: number;
  height: number;
}

const numbered = /^\d{1,3}(?:\.\d{1,3})+\.?\s+\p{Lu}/u;

/**
 * The paragraphs of a page from its pieces. A PDF knows no paragraphs: one begins where lines stand
 * further apart than most of the page's do, where the letters change their size, where the text
 * goes back up (another column), and where a line begins with a number such as "4.2".
 */
export function pdfParagraphs(pieces: readonly PdfPiece[]): string[] {
  const lines = linesOf(pieces);
  const usual = median(gapsOf(lines).filter((gap) => gap > 0));
  const paragraphs: string[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const last = paragraphs.length - 1;
    if (!before || begins(line, before, usual)) paragraphs.push(line.text);
    else paragraphs[last] = joined(paragraphs[last] ?? "", line.text);
  }
  return paragraphs;
}

function linesOf(pieces: readonly PdfPiece[]): Line[] {
  const lines: Line[] = [];
  let line: Line | null = null;
  for (const { str, hasEOL, height, transform } of pieces) {
    if (line) line.text += str;
    else if (str.trim() !== "") line = { text: str, y: Number(transform[5]), height };
    if (line && hasEOL) {
      lines.push(line);
      line = null;
    }
  }
  return line ? [...lines, line] : lines;
}

function gapsOf(lines: readonly Line[]): number[] {
  return lines.slice(1).map((line, index) => (lines[index]?.y ?? 0) - line.y);
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? 0;
}

function begins(line: Line, before: Line, usual: number): boolean {
  const gap = before.y - line.y;
  const resized =
    Math.abs(line.height - before.height) > 0.15 * Math.max(line.height, before.height);
  return gap <= 0 || gap > 1.25 * usual || resized || numbered.test(line.text);
}

/** A word that is parted at the end of a line keeps its hyphen: it may be part of it. */
function joined(text: string, line: string): string {
  const parted = /\p{L}-\s*$/u.test(text) && /^\s*\p{Ll}/u.test(line);
  return parted ? text.trimEnd() + line.trimStart() : `${text} ${line}`;
}
