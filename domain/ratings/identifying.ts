/** What could tell who a text is about. */
export type Identifying =
  | "a date of birth"
  | "a name with a date"
  | "a name"
  | "an NHS number"
  | "a court case number"
  | "a postcode";

const months = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*";
const date = String.raw`\d{1,2}(?:\s*[./-]\s*\d{1,2}\s*[./-]\s*(?:\d{4}|\d{2})(?!\d)|(?:st|nd|rd|th)?(?:\s+of)?\s+${months}\.?,?\s+\d{4})`;
const birth = new RegExp(
  String.raw`(?:\bd\.?\s?o\.?\s?b\b|\bdate of birth\b|\bborn\b)[^\d\n]{0,15}${date}`,
  "i",
);

const anyDate = new RegExp(String.raw`(?<!\d)${date}`, "gi");

// Two words with a capital where a date follows: "Robin Exampleton (1 May 2001)".
const nameBefore = /(\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+),? ?[([]?$/u;
// Dates follow meetings and papers too. What has one of these words is not taken for a person.
const noName =
  /\b(?:act|assessment|board|centre|conference|council|court|hearing|hospital|meeting|order|panel|plan|police|protection|referral|report|review|school|service|team|visit|worker|[a-z]+day|the|on|in|at|from|of)s?\b/i;

// "Mrs Jane Smith", and not "Mr B" or "Ms CD", as people are called in place of their names. After
// "Dr." another sentence can begin.
const titledName =
  /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Rev|Reverend)\.?\s+(?!\p{Lu}[’']s\b)(?!(?:She|He|They|It|This|That|There|Mother|Father)\b)(?:\p{Lu}[\p{L}’'-]*\p{Ll}|\p{Lu}{3,})/gu;

const tenDigits = /(?<![\d+-])(?<!\d )\d{3}[ -]?\d{3}[ -]?\d{4}(?![ -]?\d)/g;

// ZC14C00123 · CO/1234/2014 · B4/2014/0123 · [2014] EWFC 12
const courtNumber =
  /\b[A-Z]{2} ?\d{2} ?[A-Z] ?\d{5}\b|\bCO\/\d{2,5}\/\d{4}\b|\b[A-Z]\d\/\d{4}\/\d{3,5}\b|\[\d{4}\] (?:EW(?:CA|HC|FC|COP)|UKSC|UKHL)\b/i;

// The areas that there are, from AB to ZE.
const areas =
  "A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE";
const postcode = new RegExp(String.raw`\b(?:${areas})\d[A-Z\d]? ?(\d[ABD-HJLNP-UW-Z]{2})\b`, "gi");

/**
 * What in a text looks as if it could tell who it is about, each kind once, in the order above. It
 * goes by how things are written, so it can be wrong either way, and keeps nobody from anything.
 *
 * Examples: "Robin Exampleton (dob 1.5.2001)" → a date of birth; "Robin Exampleton, 1 May 2001" → a
 * name with a date; "Mrs Exampleton said" → a name; "999 000 0018" → an NHS number; "seen at the Strategy Meeting, 1 May 2001" →
 * nothing.
 */
export function identifyingIn(text: string): Identifying[] {
  const looksLike: Record<Identifying, boolean> = {
    "a date of birth": birth.test(text),
    "a name with a date": hasNameWithDate(text),
    "a name": !hasNameWithDate(text) && hasTitledName(text),
    "an NHS number": (text.match(tenDigits) ?? []).some(isNhsNumber),
    "a court case number": courtNumber.test(text),
    "a postcode": hasPostcode(text),
  };
  return (Object.keys(looksLike) as Identifying[]).filter((kind) => looksLike[kind]);
}

/**
 * What was found, in words; "" when nothing was.
 * Example: a postcode → "This looks like a postcode. Leave out what could tell who it is about."
 */
export function identifyingInWords(found: readonly Identifying[]): string {
  if (found.length === 0) return "";
  const last = found.at(-1);
  const kinds = found.length > 1 ? `${found.slice(0, -1).join(", ")} and ${last}` : last;
  return `This looks like ${kinds}. Leave out what could tell who it is about.`;
}

function hasNameWithDate(text: string): boolean {
  return [...text.matchAll(anyDate)].some(({ index }) => {
    const name = nameBefore.exec(text.slice(Math.max(0, index - 80), index))?.[1];
    return name !== undefined && !noName.test(name);
  });
}

function hasTitledName(text: string): boolean {
  return (text.match(titledName) ?? []).some((name) => !noName.test(name));
}

// The last digit is made from the others. Ten times the same digit is no number of anybody’s.
function isNhsNumber(text: string): boolean {
  const digits = text.replace(/\D/g, "");
  if (/^(\d)\1*$/.test(digits)) return false;
  const sum = [...digits].slice(0, 9).reduce((all, digit, index) => {
    return all + Number(digit) * (10 - index);
  }, 0);
  const check = (11 - (sum % 11)) % 11;
  return check === Number(digits[9]);
}

// "page s4 3rd line" has no postcode in it.
function hasPostcode(text: string): boolean {
  return [...text.matchAll(postcode)].some(
    ([, inward = ""]) => !/^\d(?:st|nd|rd|th)$/.test(inward),
  );
}
