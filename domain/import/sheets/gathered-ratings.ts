import type { Decided, GivenLevel } from "../../dataset/rated-case";
import type { Book } from "../../dataset/table";
import type { CaseDraft, CoderDraft, Place } from "../draft";
import type { ImportFault } from "../faults";
import type { Beside } from "./beside-levels";
import type { MatchedRow } from "./matched-row";
import { type RatingRow, readRating, readRatings } from "./rating-rows";
import type { SheetKind } from "./targets";

/** What is known of one coder's ratings of a case so far, by factor key. */
export interface GatheredRatings {
  readonly place: Place;
  readonly levels: Record<string, string>;
  readonly first: Record<string, GivenLevel>;
  readonly second: Record<string, GivenLevel>;
  readonly decided: Record<string, Decided>;
  readonly dissents: Record<string, string>;
  joinedLater: boolean | null;
  saysUnsure: boolean;
}

/** The ratings of a case so far, by the names of its coders. */
type OfCase = Map<string, GatheredRatings>;

/** Adds what a coder gave a case in a row. */
export function addRating(
  ratings: OfCase,
  reference: string,
  row: MatchedRow,
  kind: Extract<SheetKind, "ratings" | "ratings_by_factor">,
  { codebook }: Book,
): void {
  const read = kind === "ratings" ? readRatings : readRating;
  const { coder, levels, beside }: RatingRow = read(row, reference, codebook);
  const known = ratings.get(coder);
  const own = known ?? nothingOf(row.place, beside?.joinedLater ?? null);
  for (const [factor, level] of Object.entries(levels)) {
    if (own.levels[factor] !== undefined)
      row.refuse(
        kind === "ratings" ? "coder" : "factor",
        "one rating of each factor for a coder and case",
      );
    own.levels[factor] = level;
    if (beside) addBeside(ratings, own, { level, factor, beside, row });
  }
  ratings.set(coder, own);
}

function nothingOf(place: Place, joinedLater: boolean | null): GatheredRatings {
  return {
    ...{ place, levels: {}, first: {}, second: {}, decided: {}, dissents: {} },
    ...{ joinedLater, saysUnsure: false },
  };
}

function addBeside(
  ratings: OfCase,
  own: GatheredRatings,
  given: { level: string; factor: string; beside: Beside; row: MatchedRow },
): void {
  const { level, factor, beside, row } = given;
  const { note, unsure, ofOther, second, decided, dissent, joinedLater } = beside;
  if (note !== "" || unsure || isAny(ofOther))
    own.first[factor] = { level, note, unsure: unsure === true, ...ofOther };
  if (unsure !== null) own.saysUnsure = true;
  if (second) own.second[factor] = second;
  if (dissent !== null) own.dissents[factor] = dissent;
  if (joinedLater !== own.joinedLater)
    row.refuse(row.has("joined_later") ? "joined_later" : "origin", "the same for a whole case");
  if (!decided) return;
  const others = [...ratings.values()].flatMap((one) => one.decided[factor] ?? []);
  if (others.some((one) => JSON.stringify(one) !== JSON.stringify(decided)))
    row.refuse("factor", "the same reason, and way of agreeing, for every coder of the case");
  own.decided[factor] = decided;
}

/** What rows for single ratings say of a case as a whole; a fault where a coder left one out. */
export function ratingsOf(
  ratings: OfCase,
  { codebook }: Book,
  refuse: (fault: ImportFault) => void,
): Pick<CaseDraft, "ratings" | "decided"> {
  const coders = [...ratings].map(([coder, own]): CoderDraft => {
    const missing = codebook.factors.filter(({ key }) => own.levels[key] === undefined);
    if (missing.length > 0)
      refuse({
        file: own.place.sheet,
        line: own.place.line,
        column: missing.map(({ label }) => label).join(", "),
        value: "",
        expected: `a level of all ${codebook.factors.length} factors by ${coder || "the coder"}`,
      });
    return { coder, levels: own.levels, ...besideOf(own) };
  });
  const decided = Object.assign({}, ...[...ratings.values()].map((own) => own.decided));
  return { ratings: coders, ...(isAny(decided) && { decided }) };
}

// Most files have nothing of this, and a draft is kept as text.
function besideOf({
  joinedLater,
  first,
  saysUnsure,
  second,
  dissents,
}: GatheredRatings): Partial<CoderDraft> {
  return {
    ...(joinedLater !== null && { joinedLater }),
    ...(isAny(first) && { first }),
    ...(saysUnsure && { saysUnsure }),
    ...(isAny(second) && { second }),
    ...(isAny(dissents) && { dissents }),
  };
}

const isAny = (record: object) => Object.keys(record).length > 0;
