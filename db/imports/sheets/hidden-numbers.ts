/** Whether a format shows nothing of a number. */
export type Hides = (number: number) => boolean;

const conditions: Readonly<Record<string, (number: number, other: number) => boolean>> = {
  "=": (number, other) => number === other,
  "<>": (number, other) => number !== other,
  "<": (number, other) => number < other,
  "<=": (number, other) => number <= other,
  ">": (number, other) => number > other,
  ">=": (number, other) => number >= other,
};

/**
 * Which numbers a format shows nothing of, so that their cells look blank; null where it shows
 * something of each. For use inside db/.
 * Examples: "0;-0;;@", '[=0]"";General' and "#" hide 0, ";;;" hides every number; "0" and
 * '0;-0;"-"' hide none.
 */
export function hiddenBy(code: string): Hides | null {
  const sections = sectionsOf(code).filter((one, at) => at < 3 && !barelyIn(one).includes("@"));
  if (code.trim() === "") return null;
  const isEach = [-1, 0, 1].every((number) => isShown(sectionFor(number, sections), number));
  const hasCondition = sections.some((one) => conditionOf(one) !== null);
  if (isEach && !hasCondition) return null;
  return (number) => !isShown(sectionFor(number, sections), number);
}

const signs = /"[^"]*"|[\\_*].|\[[^\]]*\]|./gsu;

function sectionsOf(code: string): string[] {
  const sections = [""];
  for (const [sign] of code.matchAll(signs))
    if (sign === ";") sections.push("");
    else sections[sections.length - 1] += sign;
  return sections;
}

/**
 * A section without what stands in quotation marks, behind a sign that takes the next as it is, or in
 * brackets.
 */
function barelyIn(section: string): string {
  return section.replace(signs, (sign) => (sign.length === 1 ? sign : ""));
}

function conditionOf(section: string): ((number: number) => boolean) | null {
  const [, sign = "", other] = /\[(<>|[<>]=?|=)(-?[\d.]+)\]/.exec(section) ?? [];
  const holds = conditions[sign];
  return holds ? (number) => holds(number, Number(other)) : null;
}

/** The section that a number is shown by; undefined where it is none, and signs fill the cell. */
function sectionFor(number: number, sections: readonly string[]): string | undefined {
  const usual = sections.length === 3 ? [number > 0, number < 0, true] : [number >= 0, true];
  return sections.find(
    (one, at) => conditionOf(one)?.(number) ?? (sections.length === 1 || usual[at]),
  );
}

/** What of a section is seen of a number: of 0 neither # nor ?, which stand for digits that count. */
function isShown(section: string | undefined, number: number): boolean {
  if (section === undefined) return true;
  const seen = section.replace(signs, (sign) => {
    if (sign.startsWith("_") && sign.length > 1) return " ";
    if (/^\[\$/.test(sign)) return sign.slice(2).split("-")[0]?.replace("]", "") ?? "";
    if (/^\[(?![hms]+\]$)/i.test(sign)) return "";
    if (number === 0 && /^[#?,]$/.test(sign)) return "";
    return sign.replace(/^["\\*]|"$/g, "");
  });
  return /\S/.test(seen);
}
