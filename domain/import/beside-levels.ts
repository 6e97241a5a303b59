import type { Factor } from "../codebook/codebook";
import type { CoderRatings, Decided, GivenLevel, RatedCase } from "../dataset/rated-case";
import type { CaseDraft, CoderDraft } from "./draft";

/** What the study has of how a case was rated and agreed. */
export type HowRated = Pick<RatedCase, "coders" | "decided">;

/** Whether a draft says anything of ratings beside their levels. */
export function saysMoreThanLevels({ decided, ratings }: CaseDraft): boolean {
  return decided !== undefined || ratings.some(saysMore);
}

function saysMore(said: CoderDraft): boolean {
  const { first, second, dissents, joinedLater = null, saysUnsure } = said;
  return Boolean(first || second || dissents || saysUnsure) || joinedLater !== null;
}

/**
 * What a draft says beside the levels of a case where the study has it otherwise: a line on how they
 * were agreed, and one for each coder. What is blank in the file says nothing. Coders are found by
 * their levels, whatever the file calls them.
 * Example: "how levels were agreed: the reason on Neglect"; "coder A: the note on Neglect".
 */
export function besideLevelsOf(
  { decided = {}, ratings }: CaseDraft,
  own: HowRated,
  factors: readonly Factor[],
): string[] {
  const agreed = differences(factors, [
    ["the way of agreeing", (key) => isOther(decided[key]?.way, own.decided[key]?.way)],
    ["the reason", (key) => isOther(decided[key]?.reason, own.decided[key]?.reason)],
    [
      "what lay behind the difference",
      (key) => isOther(tags(decided[key]), tags(own.decided[key])),
    ],
  ]);
  const left = [...own.coders];
  const ofCoders = ratings.flatMap((said) => {
    const places = left.flatMap((one, at) => (hasLevels(one, said) ? [at] : []));
    const told = places.map((at) => ({ at, lines: differencesOf(said, left[at], factors) }));
    const best = told.sort((one, other) => one.lines.length - other.lines.length)[0];
    if (best) left.splice(best.at, 1);
    const lines = best?.lines ?? differencesOf(said, undefined, factors);
    return lines.length > 0 ? [`coder ${said.coder}: ${lines.join("; ")}`] : [];
  });
  return [
    ...(agreed.length > 0 ? [`how levels were agreed: ${agreed.join("; ")}`] : []),
    ...ofCoders,
  ];
}

const tags = (one: Decided | undefined) => [...(one?.tags ?? [])].sort().join();

const themes = (one: GivenLevel | undefined) => [...(one?.themes ?? [])].sort().join();

const isOther = (said: string | null | undefined, own: string | null | undefined) =>
  said !== undefined && said !== null && said !== "" && said !== (own ?? "");

function hasLevels({ first }: CoderRatings, { levels }: CoderDraft): boolean {
  return Object.entries(levels).every(([factor, level]) => first[factor]?.level === level);
}

function differencesOf(
  said: CoderDraft,
  own: CoderRatings | undefined,
  factors: readonly Factor[],
): string[] {
  const { first = {}, second = {}, dissents = {}, joinedLater = null, saysUnsure = false } = said;
  const isUnsure = (key: string) => saysUnsure && isUnsureOtherwise(first[key], own?.first[key]);
  const lines = differences(factors, [
    ["the note", (key) => isOther(first[key]?.note, own?.first[key]?.note)],
    ["“unsure”", isUnsure],
    ["the themes", (key) => isOther(themes(first[key]), themes(own?.first[key]))],
    ["the description", (key) => isOther(first[key]?.description, own?.first[key]?.description)],
    ["the second look", (key) => isOtherLook(second[key], own?.second[key])],
    ["the dissent", (key) => isOtherDissent(dissents[key], own?.dissents[key])],
  ]);
  const isLater = joinedLater !== null && joinedLater !== (own?.joinedLater ?? null);
  return isLater ? [...lines, "whether they joined later"] : lines;
}

function isUnsureOtherwise(said: GivenLevel | undefined, own: GivenLevel | undefined): boolean {
  return (said?.unsure ?? false) !== (own?.unsure ?? false);
}

function isOtherLook(said: GivenLevel | undefined, own: GivenLevel | undefined): boolean {
  if (!said) return false;
  if (said.level !== own?.level || said.unsure !== own.unsure) return true;
  return (
    isOther(said.note, own.note) ||
    isOther(themes(said), themes(own)) ||
    isOther(said.description, own.description)
  );
}

function isOtherDissent(said: string | undefined, own: string | undefined): boolean {
  return said !== undefined && (own === undefined || isOther(said, own));
}

function differences(
  factors: readonly Factor[],
  kinds: readonly (readonly [string, (key: string) => boolean])[],
): string[] {
  return kinds.flatMap(([what, differs]) => {
    const named = factors.filter(({ key }) => differs(key)).map(({ label }) => label);
    return named.length > 0 ? [`${what} on ${named.join(", ")}`] : [];
  });
}
