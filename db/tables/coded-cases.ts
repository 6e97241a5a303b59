import type { CodedCase } from "@/domain/tables/coded-case";
import type { Viewer } from "../people/people";
import { scoresGivenBefore } from "../ratings/given-before";
import type { Db } from "../store/engine";
import { keptByKey } from "./cache";
import { inParts, type TableCaseRead, type TableState } from "./kept-cases";

/**
 * The cases of a state with what their coders gave, as far as a lead may learn it. Other people may
 * learn it of fewer cases: this is for leads alone. For use inside db/.
 */
export function codedCases(
  db: Db,
  lead: Viewer,
  { key, cases }: TableState,
): Promise<readonly CodedCase[]> {
  // To leads a state that is the same has the same ratings behind it.
  return kept(key, async () => {
    const coded: CodedCase[] = [];
    for await (const some of inParts(await cases()))
      coded.push(...(await withGiven(db, lead, some)));
    return coded;
  });
}

const kept = keptByKey<readonly CodedCase[]>(1);

async function withGiven(
  db: Db,
  lead: Viewer,
  cases: readonly TableCaseRead[],
): Promise<CodedCase[]> {
  const versionIds = cases.flatMap(({ versionId }) => versionId ?? []);
  const given = await scoresGivenBefore(db, lead, versionIds);
  return cases.map(({ versionId, ...each }) => {
    const coders = versionId === null ? [] : (given.get(versionId) ?? []);
    return {
      ...each,
      given: coders.map(({ scores }) => scores),
      themes: coders.flatMap(({ themes }) => themes),
    };
  });
}
