import { type sentences, unreadable } from "./unreadable";

const beginnings: readonly (readonly [keyof typeof sentences, string])[] = [
  ["pdf", "%PDF-"],
  ["notText", "{\\rtf"],
  ["notText", "\x89PNG"],
  ["notText", "\xff\xd8\xff"],
  ["notText", "GIF8"],
  ["notText", "\x1f\x8b"],
  ["notText", "7z\xbc\xaf\x27\x1c"],
  ["notText", "Rar!"],
];

/**
 * Whether a file is a zip, as workbooks are, or text, by its first bytes. Throws Unreadable for
 * every other kind that can be told. For use inside db/.
 */
export function kindOf(bytes: Uint8Array): "zip" | "text" {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  if (start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06")) return "zip";
  if (start.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) throw unreadable(compoundFile(bytes));
  const found = beginnings.find(([, beginning]) => start.startsWith(beginning));
  if (found) throw unreadable(found[0]);
  if (/^(\xef\xbb\xbf)?\s*<(\?xml|!doctype|html|table|meta)/i.test(start)) throw unreadable("web");
  return "text";
}

/** What a file of the older office programs is; a workbook with a password is packed into one too. */
function compoundFile(bytes: Uint8Array): keyof typeof sentences {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (stream: string) => file.includes(Buffer.from(stream, "utf16le"));
  if (has("EncryptedPackage")) return "password";
  return has("Workbook\0") || has("Book\0") ? "oldExcel" : "otherOffice";
}
