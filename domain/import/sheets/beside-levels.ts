import { type Codebook, type Factor, findLevel } from "../../codebook/codebook";
import type { Decided, GivenLevel } from "../../dataset/rated-case";
import { type DecisionTag, decisionTags, tagsSchema } from "../../reconciliation/decision-tags";
import type { Way } from "../../reconciliation/reconciliation";
import { orList } from "../faults";
import type { MatchedRow } from "./matched-row";

/** What an export says of a rating beside its level. */
export interface Beside {
  readonly note: string;
  /** Null where the row does not say it. */
  readonly unsure: boolean | null;
  /** As in a draft: null unless the row says that the rating was given in Concord. */
  readonly joinedLater: boolean | null;
  /** What it says of Other and of no other factor, where it says anything. */
  readonly ofOther: OfOther;
  readonly second: GivenLevel | null;
  /** How the level was agreed that the case has; null where the row says nothing of it. */
  readonly decided: Decided | null;
  /** Why the coder dissents from that level, "" without a reason; null where they do not. */
  readonly dissent: string | null;
}

type OfOther = Pick<GivenLevel, "themes" | "description">;

/** What a row for one factor says beside its level. */
export function readBeside(row: MatchedRow, factor: Factor, codebook: Codebook): Beside {
  const isOfConcord = row.code("origin") === "registered";
  const joined = row.code("joined_later");
  const unsure = row.code("unsure");
  return {
    note: row.asWritten("note"),
    unsure: unsure === null ? null : unsure === "yes",
    joinedLater: isOfConcord ? joined === "yes" : null,
    ofOther: readOther(row, factor, codebook, ""),
    second: readSecond(row, factor, codebook),
    decided: readDecided(row),
    dissent: readDissent(row),
  };
}

// Most ratings have nothing of this, and a draft is kept as text.
function readOther(
  row: MatchedRow,
  factor: Factor,
  { otherThemes }: Codebook,
  look: "" | "second_",
): OfOther {
  const [column, words] = [`${look}other_themes`, `${look}other_description`];
  const themes = wordsIn(row, column);
  const description = row.asWritten(words);
  const known = otherThemes.map(({ key }) => key);
  if (!factor.takesThemes) {
    if (themes.length > 0) row.refuse(column, `nothing beside ${factor.label}`);
    if (description !== "") row.refuse(words, `nothing beside ${factor.label}`);
    return {};
  }
  if (themes.some((theme) => !known.includes(theme)))
    row.refuse(column, `any of ${orList(known)}, with a semicolon between them`);
  return {
    ...(themes.length > 0 && { themes: [...new Set(themes)] }),
    ...(description !== "" && { description }),
  };
}

function readSecond(row: MatchedRow, factor: Factor, codebook: Codebook): GivenLevel | null {
  const faults = row.faults();
  const level = row.code("second_level");
  const note = row.asWritten("second_note");
  const unsure = row.code("second_unsure") === "yes";
  const ofOther = readOther(row, factor, codebook, "second_");
  if (level === null) {
    const saysMore = unsure || note !== "" || Object.keys(ofOther).length > 0;
    if (saysMore && row.faults() === faults)
      row.refuse("second_level", "the level that was given in the second look");
    return null;
  }
  if (!findLevel(factor, level)) return row.refuse("second_level", `a level of ${factor.label}`);
  return { level, note, unsure, ...ofOther };
}

function readDecided(row: MatchedRow): Decided | null {
  const way = row.code("way") as Way | null;
  const tags = readTags(row);
  const reason = row.known("reason");
  return way === null && tags.length === 0 && reason === "" ? null : { way, reason, tags };
}

// A reason alone says it too.
function readDissent(row: MatchedRow): string | null {
  const reason = row.known("dissent_reason");
  return row.code("dissent") === "yes" || reason !== "" ? reason : null;
}

function readTags(row: MatchedRow): readonly DecisionTag[] {
  const given = wordsIn(row, "tags");
  if (tagsSchema.safeParse(given).success) return given as DecisionTag[];
  row.refuse("tags", `any of ${orList(Object.keys(decisionTags))}, with a semicolon between them`);
  return [];
}

/** The words of a cell with a semicolon between them. */
function wordsIn(row: MatchedRow, column: string): string[] {
  const words = row.text(column).split(";");
  return words.map((word) => word.trim()).filter((word) => word !== "");
}
