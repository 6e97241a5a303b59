import { formulaPayloads } from "@/domain/dataset/formula-payloads.fixtures";

/** Every place in which people type what files hold. */
export const typedPlaces = [
  ...["exclusion_reason", "case_type_detail", "incident_rationale", "practice", "action"],
  ...["case_type", "incident_type", "methodology", "involvement", "submission_kind"],
  ...["practice_theme", "action_status", "factor", "level", "other_theme"],
  ...["sample", "note", "other_description", "agreed_reason", "dissent", "coder"],
  ...["context_label", "context_figure", "context_source"],
  ...["record_reason", "release_note", "licence", "lead", "cell_of_upload"],
] as const;
export type TypedPlace = (typeof typedPlaces)[number];

/** The text with this number in a place: a payload that says where it was typed. */
export function typedIn(place: TypedPlace, index: number): string {
  return `${formulaPayloads[index % formulaPayloads.length]}+${place}_${index}`;
}

/** The numbers of the texts of a place. */
export const numbers = formulaPayloads.map((_, index) => index);

/** All texts of a place. */
export const allTypedIn = (place: TypedPlace) => numbers.map((index) => typedIn(place, index));
