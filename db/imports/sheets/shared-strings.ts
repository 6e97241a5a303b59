import type { Allowance } from "./allowance";
import type { Archive, Part } from "./archive";
import { limits } from "./limits";
import { unreadable } from "./unreadable";
import { readXml } from "./xml";

/** Gathers the text of a cell from its pieces; how a piece looks and how it is read out are left out. */
export interface TextGatherer {
  open(name: string): void;
  text(text: string): void;
  close(name: string): void;
  /** The text so far; begins anew. */
  take(): string;
}

/** A gatherer of the pieces in `<t>`, for use inside db/. */
export function newTextGatherer(): TextGatherer {
  let text = "";
  let inText = false;
  let readOut = false;
  return {
    open(name) {
      if (name === "rPh") readOut = true;
      inText = name === "t" && !readOut;
    },
    text(piece) {
      if (!inText) return;
      text += piece;
      if (text.length > limits.writtenCharacters) throw unreadable("tooMuchText");
    },
    close(name) {
      inText = false;
      if (name === "rPh") readOut = false;
    },
    take() {
      const all = text;
      text = "";
      return all.includes("_x") ? unescaped(all) : all;
    },
  };
}

/** Characters that XML cannot hold are written as _x000D_, and _x005F_ is a lone underscore. */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** The texts that the cells of a workbook refer to by number. For use inside db/. */
export async function readSharedStrings(
  archive: Archive,
  part: Part | undefined,
  allowance: Allowance,
): Promise<string[]> {
  const strings: string[] = [];
  if (!part) return strings;
  const gatherer = newTextGatherer();
  await readXml(archive, part, {
    open: gatherer.open,
    text: gatherer.text,
    close(name) {
      gatherer.close(name);
      if (name === "si") {
        allowance.cells(1);
        strings.push(allowance.keep(gatherer.take()));
      }
    },
  });
  return strings;
}
