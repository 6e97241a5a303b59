import { type ExportChoice, listed, mostReferences } from "@/domain/dataset/choice";
import { columnsOf, isFreeText, shortened, unknownColumns } from "@/domain/dataset/chosen-columns";
import type { Field } from "@/domain/dataset/field";
import { tablesFor } from "@/domain/dataset/tables";
import { done, notFound, type Outcome, type Problem, refusedFor } from "@/domain/outcome";
import { mayExport } from "@/domain/workflow";
import { listSamples } from "../cases/case-list";
import type { Viewer } from "../people/people";
import { casesOfState } from "../releases/cases";
import { samplesOfRelease } from "../releases/samples";
import type { Db } from "../store/engine";
import { reader } from "../store/store";
import { bookOf } from "./reading";
import { sourceOf } from "./source";

/**
 * Whether a choice can be made: refused where it names a column or a sample that there is not, or a
 * case that is not in the dataset, or one that is not for this viewer: both are told in the same
 * words; and while a case of the release is being rated again. Not found when there is no such release, and for those
 * who may not export.
 */
export async function checkExportChoice(viewer: Viewer, choice: ExportChoice): Promise<Outcome> {
  return checkChoice(reader(), viewer, choice);
}

/** As `checkExportChoice`, on this connection. For use inside db/. */
export async function checkChoice(db: Db, viewer: Viewer, choice: ExportChoice): Promise<Outcome> {
  if (!mayExport(viewer)) return notFound;
  const source = await sourceOf(db, viewer, choice);
  if (source.kind !== "done") return source;
  const problems = [
    ...(await unknownSamples(db, viewer, choice)),
    ...(await unknownCases(db, viewer, choice)),
    ...(hasColumns(choice)
      ? unknownColumns(tablesFor(viewer), await bookOf(db, choice.release), choice)
      : []),
  ];
  return problems.length > 0 ? refusedFor(problems) : done();
}

// Without any there is nothing to look up.
function hasColumns({ columns }: ExportChoice): boolean {
  return Object.keys(columns).length > 0;
}

async function unknownSamples(db: Db, viewer: Viewer, choice: ExportChoice): Promise<Problem[]> {
  const { release, samples } = choice;
  const known = await samplesOf(db, viewer, release);
  // All samples are null, of which none is unknown.
  const unknown = [...new Set(samples)].filter((sample) => !known.includes(sample));
  if (unknown.length === 0) return [];
  const where = release === null ? "" : ` in release ${release}`;
  const none = unknown.length === 1 ? "There is no sample" : "There are no samples";
  const message = `${none} ${someOf(unknown)}${where}: select others`;
  return [{ field: "samples", message }];
}

function samplesOf(db: Db, viewer: Viewer, release: number | null): Promise<string[]> {
  return release === null ? listSamples(viewer) : samplesOfRelease(db, release);
}

async function unknownCases(db: Db, viewer: Viewer, choice: ExportChoice): Promise<Problem[]> {
  const { references, samples, analysedOnly } = choice;
  if (references === null) return [];
  const field = "references";
  if (references.length > mostReferences)
    return [{ field, message: `Name at most ${mostReferences} cases` }];
  const rows = await casesOfState(db, viewer, choice);
  const there = new Set(rows.map(({ reference }) => reference.toLowerCase()));
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

/**
 * The samples that can be chosen: those of a release or, for null, those of the cases that the viewer
 * may know of. Null for those who may not export, and where no such release is to be had.
 */
export async function listSamplesToExport(
  viewer: Viewer,
  release: number | null,
): Promise<string[] | null> {
  if (!mayExport(viewer)) return null;
  const db = reader();
  if ((await sourceOf(db, viewer, { release })).kind !== "done") return null;
  return samplesOf(db, viewer, release);
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

/**
 * The columns of every table that the viewer may have, as a release has them or, for null, as they
 * are now. Null for those who may not export, and when there is no such release.
 */
export async function listColumns(
  viewer: Viewer,
  release: number | null,
): Promise<TableColumns[] | null> {
  if (!mayExport(viewer)) return null;
  const db = reader();
  if ((await sourceOf(db, viewer, { release })).kind === "not_found") return null;
  const book = await bookOf(db, release);
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
