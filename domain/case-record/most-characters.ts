/** The most characters that each text of a record can have, typed in its form or imported. */
export const mostCharacters = {
  sample: 200,
  caseTypeDetail: 200,
  incidentRationale: 4000,
  exclusionReason: 4000,
  /** Of what was well or badly done, and of an action. */
  description: 4000,
} as const;
