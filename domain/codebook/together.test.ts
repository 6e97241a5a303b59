import { expect, test } from "vitest";
import { type Codebook, type Factor, firstCodebook, readCodebook } from "./codebook";
import { codebooksTogether, versionsWith } from "./together";

const older = readCodebook(firstCodebook);
const [neglect, emotional] = older.factors as [Factor, Factor];

function version(name: string, factors: readonly Factor[]): Codebook {
  return { ...older, version: name, factors };
}

test("versions together have the factors of the newest first, and a level for every score", () => {
  const plain = { ...neglect, label: "Being neglected", levels: neglect.levels.slice(2) };
  const newest = version("0.2", [plain]);
  const both = codebooksTogether([newest, older]);
  expect(both.version).toBe("0.2");
  expect(both.factors).toHaveLength(13);
  expect(both.factors[0]?.label).toBe("Being neglected");
  expect(both.factors[0]?.levels.map(({ label, score }) => [label, score])).toEqual([
    ["High", 3],
    ["Medium", 2],
    ["Low", 1],
    ["Not indicated", 0],
  ]);
  expect(both.factors[1]).toBe(emotional);
  expect(codebooksTogether([older])).toEqual(older);
});

test("versions are named for a factor that one of them lacks", () => {
  const newest = version("0.2", older.factors.slice(0, 1));
  expect(versionsWith([newest, older], "neglect")).toEqual([]);
  expect(versionsWith([newest, older], "emotional_abuse")).toEqual(["0.1"]);
  expect(versionsWith([older], "emotional_abuse")).toEqual([]);
});
