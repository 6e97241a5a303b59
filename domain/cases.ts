import { z } from "zod";
import { type CodeList, type CodeLists, choicesOf } from "./code-lists/code-lists";

/** Bands of Table 8. The report prints the fifth as 35-39, which would overlap the fourth. */
export const motherAgeBands = {
  under_21: { label: "Under 21" },
  "21_25": { label: "21 to 25" },
  "26_30": { label: "26 to 30" },
  "31_35": { label: "31 to 35" },
  "36_39": { label: "36 and over" },
  unknown: { label: "Unknown" },
} as const;
export type MotherAgeBand = keyof typeof motherAgeBands;

/** The sex of an index child. */
export const sexes = { female: { label: "Female" }, male: { label: "Male" } } as const;
export type Sex = keyof typeof sexes;

/** What became of an index child in the incident. */
export const childOutcomes = { died: { label: "Died" }, survived: { label: "Survived" } } as const;
export type ChildOutcome = keyof typeof childOutcomes;

/** The keys of a code list, in its order, as the non-empty tuple that z.enum takes. */
export function keysOf<K extends string>(list: Record<K, unknown>): [K, ...K[]] {
  const [first, ...rest] = Object.keys(list) as K[];
  if (first === undefined) throw new Error("A code list has at least one value");
  return [first, ...rest];
}

/** A pseudonymous reference such as 2015-07: letters, digits and hyphens, so that it fits a URL. */
export const referenceSchema = z
  .string()
  .trim()
  .min(1, "Enter a reference, such as 2015-07")
  .max(30, "Enter a reference of at most 30 characters")
  .regex(
    /^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/,
    "Enter a reference of letters, digits and hyphens, such as 2015-07",
  )
  .refine((reference) => reference.toLowerCase() !== "new", "Enter a reference other than “new”");

/** The sample a case belongs to, such as 2015: an open list. */
export const sampleSchema = z
  .string()
  .trim()
  .min(1, "Enter the sample, such as 2015")
  .max(30, "Enter a sample of at most 30 characters")
  .regex(/^[A-Za-z0-9]+([ -][A-Za-z0-9]+)*$/, "Enter a sample of letters, digits and hyphens");

/** What the lead gives to register a case; the rest of its record comes later. */
export interface Registration {
  readonly reference: string;
  readonly sample: string;
  /** A key of the code list of case types. */
  readonly caseType: string;
  /** A key of the code list of index incident types. */
  readonly incidentType: string;
}

/** A registration as it is typed: the case type and incident type are ones that are offered. */
export function registrationSchema(lists: CodeLists) {
  return z.strictObject({
    reference: referenceSchema,
    sample: sampleSchema,
    caseType: offeredOf(lists.case_type, "Select the case type"),
    incidentType: offeredOf(lists.incident_type, "Select the index incident type"),
  });
}

function offeredOf(list: CodeList, message: string) {
  const keys = choicesOf(list).map(({ key }) => key);
  return z.string(message).refine((key) => keys.includes(key), message);
}

/** How many cases, in words: "1 case", "23 cases". */
export function casesInWords(n: number): string {
  return n === 1 ? "1 case" : `${n} cases`;
}
