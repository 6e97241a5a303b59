/*
 * Whether a write could have been sent by a page of Concord. The framework answers one that it
 * cannot decode as if Concord had failed, with 500 and a line in the log; here it is refused before
 * that. Of React's way of writing down arguments only what the pages use is let through. Who may do
 * what is not asked here.
 */

/** Why a write is refused unread: an HTTP status. */
export type Fault = 400 | 413 | 415;

const mostBytes = 1_000_000;
const mostArguments = 20;
const deepest = 20;

/** What is wrong with the body of this POST; null when it can be read. */
export async function faultOf(request: Request): Promise<Fault | null> {
  const called = request.headers.has("next-action");
  const kind = request.headers.get("content-type") ?? "";
  const isMultipart = kind.startsWith("multipart/form-data");
  const wanted = called ? /^text\/plain(;|$)/ : /^application\/x-www-form-urlencoded(;|$)/;
  if (kind !== "" && !isMultipart && !wanted.test(kind)) return 415;
  const body = await bodyOf(request);
  if (!body) return 413;
  if (kind === "") return called || body.length > 0 ? 415 : null;
  if (!isMultipart) return !called || isArguments(new TextDecoder().decode(body), "0") ? null : 400;
  const fields = fieldsIn(body, kind);
  return fields && (called ? isCall(fields) : isForm(fields)) ? null : 400;
}

/** The most bytes that a form with files in it may have. */
export const mostBytesOfFiles = 26_000_000;

/** As `faultOf`, for the one form that has files in it, from its headers alone. */
export function faultOfFiles(request: Request): Fault | null {
  const kind = request.headers.get("content-type") ?? "";
  const length = Number(request.headers.get("content-length"));
  if (request.headers.has("next-action") || !kind.startsWith("multipart/form-data; boundary="))
    return 415;
  return length > mostBytesOfFiles ? 413 : null;
}

async function bodyOf(request: Request): Promise<Uint8Array | null> {
  const body = new Uint8Array(mostBytes);
  let length = 0;
  for await (const chunk of request.body ?? []) {
    if (length + chunk.length > mostBytes) return null;
    body.set(chunk, length);
    length += chunk.length;
  }
  return body.subarray(0, length);
}

/** A field of a form may be sent several times. No form of Concord has a file or an odd name in it. */
type Fields = ReadonlyMap<string, readonly string[]>;

// To the letter as senders write it: one of the parsers takes no capitals behind the colon.
const part = /^[Cc]ontent-[Dd]isposition: form-data; name="([\w.:$]{1,200})"\r\n\r\n([\s\S]*)$/;

// Stricter than a parser: there are several, and what one passes over another fails on.
function fieldsIn(body: Uint8Array, kind: string): Fields | null {
  const boundary = /^multipart\/form-data; ?boundary=([\w-]{1,100})$/.exec(kind)?.[1];
  if (!boundary) return null;
  const line = `--${boundary}`;
  const whole = new TextDecoder().decode(body).replace(/\r\n$/, "");
  if (!whole.startsWith(`${line}\r\n`) || !whole.endsWith(`\r\n${line}--`)) return null;
  const parts = whole.slice(line.length + 2, -line.length - 4).split(`\r\n${line}\r\n`);
  const fields = new Map<string, string[]>();
  for (const text of parts) {
    const [, name, value] = part.exec(text) ?? [];
    // One of the parsers looks for the boundary alone, wherever it is on its line.
    if (name === undefined || value === undefined || text.includes(boundary)) return null;
    fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  return fields;
}

/** Sent by a page's script: the arguments as field 0, and the fields of the forms among them. */
function isCall(fields: Fields): boolean {
  for (const name of fields.keys()) if (name !== "0" && !/^_[0-9a-f]+_/.test(name)) return false;
  return isArguments(only(fields, "0"), "0");
}

/** Sent without scripts: React’s own fields say which action it is for, and what is bound to it. */
function isForm(fields: Fields): boolean {
  for (const name of fields.keys()) {
    if (!name.startsWith("$ACTION_")) continue;
    if (!/^\$ACTION_(KEY|ID_[0-9a-f]+|REF_\d+|\d+:[01])$/.test(name)) return false;
    const ref = /^\$ACTION_REF_(\d+)$/.exec(name)?.[1];
    if (ref && !isBound(only(fields, `$ACTION_${ref}:0`), only(fields, `$ACTION_${ref}:1`)))
      return false;
  }
  return true;
}

function isBound(action: string, bound: string): boolean {
  const parsed = parse(action);
  return (
    typeof parsed === "object" &&
    parsed !== null &&
    Object.keys(parsed).join() === "id,bound" &&
    "bound" in parsed &&
    parsed.bound === "$@1" &&
    isArguments(bound, "1")
  );
}

function only(fields: Fields, name: string): string {
  const [value, ...more] = fields.get(name) ?? [];
  return more.length === 0 ? (value ?? "") : "";
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isArguments(text: string, part: string): boolean {
  const list = parse(text);
  return Array.isArray(list) && list.length <= mostArguments && isPlain(list, { list, part }, 0);
}

interface Whole {
  readonly list: unknown;
  readonly part: string;
}

function isPlain(value: unknown, whole: Whole, depth: number): boolean {
  if (typeof value === "string") return !value.startsWith("$") || isMark(value, whole);
  if (typeof value !== "object" || value === null) return true;
  return depth < deepest && Object.values(value).every((one) => isPlain(one, whole, depth + 1));
}

// React's marks: text that begins with $, nothing, a form, and "the same object as there".
function isMark(text: string, { list, part }: Whole): boolean {
  if (text.startsWith("$$") || text === "$undefined" || /^\$K[0-9a-f]+$/.test(text)) return true;
  const [start, ...path] = text.split(":");
  if (start !== `$${part}` || path.length === 0) return false;
  let there = list;
  for (const key of path) {
    if (typeof there !== "object" || there === null || !Object.hasOwn(there, key)) return false;
    there = there[key as keyof typeof there];
  }
  return typeof there === "object" && there !== null;
}
