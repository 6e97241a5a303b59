import { crc32, createInflateRaw } from "node:zlib";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { limits } from "./limits";
import { Unreadable, unreadable } from "./unreadable";

/** One part of a workbook, where it lies in the file. */
export interface Part {
  readonly name: string;
  readonly start: number;
  readonly size: number;
  readonly deflated: boolean;
  readonly checksum: number;
}

/** The parts of a zip. */
export interface Archive {
  /** By their names in small letters. */
  readonly parts: ReadonlyMap<string, Part>;
  /**
   * What is in a part, piece by piece. It stops with Unreadable as soon as more comes out than a
   * workbook has, or when the part is damaged.
   */
  contentOf(part: Part): AsyncGenerator<Buffer>;
}

/**
 * Reads the directory of a zip. Throws Unreadable when it is damaged, has too many entries,
 * entries that lie in each other, two of one name, or one that leads out of the zip. `taken` is
 * told of each stretch of the file that was unpacked, in bytes. For use inside db/.
 */
export async function openArchive(
  bytes: Uint8Array,
  taken: (bytes: number) => void,
): Promise<Archive> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = await partsOf(file);
  let unpacked = 0;
  const count = (more: number) => {
    unpacked += more;
    if (unpacked > limits.unpackedBytes) throw unreadable("unpacksTooFar");
  };
  return { parts, contentOf: (part) => contentOf(file, part, count, taken) };
}

async function partsOf(file: Buffer): Promise<Map<string, Part>> {
  const parts = new Map<string, Part>();
  const stretches: { from: number; to: number }[] = [];
  try {
    const zip = await fromBufferPromise(file);
    if (zip.entryCount > limits.entries) throw unreadable("tooManyParts");
    for await (const entry of zip.eachEntry()) {
      const part = await partOf(zip, entry);
      stretches.push({ from: entry.relativeOffsetOfLocalHeader, to: part.start + part.size });
      if (parts.has(part.name)) throw unreadable("strange");
      parts.set(part.name, part);
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    // The library says in its own words what is wrong with a name.
    const ofName = /(relative|absolute) path/.test(String(error));
    throw unreadable(ofName ? "strange" : "damaged");
  }
  stretches.sort((one, other) => one.from - other.from);
  if (stretches.some(({ from }, index) => from < (stretches[index - 1]?.to ?? 0)))
    throw unreadable("strange");
  return parts;
}

async function partOf(zip: ZipFile, entry: Entry): Promise<Part> {
  if (entry.isEncrypted()) throw unreadable("password");
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw unreadable("strange");
  const header = await zip.readLocalFileHeaderPromise(entry);
  if (!header.fileName.equals(entry.fileNameRaw)) throw unreadable("strange");
  return {
    name: entry.fileName.toLowerCase(),
    start: header.fileDataStart,
    size: entry.compressedSize,
    deflated: entry.compressionMethod === 8,
    checksum: entry.crc32,
  };
}

async function* contentOf(
  file: Buffer,
  { start, size, deflated, checksum }: Part,
  count: (more: number) => void,
  taken: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  const inflate = deflated ? createInflateRaw({ chunkSize: 64 * 1024 }) : null;
  let sum = 0;
  let unpacked = 0;
  let before = 0;
  try {
    for await (const piece of unpackedPieces(file.subarray(start, start + size), inflate)) {
      count(piece.length);
      unpacked += piece.length;
      const read = inflate?.bytesWritten ?? unpacked;
      if (unpacked > limits.ratioFrom && unpacked > limits.unpackedPerByte * read)
        throw unreadable("unpacksTooFar");
      taken(read - before);
      before = read;
      sum = crc32(piece, sum);
      yield piece;
    }
  } catch (error) {
    throw isOfInflating(error) ? unreadable("damaged") : error;
  }
  if (sum !== checksum) throw unreadable("damaged");
}

function isOfInflating(error: unknown): boolean {
  return /^Z_/.test(String((error as { code?: unknown }).code));
}

const pieceBytes = 64 * 1024;

async function* unpackedPieces(
  packed: Buffer,
  inflate: ReturnType<typeof createInflateRaw> | null,
): AsyncGenerator<Buffer> {
  if (inflate) {
    inflate.end(packed);
    yield* inflate as AsyncIterable<Buffer>;
    return;
  }
  for (let from = 0; from < packed.length; from += pieceBytes) {
    yield packed.subarray(from, from + pieceBytes);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
