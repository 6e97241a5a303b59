import { and, eq, or, sql } from "drizzle-orm";
import { mayLearnCommitted } from "../blinding/blinding";
import { yesOrNo } from "../cases/case-facts";
import type { HistoryEntry } from "../cases/history";
import type { Viewer } from "../people/people";
import { importCases, imports, importUndos, people } from "../schema";
import type { Db } from "../store/engine";

/**
 * What imports did to a case, as its history tells it: the log has one entry for a whole import.
 * `takesPart` says whether the viewer leads or codes the case; others learn of it what they learn
 * of the dataset. For use inside db/.
 */
export async function importedDeeds(
  db: Db,
  viewer: Viewer,
  caseId: string,
  takesPart: boolean,
): Promise<HistoryEntry[]> {
  const mayLearn = mayLearnCommitted(viewer, importCases.caseId);
  const isNew = eq(importCases.kind, "new");
  const rows = await db
    .select({
      at: imports.madeAt,
      who: people.name,
      kind: importCases.kind,
      files: imports.files,
      ratingSets: importCases.ratingSets,
      mayLearn: yesOrNo(mayLearn),
    })
    .from(importCases)
    .innerJoin(imports, eq(imports.id, importCases.importId))
    .leftJoin(people, eq(people.id, imports.madeBy))
    .where(
      and(
        eq(importCases.caseId, caseId),
        or(takesPart ? sql`1 = 1` : undefined, and(isNew, mayLearn)),
      ),
    );
  const undone = await db
    .select({ at: importUndos.undoneAt, who: people.name, files: imports.files })
    .from(importCases)
    .innerJoin(imports, eq(imports.id, importCases.importId))
    .innerJoin(importUndos, eq(importUndos.importId, imports.id))
    .leftJoin(people, eq(people.id, importUndos.undoneBy))
    .where(and(eq(importCases.caseId, caseId), takesPart ? undefined : sql`1 = 0`));
  return [
    ...rows.flatMap(({ kind, files, ratingSets, mayLearn: told, ...by }): HistoryEntry[] => {
      const deed = (action: string, subject: string) => ({ ...by, action, subject, reason: "" });
      if (kind === "changed") return [deed("changed the record", inWords(files))];
      const coders = ratingSets === 1 ? "1 coder" : `${ratingSets} coders`;
      const ratings = told && ratingSets > 0 ? [deed("imported independent ratings", coders)] : [];
      return [deed("imported the case", inWords(files)), ...ratings];
    }),
    ...undone.map(({ files, ...by }) => ({
      ...by,
      action: "undid an import",
      subject: inWords(files),
      reason: "",
    })),
  ];
}

function inWords(files: readonly { readonly name: string }[]): string {
  return files.map(({ name }) => name).join(", ");
}
