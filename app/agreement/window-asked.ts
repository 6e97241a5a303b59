import type { WindowAsked } from "@/db/agreement/choice";

const form = /^(?:([a-z][a-z0-9_]*)-)?([1-9])(?:\.([A-Z]\d*(?:-[A-Z]\d*)*))?(?:\.(with|without))?$/;

/**
 * The window that an address asks for; null for none. "2" is the second of all factors, "neglect-2"
 * that of one; ".A-B" says that it was cut for these coders, ".with" or ".without" by second looks.
 */
export function windowFrom(text: string | undefined): WindowAsked | null {
  const [, factor = null, number, coders, look] = form.exec(text ?? "") ?? [];
  if (number === undefined) return null;
  return {
    ...{ factor, number: Number(number), coders: coders?.split("-") ?? [] },
    secondLook: look === "with" || look === "without" ? look : null,
  };
}

/** A window as an address asks for it. */
export function windowText({ factor, number, coders, secondLook }: WindowAsked): string {
  return [
    factor === null ? String(number) : `${factor}-${number}`,
    ...(coders.length > 0 ? [coders.join("-")] : []),
    ...(secondLook ? [secondLook] : []),
  ].join(".");
}
