import { Document, HeadingLevel, ImageRun, Packer, Paragraph } from "docx";
import { strFromU8, strToU8, unzipSync } from "fflate";
import { sealed } from "../zip";
import { type Png, printedWidth } from "./chart-png";
import { type Block, type Pages, sectionsOf } from "./word-pages";

const font = "Arial";
const [textSize, tableSize] = [20, 18];
const dotsOfWordPerCentimetre = 96 / 2.54;

/** The heading of a document. */
export function heading(text: string): Block {
  return new Paragraph({ text, heading: HeadingLevel.HEADING_1 });
}

/** The heading of a part of a document. */
export function section(text: string): Block {
  return new Paragraph({ text, heading: HeadingLevel.HEADING_2, keepNext: true });
}

/** A paragraph of text. */
export function paragraph(text: string): Block {
  return new Paragraph({ text });
}

/** What stands under a table, with room between. */
export function underTable(texts: readonly string[]): Block[] {
  return texts.map(
    (text, index) =>
      new Paragraph({ text, ...(index === 0 ? { spacing: { before: 100, after: 100 } } : {}) }),
  );
}

/** Sentences as a list. */
export function bullets(texts: readonly string[]): Block[] {
  return texts.map((text) => new Paragraph({ text, bullet: { level: 0 } }));
}

/** A caption, which stays with what it names and is found in the outline of the document. */
export function caption(text: string): Block {
  return new Paragraph({ text, style: "Caption", keepNext: true, outlineLevel: 1 });
}

/** A chart as a picture, as wide as the text, with words for those who do not see it. */
export function picture(
  { bytes, width, height }: Png,
  { title, description }: { title: string; description: string },
): Block {
  const shown = printedWidth * dotsOfWordPerCentimetre;
  return new Paragraph({
    keepNext: true,
    children: [
      new ImageRun({
        type: "png",
        data: bytes,
        transformation: { width: Math.round(shown), height: Math.round((shown * height) / width) },
        altText: { name: title, title, description },
      }),
    ],
  });
}

/** What a document says of itself. */
export interface DocumentFacts {
  readonly title: string;
  /** An instant that is the same whenever the same document is made. */
  readonly at: string;
}

/** A Word document, by its pages in order. The same blocks and facts give the same bytes. */
export async function wordFile(
  { title, at }: DocumentFacts,
  pages: readonly Pages[],
): Promise<Buffer> {
  const document = new Document({
    ...{ title, creator: "Concord", lastModifiedBy: "Concord", description: title },
    styles: {
      default: {
        document: { run: { font, size: textSize, language: { value: "en-GB" } } },
        heading1: { run: { size: 32, bold: true }, paragraph: { spacing: { after: 160 } } },
        heading2: {
          run: { size: 26, bold: true },
          paragraph: { spacing: { before: 360, after: 120 } },
        },
      },
      paragraphStyles: [
        {
          ...{ id: "Caption", name: "caption", basedOn: "Normal", next: "Normal" },
          run: { bold: true, size: 22 },
          paragraph: { spacing: { before: 320, after: 100 } },
        },
        {
          ...{ id: "TableText", name: "Table text", basedOn: "Normal" },
          run: { size: tableSize },
          paragraph: { spacing: { before: 0, after: 0 } },
        },
        {
          ...{ id: "Normal", name: "Normal" },
          paragraph: { spacing: { after: 100 } },
        },
      ],
    },
    sections: sectionsOf(pages),
  });
  return sealed(withTime(unzipSync(await Packer.toBuffer(document)), at));
}

// The library writes when it was called.
function withTime(files: Record<string, Uint8Array>, at: string): Record<string, Uint8Array> {
  const core = "docProps/core.xml";
  const dated = strFromU8(files[core] ?? new Uint8Array()).replaceAll(
    /(<dcterms:(?:created|modified) [^>]*>)[^<]*/g,
    `$1${at}`,
  );
  const named = Object.entries(files).filter(([name]) => !name.endsWith("/"));
  return { ...Object.fromEntries(named), [core]: strToU8(dated) };
}
