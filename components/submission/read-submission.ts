import type { Submission } from "@/domain/ratings/submission";
import { readPdf } from "./read-pdf";
import { readWord } from "./read-word";
import type { Reading } from "./reading";

const megabyte = 1_000_000;
const biggestFile = 60 * megabyte;
/** Characters. A long report has some hundred thousand. */
const longestText = 6_000_000;

/**
 * Reads a file from the coder's own disk. Nothing of it is sent anywhere, kept anywhere, or taken for
 * anything but text. What kind it is, its first bytes say, not its name.
 */
export async function readSubmission(
  file: File,
  report: (words: string) => void,
): Promise<Reading> {
  if (file.size > biggestFile) return refused("This file has more than 60 MB. Open a smaller one.");
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    const reading = await readerOf(bytes)(bytes, report);
    return reading.kind === "read" ? withText(reading.submission, reading) : reading;
  } catch {
    return refused("This file cannot be read: it may be damaged. Save it anew and try again.");
  }
}

function readerOf(bytes: Uint8Array) {
  const start = String.fromCharCode(...bytes.subarray(0, 1024));
  if (start.includes("%PDF-")) return readPdf;
  if (start.startsWith("PK\u0003\u0004")) return readWord;
  if (start.startsWith("\u00d0\u00cf\u0011\u00e0"))
    return async () =>
      refused(
        "This is a Word file of the old kind (.doc), or one with a password. Save it as .docx without a password, or as PDF.",
      );
  return async () => refused("This is neither a PDF nor a Word file (.docx).");
}

function withText({ text }: Submission, reading: Reading): Reading {
  if (text.length > longestText)
    return refused("This file is too long to show beside the ratings.");
  if (text !== "") return reading;
  return refused(
    "There is no text in this file: its pages may be pictures. Type what you quote by hand, or make its text readable first (OCR).",
  );
}

function refused(words: string): Reading {
  return { kind: "refused", words };
}
