import { agreedRatingFields } from "../../dataset/agreed-rating-fields";
import { indexChildren, involvementPeriods } from "../../dataset/children-and-periods";
import { codeListFields } from "../../dataset/code-lists-table";
import { levelCodes } from "../../dataset/codes";
import type { Field } from "../../dataset/field";
import { actions, practice } from "../../dataset/practice-and-actions";
import { ratings } from "../../dataset/ratings";
import { type Book, caseRef } from "../../dataset/table";

/** What the rows of a sheet are. */
export const sheetKinds = {
  cases: { label: "Cases, one row each" },
  children: { label: "Index children, one row each" },
  periods: { label: "Involvement periods, one row each" },
  practice: { label: "Practice strengths and shortcomings, one row each" },
  actions: { label: "Actions, one row each" },
  ratings: { label: "Independent ratings, one row per coder and case" },
  ratings_by_factor: { label: "Independent ratings, one row per coder, case and factor" },
  code_lists: { label: "Code lists, one row per value" },
} as const;
export type SheetKind = keyof typeof sheetKinds;

/** Something that a column can hold. */
export interface Target {
  /** What it goes by among the targets of its kind of sheet. */
  readonly key: string;
  readonly label: string;
  readonly field: Field;
  /** Computed in Concord: what a file says is compared with it, and never taken over. */
  readonly compared: boolean;
}

/** The fields of cases that Concord computes. */
export const computedFields: ReadonlySet<string> = new Set([
  "risk_rating",
  "law_group",
  "fatal",
  "involvement_months",
  "involvement_months_band",
  "index_children",
  "index_children_died",
]);

/** The most numbered columns of a kind, such as “Child 1 age” to “Child 12 age”. */
export const mostNumbered = 12;

const coder: Field = {
  type: "text",
  name: "coder",
  label: "Coder",
  description: "The name or letter that the file has for the coder.",
};

/** What columns of a kind of sheet can hold, in the order in which they are offered. */
export function targetsOf(kind: SheetKind, book: Book): Target[] {
  return targets[kind](book);
}

const targets: Readonly<Record<SheetKind, (book: Book) => Target[]>> = {
  cases: (book) => [
    ...caseFields(book).map((field) => ({
      ...target(field),
      compared: computedFields.has(field.name),
    })),
    ...numbered("children", "Child", listFields.children(book)),
    ...numbered("periods", "Period", listFields.periods(book)),
  ],
  children: (book) => [caseRef, ...listFields.children(book)].map(target),
  periods: (book) => [caseRef, ...listFields.periods(book)].map(targetOfList),
  practice: (book) => [caseRef, ...listFields.practice(book)].map(target),
  actions: (book) => [caseRef, ...listFields.actions(book)].map(target),
  ratings: (book) => [caseRef, coder, ...factorFields(book)].map(target),
  ratings_by_factor: (book) =>
    [caseRef, coder, ...levelFields(book), ...besideLevels(book)].map(target),
  code_lists: () => codeListFields.map(target),
};

// What an import brings is of the codebook that holds now, whatever it was of.
function caseFields(book: Book): Field[] {
  return agreedRatingFields(book).filter(({ name }) => name !== "codebook_version");
}

function target(field: Field): Target {
  return { key: field.name, label: field.label, field, compared: false };
}

function targetOfList(field: Field): Target {
  return { ...target(field), compared: field.name === "months" };
}

// The number of a row within its case is no fact of its own, nor is the band of an age.
const without = (names: readonly string[], fields: readonly Field[]) =>
  fields.filter(({ name }) => name !== "case_ref" && !names.includes(name));

/** The fields of the rows that a case can have several of. */
const listFields = {
  children: (book: Book) => without(["child", "age_band"], indexChildren.fields(book)),
  periods: (book: Book) => without(["period"], involvementPeriods.fields(book)),
  practice: (book: Book) => without(["point"], practice.fields(book)),
  actions: (book: Book) => without(["action"], actions.fields(book)),
};

function numbered(list: "children" | "periods", word: string, fields: readonly Field[]): Target[] {
  return Array.from({ length: mostNumbered }, (_, index) => index + 1).flatMap((number) =>
    fields.map((field) => ({
      ...targetOfList(field),
      key: `${list}.${number}.${field.name}`,
      label: `${word} ${number}: ${field.label.toLowerCase()}`,
    })),
  );
}

function factorFields(book: Book): Field[] {
  const factors = new Set(book.codebook.factors.map(({ key }) => key));
  return agreedRatingFields(book).filter(({ name }) => factors.has(name));
}

const beside = [
  ...["origin", "joined_later", "unsure", "note", "second_level", "second_unsure", "second_note"],
  ...["other_themes", "other_description", "second_other_themes", "second_other_description"],
  ...["way", "tags", "reason", "dissent", "dissent_reason"],
];

/** What an export says of a rating beside its level. */
function besideLevels(book: Book): Field[] {
  return ratings.fields(book).filter(({ name }) => beside.includes(name));
}

function levelFields({ codebook }: Book): Field[] {
  const scores = codebook.factors.flatMap((factor) => factor.levels.map(({ score }) => score));
  return [
    {
      type: "code",
      name: "factor",
      label: "Risk factor",
      description: "One of the risk factors.",
      codes: codebook.factors.map(({ key, label }) => ({ key, label })),
    },
    {
      type: "code",
      name: "level",
      label: "Level",
      description: "The level.",
      codes: levelCodes(codebook),
    },
    {
      type: "integer",
      least: 0,
      most: Math.max(...scores),
      name: "score",
      label: "Score",
      description: "The score of the level.",
    },
  ];
}

/**
 * The targets that a page offers for the columns of a sheet: of the numbered ones no more than one
 * above those that were found, and at least the first.
 */
export function offeredTargets(
  matched: {
    readonly kind: SheetKind | null;
    readonly columns: readonly { target: string | null }[];
  },
  book: Book,
): Target[] {
  if (matched.kind === null) return [];
  const highest = (list: string) =>
    Math.max(
      0,
      ...matched.columns.map(({ target }) =>
        target?.startsWith(`${list}.`) ? Number(target.split(".")[1]) : 0,
      ),
    );
  return targetsOf(matched.kind, book).filter(({ key }) => {
    const [list = "", number] = key.split(".");
    return number === undefined || Number(number) <= highest(list) + 1;
  });
}
