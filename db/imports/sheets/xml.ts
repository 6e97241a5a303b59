import { SaxesParser } from "saxes";
import type { Archive, Part } from "./archive";
import { limits } from "./limits";
import { unreadable } from "./unreadable";

/** What to do with the tags and texts of a part, in their order. Names come without a prefix. */
export interface XmlReader {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Reads a part as XML, piece by piece. Throws Unreadable when it is not well-formed, declares
 * entities or a document type, is nested too deep, or has a tag or text that no workbook needs.
 * For use inside db/.
 */
export async function readXml(archive: Archive, part: Part, reader: XmlReader): Promise<void> {
  const parser = new SaxesParser();
  const names = new Map<string, string>();
  const local = (name: string) => {
    const known = names.get(name);
    if (known !== undefined) return known;
    const own = name.slice(name.indexOf(":") + 1);
    if (names.size < 1000) names.set(name, own);
    return own;
  };
  let depth = 0;
  let sinceTag = 0;
  parser.on("error", () => {
    throw unreadable("damaged");
  });
  parser.on("doctype", () => {
    throw unreadable("strange");
  });
  parser.on("opentag", (tag) => {
    sinceTag = 0;
    depth += 1;
    if (depth > limits.depth) throw unreadable("strange");
    reader.open(local(tag.name), tag.attributes as Record<string, string>);
  });
  parser.on("closetag", (tag) => {
    sinceTag = 0;
    depth -= 1;
    reader.close?.(local(tag.name));
  });
  if (reader.text) {
    const take = (text: string) => reader.text?.(text);
    parser.on("text", take);
    parser.on("cdata", take);
  }
  let decode: ReturnType<typeof decoderFor> | undefined;
  for await (const piece of archive.contentOf(part)) {
    decode ??= decoderFor(piece);
    sinceTag += piece.length;
    parser.write(decode(piece));
    if (sinceTag > limits.markupCharacters + piece.length) throw unreadable("strange");
  }
  parser.write(decode?.() ?? "").close();
}

/** Whether an attribute says yes; false where it is not there. For use inside db/. */
export function isOn(said: string | undefined): boolean {
  return /^(1|true|on)$/.test(said ?? "");
}

/** Parts are UTF-8 as a rule; UTF-16 is allowed. */
function decoderFor(first: Buffer): (piece?: Buffer) => string {
  const mark = first.length < 2 ? 0 : first.readUInt16BE(0);
  const little = mark === 0xfffe ? "utf-16le" : "utf-8";
  const encoding = mark === 0xfeff ? "utf-16be" : little;
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (piece) => {
    try {
      return decoder.decode(piece, { stream: piece !== undefined });
    } catch {
      throw unreadable("damaged");
    }
  };
}
