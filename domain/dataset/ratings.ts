import { levelOf } from "../codebook/codebook";
import { decisionTags } from "../reconciliation/decision-tags";
import { ways } from "../reconciliation/reconciliation";
import { orNull } from "./agreed-ratings";
import { fixedCodes, levelCodes, yesOrNo } from "./codes";
import type { Field, Row } from "./field";
import type { CoderRatings, GivenLevel, RatedCase } from "./rated-case";
import { type Book, caseRef, type TableKind } from "./table";

/** What each coder gave and what was agreed, a row for each case, factor and coder. */
export const ratings: TableKind = {
  name: "ratings",
  title: "Ratings side by side, one row per case, factor and coder",
  description:
    "What each coder of a committed case gave independently, what they gave in a second look, and what was agreed. For leads alone. Coders have letters, drawn for each case: the A of one case is not the A of another. Imported coders come first, in the order of the names that their file gave them. Cases without independent ratings are not in it, nor are coders who joined after the version was committed, nor the passages that coders quoted.",
  key: ["case_ref", "factor", "coder"],
  forLeads: true,
  fields: ratingFields,
  rowsOf(book, each) {
    if (each.levels === null || each.codebookVersion === null) return [];
    const { factors } = book.codebookOf(each.codebookVersion);
    return factors.flatMap(({ key }) =>
      each.coders.flatMap((coder) => ratingRows(book, each, key, coder)),
    );
  },
};

// One row, or none where this coder gave nothing.
function ratingRows(book: Book, each: RatedCase, factor: string, coder: CoderRatings): Row[] {
  const first = coder.first[factor];
  if (!first) return [];
  const second = coder.second[factor];
  const decided = each.decided[factor];
  const agreed = each.levels?.[factor];
  const yes = (is: boolean) => (is ? "yes" : "no");
  return [
    {
      ...{ case_ref: each.reference, factor, coder: coder.letter },
      origin: coder.imported ? "imported" : "registered",
      joined_later: coder.imported ? null : yes(coder.joinedLater),
      level: first.level,
      score: scoreOf(book, each, factor, first.level),
      unsure: coder.imported ? null : yes(first.unsure),
      note: orNull(first.note),
      other_themes: themesOf(first),
      other_description: orNull(first.description ?? ""),
      second_level: second?.level ?? null,
      second_score: scoreOf(book, each, factor, second?.level),
      second_unsure: second ? yes(second.unsure) : null,
      second_note: second ? orNull(second.note) : null,
      second_other_themes: second ? themesOf(second) : null,
      second_other_description: orNull(second?.description ?? ""),
      agreed_level: agreed ?? null,
      agreed_score: scoreOf(book, each, factor, agreed),
      way: decided?.way ?? null,
      tags: decided ? orNull(decided.tags.join("; ")) : null,
      reason: decided ? orNull(decided.reason) : null,
      dissent: coder.dissents[factor] === undefined ? null : "yes",
      dissent_reason: orNull(coder.dissents[factor] ?? ""),
      version: each.version,
      codebook_version: each.codebookVersion,
    },
  ];
}

const themesOf = ({ themes = [] }: GivenLevel) => orNull(themes.join("; "));

function scoreOf({ codebookOf, codebook }: Book, each: RatedCase, key: string, level?: string) {
  const own = each.codebookVersion === null ? codebook : codebookOf(each.codebookVersion);
  const factor = own.factors.find((one) => one.key === key);
  return factor === undefined || level === undefined ? null : levelOf(factor, level).score;
}

function ratingFields({ codebook }: Book): Field[] {
  const level = (name: string, label: string, description: string): Field => ({
    ...{ type: "code", name, label, description, codes: levelCodes(codebook) },
  });
  const score = (name: string, label: string): Field => ({
    ...{ type: "integer", least: 0, most: 3, name, label, description: "The score of that level." },
  });
  const yesNo = (name: string, label: string, description: string): Field => ({
    ...{ type: "code", name, label, description, codes: yesOrNo },
  });
  const ownWords = (name: string, label: string, description: string): Field => ({
    ...{ type: "text", free: true, name, label, description },
  });
  const several = (name: string, label: string, description: string): Field => ({
    ...{ type: "text", name, label },
    description: `${description}, with a semicolon between them.`,
  });
  const tags = Object.entries(decisionTags).map(([key, { label }]) => `${key} (${label})`);
  const themes = codebook.otherThemes.map(({ key, label }) => `${key} (${label})`).join(", ");
  return [
    caseRef,
    {
      ...{ type: "code", name: "factor", label: "Risk factor" },
      description: "One of the 13 risk factors.",
      codes: codebook.factors.map(({ key, label }) => ({ key, label })),
    },
    {
      ...{ type: "text", name: "coder", label: "Coder" },
      description: "The letter of the coder, which holds for this case alone.",
    },
    {
      ...{ type: "code", name: "origin", label: "Origin of the rating" },
      description:
        "Whether it was given in Concord, where nobody learned of another’s before, or imported: that it was given independently is then what the file says. An import keeps what a file of Concord says of this.",
      codes: [
        { key: "registered", label: "Given in Concord" },
        { key: "imported", label: "Imported" },
      ],
    },
    yesNo(
      "joined_later",
      "Joined later",
      "Whether the coder joined after the others had begun to discuss. They rated without being shown what others gave. Missing for imported ratings.",
    ),
    level("level", "Independent level", "What the coder gave first, before anybody else’s opened."),
    score("score", "Independent score"),
    yesNo(
      "unsure",
      "Unsure",
      "Whether the coder marked that rating as unsure; missing for imported ratings.",
    ),
    ownWords("note", "Note", "What the coder noted beside it."),
    several(
      "other_themes",
      "Other, themes",
      `The themes that the coder named for Other, and in no other row: any of ${themes}`,
    ),
    ownWords("other_description", "Other, description", "What risk the coder rated under Other."),
    level(
      "second_level",
      "Second look, level",
      "What the coder gave when they read the factor again, still without knowing what others gave; missing where they did not.",
    ),
    score("second_score", "Second look, score"),
    yesNo("second_unsure", "Second look, unsure", "Whether they marked it as unsure then."),
    ownWords("second_note", "Second look, note", "What they noted then."),
    several(
      "second_other_themes",
      "Second look, themes of Other",
      "The themes that they named for Other then, from the same list",
    ),
    ownWords(
      "second_other_description",
      "Second look, description of Other",
      "What risk they rated under Other then.",
    ),
    level("agreed_level", "Agreed level", "What the team agreed; the same for every coder."),
    score("agreed_score", "Agreed score"),
    {
      ...{ type: "code", name: "way", label: "How it was agreed" },
      description:
        "How the agreed level was reached; missing for imported agreed ratings, where it is not known.",
      codes: fixedCodes(ways),
    },
    several("tags", "What lay behind a difference", `Any of ${tags.join(", ")}`),
    ownWords("reason", "Reason", "Why that level was agreed."),
    {
      ...{ type: "code", name: "dissent", label: "Dissent" },
      description:
        "Yes where the coder recorded dissent from the agreed level and it stood when the version was committed; else missing.",
      codes: yesOrNo.filter(({ key }) => key === "yes"),
    },
    ownWords("dissent_reason", "Why they dissent", "The coder’s reason for it."),
    {
      ...{ type: "integer", least: 1, name: "version", label: "Version" },
      description: "How often the case has been committed.",
    },
    {
      ...{ type: "text", name: "codebook_version", label: "Codebook" },
      description: "The version of the codebook that the case was rated by.",
    },
  ];
}
