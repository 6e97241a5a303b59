import { type Factor, findLevel } from "../../codebook/codebook";
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
  readonly second: GivenLevel | null;
  /** How the level was agreed that the case has; null where the row says nothing of it. */
  readonly decided: Decided | null;
}

/** What a row for one factor says beside its level. */
export function readBeside(row: MatchedRow, factor: Factor): Beside {
  const isOfConcord = row.code("origin") === "registered";
  const joined = row.code("joined_later");
  const unsure = row.code("unsure");
  return {
    note: row.asWritten("note"),
    unsure: unsure === null ? null : unsure === "yes",
    joinedLater: isOfConcord ? joined === "yes" : null,
    second: readSecond(row, factor),
    decided: readDecided(row),
  };
}

function readSecond(row: MatchedRow, factor: Factor): GivenLevel | null {
  const level = row.code("second_level");
  const note = row.asWritten("second_note");
  const unsure = row.code("second_unsure") === "yes";
  if (level === null) return null;
  if (!findLevel(factor, level)) return row.refuse("second_level", `a level of ${factor.label}`);
  return { level, note, unsure };
}

function readDecided(row: MatchedRow): Decided | null {
  const way = row.code("way") as Way | null;
  const tags = readTags(row);
  const reason = row.words("reason");
  return way === null && tags.length === 0 && reason === "" ? null : { way, reason, tags };
}

function readTags(row: MatchedRow): readonly DecisionTag[] {
  const words = row.text("tags").split(";");
  const given = words.map((word) => word.trim()).filter((word) => word !== "");
  if (tagsSchema.safeParse(given).success) return given as DecisionTag[];
  row.refuse("tags", `any of ${orList(Object.keys(decisionTags))}, with a semicolon between them`);
  return [];
}
