import { desc, eq } from "drizzle-orm";
import { type Codebook, readCodebook } from "@/domain/codebook/codebook";
import { record } from "../audit";
import { codebookLevels, codebooks } from "../schema";
import type { Db } from "../store/engine";
import { theRow } from "../store/rows";
import { keptWithStudy, reader } from "../store/store";

/** Stores a codebook file as a new version, with the levels that ratings may point to. */
export async function introduceCodebook(tx: Db, file: unknown): Promise<Codebook> {
  const codebook = readCodebook(file);
  await tx.insert(codebooks).values({ version: codebook.version, file });
  await tx.insert(codebookLevels).values(
    codebook.factors.flatMap((factor) =>
      factor.levels.map((level) => ({
        codebookVersion: codebook.version,
        factor: factor.key,
        level: level.key,
        score: level.score,
      })),
    ),
  );
  await record(tx, null, { action: "introduced a codebook", subject: codebook.version });
  return codebook;
}

/** The codebook that new cases are rated by. */
export async function currentCodebook(db: Db = reader()): Promise<Codebook> {
  const newest = await db
    .select({ version: codebooks.version })
    .from(codebooks)
    .orderBy(desc(codebooks.introducedAt))
    .limit(1);
  return getCodebook(theRow(newest, "The study has no codebook").version, db);
}

const read = keptWithStudy(() => new Map<string, Codebook>());

/** One version of the codebook. Versions never change, so each is read once per study. */
export async function getCodebook(version: string, db: Db = reader()): Promise<Codebook> {
  const ofThisStudy = read();
  const known = ofThisStudy.get(version);
  if (known) return known;
  const found = await db
    .select({ file: codebooks.file })
    .from(codebooks)
    .where(eq(codebooks.version, version));
  const codebook = readCodebook(theRow(found, `The study has no codebook ${version}`).file);
  ofThisStudy.set(version, codebook);
  return codebook;
}

/**
 * These versions of the codebook, the newest first; of none the one that new cases are rated by. For
 * use inside db/.
 */
export async function codebooksNamed(
  db: Db,
  versions: ReadonlySet<string>,
): Promise<[Codebook, ...Codebook[]]> {
  const named = (await newestFirst(db)).filter((version) => versions.has(version));
  const [newest, ...older] = await Promise.all(named.map((version) => getCodebook(version, db)));
  return newest ? [newest, ...older] : [await currentCodebook(db)];
}

async function newestFirst(db: Db): Promise<string[]> {
  const rows = await db
    .select({ version: codebooks.version })
    .from(codebooks)
    .orderBy(desc(codebooks.introducedAt), desc(codebooks.version));
  return rows.map(({ version }) => version);
}

/** A version of the codebook and those before it, the newest first. For use inside db/. */
export async function codebooksUpTo(db: Db, version: string): Promise<[Codebook, ...Codebook[]]> {
  const order = await newestFirst(db);
  return codebooksNamed(db, new Set(order.slice(order.indexOf(version))));
}

/** Every version of the codebook, by its name. For use inside db/. */
export async function allCodebooks(db: Db): Promise<Map<string, Codebook>> {
  const rows = await db.select({ version: codebooks.version }).from(codebooks);
  const all = new Map<string, Codebook>();
  for (const { version } of rows) all.set(version, await getCodebook(version, db));
  return all;
}
