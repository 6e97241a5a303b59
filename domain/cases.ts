import { z } from "zod";

/** The case types of Table 6, each with the law group it counts towards. */
export const caseTypes = {
  public_s31: { label: "Public law, s31", group: "public" },
  public_other: { label: "Public law, other", group: "public" },
  private_wtfh: { label: "Private law, WTFH only", group: "private" },
  private_wtfh_wafh: { label: "Private law, WTFH and WAFH", group: "private" },
  public_and_private: { label: "Public and private law", group: "public_and_private" },
} as const;
export type CaseType = keyof typeof caseTypes;

/** The nine index incident types of Table 9; five are fatal. */
export const incidentTypes = {
  physical_abuse_fatal: { label: "Physical abuse (fatal)", fatal: true },
  neglect_fatal: { label: "Neglect (fatal)", fatal: true },
  spite_revenge_killing: { label: "Spite or revenge killing", fatal: true },
  suicide: { label: "Suicide", fatal: true },
  neglect_non_fatal: { label: "Neglect (non-fatal)", fatal: false },
  physical_abuse_non_fatal: { label: "Physical abuse (non-fatal)", fatal: false },
  sexual_abuse: { label: "Sexual abuse", fatal: false },
  fatal_drug_overdose: { label: "Fatal drug overdose", fatal: true },
  other: { label: "Other", fatal: false },
} as const;
export type IncidentType = keyof typeof incidentTypes;

/** How the serious case review was done, where the submission shows it. */
export const methodologies = {
  traditional: { label: "Traditional" },
  hybrid: { label: "Hybrid" },
  scie: { label: "SCIE" },
  unclear: { label: "Unclear" },
} as const;
export type Methodology = keyof typeof methodologies;

/** When the organisation was involved with the index child. */
export const involvements = {
  prior_only: { label: "Prior only" },
  at_time: { label: "At the time of the incident" },
  none: { label: "None" },
  following_only: { label: "Following only" },
} as const;
export type Involvement = keyof typeof involvements;

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

/** What the lead gives to register a case; the rest of the record comes later. */
export const registrationSchema = z.strictObject({
  reference: referenceSchema,
  sample: sampleSchema,
  caseType: z.enum(keysOf(caseTypes), "Select the case type"),
  incidentType: z.enum(keysOf(incidentTypes), "Select the index incident type"),
});
export type Registration = z.infer<typeof registrationSchema>;
