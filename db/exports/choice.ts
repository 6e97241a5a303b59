import { type ExportChoice, listed, mostReferences } from "@/domain/dataset/choice";
import { columnsOf, isFreeText, shortened, unknownColumns } from "@/domain/dataset/chosen-columns";
import type { Field } from "@/domain/dataset/field";
import { tablesFor } from "@/domain/dataset/tables";
import { done, notFound, type Outcome, type Problem, refusedFor } from "@/domain/outcome";
import { mayExport } from "@/domain/workflow";
import type { Db } from "../engine";
import type { Viewer } from "../people";
import { reader } from "../store";
import { bookNow, datasetCases } from "./reading";

/**
 * Whether a choice can be made: refused where it names a column that there is not, or a case that
 * is not in the dataset, or is not for this viewer: both are told in the same words. Not found for
 * those who may not export.
 */
export async function checkExportChoice(viewer: Viewer, choice: ExportChoice): Promise<Outcome> {
  if (!mayExport(viewer)) return notFound;
  const db = reader();
  const problems = [
    ...(await unknownCases(db, viewer, choice)),
    ...(hasColumns(choice) ? unknownColumns(tablesFor(viewer), await bookNow(db), choice) : []),
  ];
  return problems.length > 0 ? refusedFor(problems) : done();
}

// Without any there is nothing to look up.
function hasColumns({ columns }: ExportChoice): boolean {
  return Object.keys(columns).length > 0;
}

async function unknownCases(db: Db, viewer: Viewer, choice: ExportChoice): Promise<Problem[]> {
  const { references, samples, analysedOnly } = choice;
  if (references === null) return [];
  const field = "references";
  if (references.length > mostReferences)
    return [{ field, message: `Name at most ${mostReferences} cases` }];
  const there = new Set<string>();
  for await (const some of datasetCases(db, viewer, choice))
    for (const { reference } of some) there.add(reference.toLowerCase());
  const unknown = references.filter((reference) => !there.has(reference.toLowerCase()));
  if (unknown.length === 0) return [];
  const chosen = samples !== null || analysedOnly;
  const where = chosen
    ? "Not in the dataset, or not among the cases selected"
    : "Not in the dataset";
  return [{ field, message: `${where}: ${someOf(unknown)}` }];
}

function someOf(typed: readonly string[]): string {
  const shown = typed.slice(0, 10).map(shortened);
  const more = typed.length - shown.length;
  return listed(more > 0 ? [...shown, `${more} more`] : shown);
}

/** The columns of a table that can be chosen; those that name its rows always go along. */
export interface TableColumns {
  readonly table: string;
  /** The name of the form field. */
  readonly field: string;
  readonly title: string;
  readonly always: readonly string[];
  readonly columns: readonly {
    readonly name: string;
    readonly label: string;
    readonly free: boolean;
  }[];
}

/** The columns of every table that the viewer may have. Null for those who may not export. */
export async function listColumns(viewer: Viewer): Promise<TableColumns[] | null> {
  if (!mayExport(viewer)) return null;
  const book = await bookNow(reader());
  return tablesFor(viewer).map((kind) => {
    const isKey = ({ name }: Field) => kind.key.includes(name);
    const fields = kind.fields(book);
    return {
      ...{ table: kind.name, field: columnsOf(kind.name), title: kind.title },
      always: fields.filter(isKey).map(({ label }) => label),
      columns: fields
        .filter((field) => !isKey(field))
        .map((field) => ({ name: field.name, label: field.label, free: isFreeText(field) })),
    };
  });
}
