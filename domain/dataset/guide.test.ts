import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { firstCodeLists } from "../code-lists/code-lists";
import { firstCodebook, readCodebook } from "../codebook/codebook";
import { dataGuide } from "./guide";

const codebook = readCodebook(firstCodebook);

it("docs/data.md says what the files hold; if not, run npm run guide", () => {
  const guide = readFileSync(join(import.meta.dirname, "../../docs/data.md"), "utf8");
  expect(guide).toBe(dataGuide({ lists: firstCodeLists, codebook, codebookOf: () => codebook }));
});
