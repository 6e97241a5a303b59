import { unreadable } from "./unreadable";

const looked = 4096;

/**
 * The text of a file, without a byte order mark: UTF-8, UTF-16 (also without a mark, where it can
 * be told by its bytes) or, where it is none of them, Windows-1252. Throws Unreadable for what is
 * no text, for text in yet another encoding, and for text that is no UTF-8 and has a letter of it:
 * one byte that strayed into a file would else make “cafÃ©” of every “café”. A text in Windows-1252
 * has such a letter only where one as Ã stands before a sign as ©, which is rare, and its file can be
 * saved again. For use inside db/.
 */
export function textOf(bytes: Uint8Array): string {
  const text = decoded(bytes);
  refuseWhatIsNoText(text);
  return text;
}

function refuseWhatIsNoText(text: string): void {
  const start = text.slice(0, looked);
  const controls = start.match(/(?!\s)\p{Cc}/gu)?.length ?? 0;
  if (text.includes("\0") || controls * 100 > start.length) throw unreadable("notText");
}

const byteOrderMarks = [
  { encoding: "utf-16le", mark: [0xff, 0xfe] },
  { encoding: "utf-16be", mark: [0xfe, 0xff] },
  { encoding: "utf-8", mark: [0xef, 0xbb, 0xbf] },
];

function decoded(bytes: Uint8Array): string {
  const marked = byteOrderMarks.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte));
  const encoding = marked?.encoding ?? zerosInHalves(bytes);
  if (encoding) return strictly(encoding, bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return windows1252(bytes);
  }
}

function strictly(encoding: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw unreadable("encoding");
  }
}

/** English text in UTF-16 has a zero in nearly every second byte, and hardly one in the others. */
function zerosInHalves(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const start = bytes.subarray(0, looked);
  const zeros = [0, 0];
  start.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) <= start.length / 4) return null;
  return odd > even ? "utf-16le" : "utf-16be";
}

const letterOfUtf8 = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/;

// What 0x80 to 0x9F mean; a space where they mean nothing. The decoder of some versions of Node
// takes them for control characters.
const specials = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

function windows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const read = text.replace(/[\x80-\x9f]/g, (character) => {
    const special = specials[character.charCodeAt(0) - 0x80] ?? " ";
    return special === " " ? character : special;
  });
  refuseWhatIsNoText(read);
  if (letterOfUtf8.test(text) || /[\x80-\x9f]/.test(read)) throw unreadable("encoding");
  return read;
}
