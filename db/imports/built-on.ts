import { and, asc, eq, inArray, is, or, type SQL, sql } from "drizzle-orm";
import { getTableConfig, type SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import * as schema from "../schema";
import type { Db } from "../store/engine";

const { importCases } = schema;

/** The tables that hold what an import makes of a new case, in the order in which rows can go. */
export const tablesOfNewCases = [
  schema.importedSecondRatings,
  schema.importedDissents,
  schema.submittedRatings,
  schema.ratingSubmissions,
  schema.datasetRatings,
  schema.datasetVersions,
  schema.caseActions,
  schema.practicePoints,
  schema.involvementPeriods,
  schema.indexChildren,
  schema.caseRecords,
  schema.cases,
] as const;

/**
 * For each foreign key of another table that points to one of these: that a row points to what the
 * case in `import_cases` consists of. Read from the schema, so that a table of tomorrow counts.
 */
const builtOn: readonly SQL[] = Object.values(schema)
  .filter((one) => is(one, SQLiteTable))
  .filter((table) => !tablesOfNewCases.some((own) => own === table))
  .flatMap((table) =>
    getTableConfig(table).foreignKeys.flatMap((key) => {
      const { columns, foreignTable, foreignColumns } = key.reference();
      if (!tablesOfNewCases.some((own) => own === foreignTable)) return [];
      const isCase = (column: SQLiteColumn) =>
        column.name === "case_id" || column === schema.cases.id;
      const pairs = columns.map((from, at) => ({ from, to: foreignColumns[at] ?? from }));
      const whole = pairs.find(({ to }) => isCase(to));
      const where = whole
        ? sql`${whole.from} = ${importCases.caseId}`
        : sql`${pairs[0]?.from} in (select f.id from ${foreignTable} f where f.case_id = ${importCases.caseId})`;
      return [sql`exists (select 1 from ${table} where ${where})`];
    }),
  );

// A later import that was undone has left two revisions: its own, and what held before it again.
const undoneSince = sql`(select count(*) from import_cases i
    join import_undos u on u.import_id = i.import_id
    where i.case_id = ${importCases.caseId} and i.revision > ${importCases.revision})`;

const standsElsewhere = sql`(select max(r.revision) from case_records r
    where r.case_id = ${importCases.caseId}) <> ${importCases.revision} + 2 * ${undoneSince}`;

const committedSince = sql`coalesce((select max(v.version) from dataset_versions v
    where v.case_id = ${importCases.caseId}), 0) <> coalesce(${importCases.version}, 0)`;

const isNew = eq(importCases.kind, "new");

/**
 * Those of these cases that are no longer as an import left them: the record of one was changed,
 * other than by later imports that were undone, or a new one was committed again, or somebody went on
 * with it. For use inside db/.
 */
export async function casesInTheWay(
  tx: Db,
  importId: string,
  caseIds: readonly string[],
): Promise<string[]> {
  const rows = await tx
    .select({ reference: importCases.reference })
    .from(importCases)
    .where(
      and(
        eq(importCases.importId, importId),
        inArray(importCases.caseId, [...caseIds]),
        or(standsElsewhere, and(isNew, or(committedSince, ...builtOn))),
      ),
    )
    .orderBy(asc(importCases.reference));
  return rows.map(({ reference }) => reference);
}
