import { crc32, deflateRawSync } from "node:zlib";

/** An entry of a zip that need not be what it says of itself. */
export interface ZipEntry {
  readonly name: string;
  readonly content: Uint8Array | string;
  /** The content as it lies in the file, when it is not the content deflated. */
  readonly packed?: Uint8Array;
  /** What the directory says, where that is not the truth. */
  readonly says?: {
    readonly name?: string;
    readonly unpackedSize?: number;
    readonly packedSize?: number;
    readonly start?: number;
    readonly checksum?: number;
    readonly flags?: number;
    readonly method?: number;
  };
}

/** A zip made by hand, for what no program writes. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const stretches: Buffer[] = [];
  const directory: Buffer[] = [];
  let start = 0;
  for (const { name, content, says, ...entry } of entries) {
    const bytes = Buffer.from(content);
    const packed = entry.packed ?? deflateRawSync(bytes);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(says?.flags ?? 0, 2);
    fields.writeUInt16LE(says?.method ?? 8, 4);
    fields.writeUInt32LE(says?.checksum ?? crc32(bytes), 10);
    fields.writeUInt32LE(says?.packedSize ?? packed.length, 14);
    fields.writeUInt32LE(says?.unpackedSize ?? bytes.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(says?.start ?? start, 10);
    const version = Buffer.from([20, 0]);
    const listed = says?.name ?? name;
    directory.push(Buffer.from("PK\x01\x02"), version, fields, place, Buffer.from(listed));
    const stretch = Buffer.concat([Buffer.from("PK\x03\x04"), fields, Buffer.from(name), packed]);
    stretches.push(stretch);
    start += stretch.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(start, 12);
  return Buffer.concat([...stretches, listed, Buffer.from("PK\x05\x06"), end]);
}

/** Parts as entries, the last of them with what is said here. */
export function entriesOf(
  parts: Readonly<Record<string, string>>,
  last: Partial<ZipEntry> = {},
): ZipEntry[] {
  const entries = Object.entries(parts).map(([name, content]) => ({ name, content }));
  return entries.map((entry, index) =>
    index === entries.length - 1 ? { ...entry, ...last } : entry,
  );
}
