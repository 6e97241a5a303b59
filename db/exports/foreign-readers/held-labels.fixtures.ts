import type Database from "better-sqlite3";

type Cell = string | number | null;
/** The values of a coded column and their labels, in order. */
export type Labels = ReadonlyMap<Cell, string>;

interface HeldFactor {
  readonly key: string;
  readonly label: string;
  readonly levels: readonly { key: string; label: string; score: number }[];
}

/** The factors of the codebook, with the levels of each. */
export function factorsIn(db: Database.Database): HeldFactor[] {
  const file = db.prepare("select file from codebooks").pluck().get() as string;
  const { factors, scales } = JSON.parse(file);
  return factors.map(({ key, label, scale }: Record<string, string>) => ({
    ...{ key, label, levels: scales[scale ?? ""] },
  }));
}

/** The labels of the columns of scores, from the lowest. */
export const levelsOf = (factors: readonly HeldFactor[]) =>
  Object.fromEntries(
    factors.map(({ key, levels }) => [
      key,
      new Map(levels.toSorted((a, b) => a.score - b.score).map((one) => [one.score, one.label])),
    ]),
  );

interface HeldValue {
  readonly key: string;
  readonly label: string;
  readonly lawGroup?: string;
  readonly fatal?: boolean;
}

/** The values that a code list has now. */
export function valuesIn(db: Database.Database, list: string): HeldValue[] {
  const query = "select content from code_list_versions where list = ? order by version desc";
  return JSON.parse(db.prepare(query).pluck().get(list) as string);
}

/** The labels of the columns that have a code list. */
export function codeListsIn(db: Database.Database) {
  const list = (name: string) =>
    new Map<Cell, string>(valuesIn(db, name).map(({ key, label }) => [key, label]));
  return {
    case_type: list("case_type"),
    scr_methodology: list("methodology"),
    involvement: list("involvement"),
    incident_type: list("incident_type"),
    submission_kind: list("submission_kind"),
    theme: list("practice_theme"),
    status: list("action_status"),
  };
}

const words = (...labels: string[]) => new Map<Cell, string>(labels.map((one) => [one, one]));
const keyed = (labels: Record<string, string>) => new Map<Cell, string>(Object.entries(labels));
const yesNo = keyed({ yes: "Yes", no: "No" });

/** The lists that are the same in every study. */
export const fixed = {
  wide: {
    mother_age_at_first_birth: new Map<Cell, string>([
      ["under_21", "Under 21"],
      ["21_25", "21 to 25"],
      ["26_30", "26 to 30"],
      ["31_35", "31 to 35"],
      ["36_39", "36 and over"],
      ["unknown", "Unknown"],
    ]),
    included: yesNo,
    origin: keyed({ registered: "Registered", imported: "Imported" }),
    law_group: keyed({
      public: "Public law",
      private: "Private law",
      public_and_private: "Public and private law",
    }),
    fatal: yesNo,
    involvement_months_band: words("0 to 12", "13 to 24", "25 to 36", "37 to 48", "49 and over"),
  },
  children: {
    sex: keyed({ female: "Female", male: "Male" }),
    outcome: keyed({ died: "Died", survived: "Survived" }),
    age_band: words("Under 1", "1 to 5", "6 to 10", "11 to 15", "16 to 17"),
  },
  periods: { subject: keyed({ child: "The index child", family: "The family" }) },
  ratings: {
    origin: keyed({ registered: "Given in Concord", imported: "Imported" }),
    joined_later: yesNo,
    unsure: yesNo,
    second_unsure: yesNo,
    dissent: keyed({ yes: "Yes" }),
    way: keyed({
      all_the_same: "All the same",
      after_discussion: "Agreed after discussion",
      third_coder: "Third coder",
      lead_decision: "Lead’s decision",
    }),
  },
  practice: { kind: keyed({ strength: "Strength", shortcoming: "Shortcoming" }) },
};
