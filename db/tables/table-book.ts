import { codebooksTogether } from "@/domain/codebook/together";
import type { TableBook } from "@/domain/tables/table";
import { bookOf } from "../exports/reading";
import type { Db } from "../store/engine";
import { codebooksUpTo } from "../study/codebooks";

/**
 * What the tables of a release, or for null of the dataset as it is now, are named by. Its codebook
 * has the factors of earlier versions too, because cases that were rated by these stay in the tables.
 * For use inside db/.
 */
export async function tableBookOf(db: Db, release: number | null): Promise<TableBook> {
  const { lists, codebook } = await bookOf(db, release);
  return { lists, codebook: codebooksTogether(await codebooksUpTo(db, codebook.version)) };
}
