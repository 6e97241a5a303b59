import { getDocument, type PDFDocumentProxy, PDFWorker } from "pdfjs-dist/legacy/build/pdf.mjs";
import { makeSubmission } from "@/domain/ratings/submission";
import { pdfParagraphs } from "./pdf-paragraphs";
import { notLoaded, type Reading } from "./reading";

const mostPages = 2000;
/** Milliseconds for one page. A file made to keep its reader busy is given up. */
const patience = 30_000;

const script = new URL("pdfjs-dist/legacy/build/pdf.worker.min.mjs", import.meta.url);

/** Reads the text of a PDF, page by page, in a worker that ends with it. */
export async function readPdf(
  data: Uint8Array<ArrayBuffer>,
  report: (words: string) => void,
): Promise<Reading> {
  const port = new Worker(script, { type: "module" });
  const broken = new Promise<Reading>((resolve) => {
    port.addEventListener("error", () => resolve(notLoaded));
  });
  try {
    return await Promise.race([
      broken,
      readWith(PDFWorker.create({ port, verbosity: 0 }), data, report),
    ]);
  } catch (error) {
    if (error instanceof Error && error.name === "PasswordException")
      return {
        kind: "refused",
        words: "This PDF has a password. Save it without one and open it again.",
      };
    throw error;
  } finally {
    port.terminate();
  }
}

async function readWith(
  worker: PDFWorker,
  data: Uint8Array<ArrayBuffer>,
  report: (words: string) => void,
): Promise<Reading> {
  const { promise } = getDocument({
    data,
    worker,
    verbosity: 0,
    isEvalSupported: false,
    enableXfa: false,
    useWasm: false,
    useWorkerFetch: false,
    disableFontFace: true,
    useSystemFonts: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
  });
  const file = await inTime(promise);
  if (file.numPages > mostPages)
    return { kind: "refused", words: "This PDF has more than 2,000 pages." };
  const pages: string[][] = [];
  for (let number = 1; number <= file.numPages; number++) {
    report(`Reading page ${number} of ${file.numPages}`);
    pages.push(await inTime(paragraphsOn(file, number)));
  }
  return {
    kind: "read",
    submission: makeSubmission(pages, true),
    notShown:
      "Only its text is shown: no pictures, and no layout. Pages are counted from the first.",
  };
}

async function paragraphsOn(file: PDFDocumentProxy, number: number): Promise<string[]> {
  const page = await file.getPage(number);
  const { items } = await page.getTextContent();
  page.cleanup();
  return pdfParagraphs(items.filter((item) => "str" in item));
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("too slow")), patience);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
