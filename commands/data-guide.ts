import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { firstCodeLists } from "@/domain/code-lists/code-lists";
import { firstCodebook, readCodebook } from "@/domain/codebook/codebook";
import { dataGuide } from "@/domain/dataset/guide";

/* Writes docs/data.md: what every file of an export holds. */

const codebook = readCodebook(firstCodebook);
writeFileSync(
  join("docs", "data.md"),
  dataGuide({ lists: firstCodeLists, codebook, codebookOf: () => codebook }),
);
