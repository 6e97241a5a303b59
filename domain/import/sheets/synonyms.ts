/*
 * Other words under which teams keep what Concord records, as `plain` writes them. A new word that
 * a team brings is added here.
 */

/**
 * Other headers of a column, by the name of its field, the nearest first: it is the one that is meant
 * where a sheet has several.
 */
export const headerWords: Readonly<Record<string, readonly string[]>> = {
  case_ref: [
    ...["ref", "case reference", "case id", "case no", "case number", "scr ref"],
    ...["ref no", "ref number", "reference no", "reference number", "case", "id"],
  ],
  sample: ["sample name", "sample year", "cohort", "report year", "year"],
  case_type: ["type of case", "law", "proceedings", "legal status", "type"],
  scr_methodology: ["methodology", "method", "scr method", "review methodology", "model"],
  involvement: ["involved", "involvement with child", "cafcass involvement"],
  incident_type: ["incident", "index incident", "type of incident", "nature of incident"],
  mother_age_at_first_birth: [
    ...["mother age band", "mothers age band", "mother age", "mothers age", "mum age", "mums age"],
  ],
  mother_age_years: ["mother age years", "mothers age years", "age of mother"],
  included: ["include", "in analysis", "in sample", "counted", "analysed"],
  exclusion_reason: ["why excluded", "reason for leaving it out", "reason excluded", "exclusion"],
  submission_kind: ["submission", "submission type", "kind of report", "report type"],
  case_type_detail: ["case type which", "other case type", "case type other", "which"],
  incident_rationale: ["rationale", "incident reason", "why incident type"],
  risk_rating: [
    ...["risk total", "total score", "score total", "overall rating", "total", "sum", "risk"],
  ],
  law_group: ["public private", "law group"],
  fatal: ["fatality", "child died", "death"],
  involvement_months: ["months", "total months", "months involved", "length of involvement"],
  index_children: ["children", "number of children", "no of children", "index children n"],
  index_children_died: ["children died", "deaths", "number of deaths", "no of deaths"],
  committed_on: ["agreed on", "date agreed", "committed"],
  age_years: ["age", "age at incident", "child age", "age yrs"],
  sex: ["gender", "m f"],
  outcome: ["died survived", "result", "died or survived"],
  start_date: ["start", "from", "started", "date opened", "opened", "begin"],
  end_date: ["end", "to", "ended", "date closed", "closed", "until"],
  months: ["number of months", "no of months", "duration", "length"],
  subject: ["who", "child or family", "whom"],
  kind: ["strength shortcoming", "strength or weakness", "type"],
  theme: ["topic", "category"],
  description: ["details", "detail", "action taken", "finding", "text", "what", "notes"],
  status: ["state", "progress", "done"],
  coder: ["rater", "rated by", "coder id", "coder name", "reader"],
  factor: ["risk factor", "item"],
  level: ["rating", "rated"],
  score: ["points", "value", "numeric"],
  neglect: ["neglected"],
  emotional_abuse: ["emotional", "emot abuse", "psychological abuse"],
  physical_abuse: ["physical", "phys abuse"],
  sexual_abuse: ["sexual", "sex abuse", "csa"],
  domestic_violence: ["domestic abuse", "dv", "da", "dva"],
  parental_drug_misuse: ["drug misuse", "drugs", "parental drugs", "substance misuse"],
  parental_alcohol_misuse: ["alcohol misuse", "alcohol", "parental alcohol"],
  parental_mental_health: ["mental health", "parental mh", "mh"],
  parental_self_harm_suicide: ["self harm", "parental self harm", "suicide", "self harm suicide"],
  child_putting_self_at_risk: ["child risk taking", "child self risk", "puts self at risk"],
  child_protection_plan: ["cp plan", "cpp", "child protection", "on cp plan"],
  threats_or_abduction: ["threats", "abduction", "threats abduction", "threat of abduction"],
  other: ["other risk", "other factor", "other factors"],
};

/** Other words for a value, by its key, whatever the column. */
export const valueWords: Readonly<Record<string, readonly string[]>> = {
  yes: ["y", "true", "1", "x", "included", "in"],
  no: ["n", "false", "0", "excluded", "out"],
  female: ["f", "girl", "woman"],
  male: ["m", "boy", "man"],
  died: ["d", "dead", "deceased", "death", "fatal", "killed"],
  survived: ["s", "alive", "living", "lived", "non fatal", "injured"],
  child: ["c", "index child"],
  family: ["f", "parents", "sibling", "siblings"],
  high: ["h", "hi"],
  medium: ["m", "med", "mod", "moderate"],
  low: ["l", "lo"],
  not_indicated: ["n", "ni", "none", "nil", "no", "absent", "not present", "not ind"],
  currently: ["y", "yes", "current", "y current", "y curr", "on plan", "yes current"],
  previously: ["prev", "previous", "past", "y prev", "y previous", "yes prev", "yes previous"],
  public_s31: ["s31", "section 31", "s 31", "public s31", "care proceedings", "public"],
  private_wtfh: ["wtfh", "private", "work to first hearing"],
  private_wtfh_wafh: ["wtfh wafh", "wtfh and wafh", "wtfh + wafh", "wafh"],
  public_and_private: ["both", "public private", "private and public"],
  at_time: ["current", "at incident", "at the time", "open", "yes"],
  prior_only: ["prior", "before", "previous", "closed", "historic"],
  following_only: ["following", "after", "afterwards", "since"],
  none: ["no", "never", "nil", "not involved"],
  unknown: ["not known", "nk", "?", "dk", "unk"],
  strength: ["+", "good", "positive", "strengths"],
  shortcoming: ["weakness", "negative", "concern", "shortcomings", "weak"],
  under_21: ["<21", "less than 21", "20 and under", "below 21"],
  "36_39": ["36+", "over 35", "36 and above", "35 39", ">35"],
};

/** What people write for a period that has not ended. */
export const openWords: readonly string[] = [
  ...["open", "ongoing", "on going", "still open", "continuing", "to date", "present", "current"],
];

/** What people write where there is nothing to record; among numbers the last two may be a 0. */
export const blankWords: readonly string[] = [
  ...[
    "na",
    "n a",
    "nk",
    "n k",
    "not known",
    "unknown",
    "not recorded",
    "not stated",
    "missing",
    "blank",
  ],
  ...["?", "tbc", "unclear", "not applicable", "null", "none", "nil"],
];
