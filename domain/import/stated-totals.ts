import { childAgeBandOf } from "../case-record/derived";
import { monthsOf } from "../case-record/periods";
import { normal } from "../code-lists/code-lists";
import { agreedRatingFields } from "../dataset/agreed-rating-fields";
import { agreedRatings } from "../dataset/agreed-ratings";
import type { DatasetCase } from "../dataset/case";
import type { Cell, Field, Row } from "../dataset/field";
import type { Book } from "../dataset/table";

/** A total that a file states, and what the study computes instead. */
export interface TotalDifference {
  /** The name of the field, such as involvement_months. */
  readonly field: string;
  readonly stated: string;
  /** Null where there is nothing to compute it from. */
  readonly computed: string | null;
}

const computedFields = [
  "risk_rating",
  "law_group",
  "fatal",
  "involvement_months",
  "involvement_months_band",
  "index_children",
  "index_children_died",
  "mother_age_at_first_birth",
] as const;

/** What the months of a period go by among the totals of its case, by its number there. */
export function periodMonths(number: number): string {
  return `period_months_${number}`;
}

/** The fields of the totals that a file can state: those that are computed of a case, or of a period. */
function fieldsByName(book: Book): (name: string) => Field | undefined {
  const fields = new Map(fieldsOf(book).map((field) => [field.name, field]));
  return (name) => {
    const number = numberOfPeriod(name);
    if (number === null) return fields.get(name);
    return {
      type: "integer",
      least: 0,
      name,
      label: `Months of period ${number}`,
      description: "",
    };
  };
}

function numberOfPeriod(name: string): number | null {
  const number = /^period_months_(\d+)$/.exec(name)?.[1];
  return number === undefined ? null : Number(number);
}

/** The labels of the totals that a file can state, by name; "" for what is none. */
export function labelsOfTotals(book: Book): (name: string) => string {
  const fieldOf = fieldsByName(book);
  return (name) => fieldOf(name)?.label ?? "";
}

function fieldsOf(book: Book): Field[] {
  const own = agreedRatingFields(book).filter(({ name }) =>
    computedFields.some((one) => one === name),
  );
  return [
    ...own,
    { type: "text", name: "age_band", label: "Age bands of the index children", description: "" },
  ];
}

/**
 * Compares totals of a file with those that are computed: gives a function that takes a case as the
 * file would leave it and what the file states of it, and gives back what differs. A code and its
 * label are the same, capitals or not, and so are 17 and "17.0"; a blank states nothing. Throws for
 * a field that is none of those.
 * Example: involvement_months stated as 30 for periods of 2 and 26 months → 30, computed "28".
 */
export function totalsCompared(
  book: Book,
): (each: DatasetCase, stated: Readonly<Record<string, string | number>>) => TotalDifference[] {
  const fieldOf = fieldsByName(book);
  return (each, stated) => {
    const told = Object.entries(stated).filter(([, value]) => String(value).trim() !== "");
    if (told.length === 0) return [];
    const [row] = agreedRatings.rowsOf(book, each);
    return told.flatMap(([name, value]) => {
      const field = fieldOf(name);
      if (!field) throw new Error(`There is no total ${name}`);
      const computed = computedOf(name, each, row);
      if (saysTheSame(field, String(value), computed)) return [];
      return [{ field: name, stated: String(value).trim(), computed: inWords(field, computed) }];
    });
  };
}

function computedOf(name: string, each: DatasetCase, row: Row | undefined): Cell {
  if (name === "age_band") return ageBandsOf(each);
  const number = numberOfPeriod(name);
  if (number === null) return row?.[name] ?? null;
  const period = each.record.periods[number - 1];
  return period ? monthsOf(period) : null;
}

function ageBandsOf({ record: { children } }: DatasetCase): string | null {
  const bands = children.map(({ ageYears }) =>
    ageYears === null ? null : childAgeBandOf(ageYears),
  );
  return bands.length === 0 || bands.includes(null) ? null : bands.join(", ");
}

function saysTheSame(field: Field, stated: string, computed: Cell): boolean {
  if (computed === null) return false;
  if (typeof computed === "number") return Number(stated) === computed;
  return [computed, inWords(field, computed)].some((one) => normal(one ?? "") === normal(stated));
}

function inWords(field: Field, computed: Cell): string | null {
  if (computed === null) return null;
  const code = field.type === "code" && field.codes.find(({ key }) => key === computed);
  return code ? code.label : String(computed);
}
