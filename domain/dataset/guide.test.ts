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

it("names what is in no file and does not come back, the days of samples too", () => {
  const guide = dataGuide({ lists: firstCodeLists, codebook, codebookOf: () => codebook });
  const [, named] =
    /What no table of an export holds does not come back: (.*?)\. /.exec(guide) ?? [];
  expect(named?.split(", ")).toEqual([
    ...["passages that coders quoted", "meeting notes", "precedents"],
    ...["earlier versions of a case and of its record"],
    ...["the days of samples", "Table 2 and the notification figures", "practice cases"],
    ...["the log", "settings", "and releases", "from the last of which CHANGES.txt is told"],
  ]);
});
