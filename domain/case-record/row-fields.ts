/**
 * The rows that can be repeated, for the sections that have such rows: what a row and its fields are
 * called, with the fields in the order of the page.
 */
export const rowFields = {
  involvement: {
    name: "periods",
    noun: "Period",
    fields: { startDate: "start", endDate: "end", subject: "with whom" },
  },
  children: {
    name: "children",
    noun: "Child",
    fields: { ageYears: "age", sex: "sex", outcome: "outcome" },
  },
  practice: {
    name: "practice",
    noun: "Point",
    fields: { kind: "", theme: "", description: "what shows it" },
  },
  actions: { name: "actions", noun: "Action", fields: { description: "", status: "status" } },
} as const;
