import { makeSubmission } from "@/domain/ratings/submission";
import type { Reading } from "./reading";
import { unzipped } from "./unzipped";

/** Inflated. The text of a thousand pages, as Word writes it, stays below it. */
const biggestDocument = 40_000_000;
const wordNamespaces: readonly (string | null)[] = [
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  "http://purl.oclc.org/ooxml/wordprocessingml/main",
];

/** Reads the paragraphs of a Word file (.docx). It has no pages until Word lays it out. */
export async function readWord(bytes: Uint8Array<ArrayBuffer>): Promise<Reading> {
  const xml = await unzipped(bytes, /^word\/document\d*\.xml$/, biggestDocument);
  if (xml === "missing")
    return { kind: "refused", words: "This is neither a PDF nor a Word file (.docx)." };
  if (xml === "too big")
    return { kind: "refused", words: "This file is too long to show beside the ratings." };
  return {
    kind: "read",
    submission: makeSubmission([paragraphsOf(parsed(xml))], false),
    notShown:
      "Only its text is shown: no pictures, page numbers, automatic numbering, headers or footnotes.",
  };
}

// Word writes no document type, and with one a small file can say endlessly much.
function parsed(bytes: Uint8Array): Document {
  const xml = new TextDecoder().decode(bytes);
  const document = new DOMParser().parseFromString(xml, "application/xml");
  if (xml.includes("<!DOCTYPE") || document.querySelector("parsererror"))
    throw new Error("not a Word document");
  return document;
}

/** What an element of a paragraph reads as. */
const reads: Readonly<Record<string, (element: Element) => string>> = {
  t: (element) => element.textContent ?? "",
  tab: () => " ",
  br: () => " ",
  cr: () => " ",
  noBreakHyphen: () => "-",
};

/** Deleted text has other elements, and is left out; so is what Word writes twice for old readers. */
function paragraphsOf(document: Document): string[] {
  const paragraphs = new Map<Element, string[]>();
  for (const element of document.getElementsByTagName("*")) {
    if (!wordNamespaces.includes(element.namespaceURI)) continue;
    if (element.localName === "p") paragraphs.set(element, []);
    const read = reads[element.localName];
    const paragraph = read && element.closest("*|p");
    if (paragraph && !element.closest("*|Fallback")) paragraphs.get(paragraph)?.push(read(element));
  }
  return [...paragraphs.values()].map((parts) => parts.join(""));
}
