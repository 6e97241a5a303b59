import { problemsOn, textOf } from "@/app/act";
import type { FormState } from "@/components/ui/form-state";
import type { Section } from "@/domain/case-record/case-record";
import type { TypedSection } from "@/domain/case-record/read-section";
import { rowFields } from "@/domain/case-record/row-fields";

const mostRows = 100;

/** The rows that can be repeated in a section; undefined where it has none. */
function rowsOf(section: Section) {
  return section in rowFields ? rowFields[section as keyof typeof rowFields] : undefined;
}

/** A section as its form was sent: single fields, and rows as many as it says there are. */
export function typedIn(form: FormData, section: Section): TypedSection {
  const rows = rowsOf(section);
  const texts = (names: readonly string[], prefix = "") =>
    Object.fromEntries(
      names
        .filter((name) => form.has(`${prefix}${name}`))
        .map((name) => [name, textOf(form, `${prefix}${name}`)]),
    );
  const single = [...new Set(form.keys())].filter((name) => !name.includes("."));
  return {
    fields: texts(single),
    rows: rows
      ? Array.from({ length: countIn(form, rows.name) }, (_, index) =>
          texts(Object.keys(rows.fields), `${rows.name}.${index}.`),
        )
      : [],
  };
}

function countIn(form: FormData, name: string): number {
  const count = Number(textOf(form, `${name}.count`));
  return Number.isInteger(count) && count > 0 ? Math.min(count, mostRows) : 0;
}

/** The form as it was sent, with one row more. */
export function oneRowMore(form: FormData, section: Section): FormState {
  const rows = rowsOf(section);
  if (rows) form.set(`${rows.name}.count`, String(countIn(form, rows.name) + 1));
  return problemsOn(form, []);
}

/** The form as it was sent, with nothing in the row that is to be taken out. */
export function oneRowLess(form: FormData, section: Section): FormState {
  const rows = rowsOf(section);
  const row = `${rows?.name}.${textOf(form, "remove")}.`;
  for (const field of Object.keys(rows?.fields ?? {})) form.set(`${row}${field}`, "");
  return problemsOn(form, []);
}
