const endOfDirectory = 0x06054b50;
const entryOfDirectory = 0x02014b50;
const stored = 0;
const deflated = 8;

/**
 * The first file of a zip archive with a name like this. Stops when it inflates to more than `most`
 * bytes, whatever the archive says of its size. Throws when the archive is damaged.
 */
export async function unzipped(
  archive: Uint8Array<ArrayBuffer>,
  name: RegExp,
  most: number,
): Promise<Uint8Array | "missing" | "too big"> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  for (const entry of entriesOf(view)) {
    if (!name.test(entry.name)) continue;
    // What stands before the file itself: a header of 30 bytes, a name and more.
    const from =
      entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
    const packed = archive.subarray(from, from + entry.size);
    if (entry.method === stored) return packed.length > most ? "too big" : packed;
    if (entry.method === deflated) return inflated(packed, most);
    throw new Error("packed in a way that is not known");
  }
  return "missing";
}

/** The entries of the directory at the end of an archive. */
function* entriesOf(view: DataView) {
  const end = endOf(view);
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== entryOfDirectory) throw new Error("damaged directory");
    const length = view.getUint16(at + 28, true);
    const name = new Uint8Array(view.buffer, view.byteOffset + at + 46, length);
    yield {
      name: new TextDecoder().decode(name),
      method: view.getUint16(at + 10, true),
      size: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    };
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}

// A comment of up to 65,535 bytes can follow it.
function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= first; at--)
    if (view.getUint32(at, true) === endOfDirectory) return at;
  throw new Error("no directory");
}

async function inflated(packed: Uint8Array<ArrayBuffer>, most: number) {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const reader = stream.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    size += value.length;
    if (size > most) {
      await reader.cancel();
      return "too big";
    }
    parts.push(value);
  }
}
