import { describe, expect, it } from "vitest";
import { countCase, nothingCounted } from "./how-rated";
import { methodsParagraph } from "./methods";
import type { RatedCase } from "./rated-case";
import { coder, ratedCase } from "./rated-cases.fixtures";

const rest = "000000000000";
const all = `3${rest}`;

function paragraphOf(...cases: readonly RatedCase[]): string {
  const counts = nothingCounted();
  for (const each of cases) countCase(counts, each);
  return methodsParagraph(counts);
}

const alone =
  "None of these coders could learn what another had given until every coder of the case had submitted.";

describe("the paragraph on methods says", () => {
  it("of nothing that there is nothing to say", () => {
    expect(paragraphOf({ ...ratedCase(all, []), levels: null })).toBe(
      "The export holds no committed case, so that there is nothing to say of how cases were rated.",
    );
  });

  it("of agreed ratings alone that the rest is not known", () => {
    const onlyAgreed =
      "Only agreed ratings are held: how far coders agreed before they discussed, and how differences were settled, cannot be said.";
    expect(paragraphOf(ratedCase(all, [], null))).toBe(
      `The 1 committed case was not rated in Concord by two or more coders. ${onlyAgreed}`,
    );
    expect(paragraphOf(ratedCase(all, [], null), ratedCase(all, [], null))).toBe(
      `None of 2 committed cases was rated in Concord by two or more coders. ${onlyAgreed}`,
    );
  });

  it("of one case and one difference, in the singular", () => {
    expect(paragraphOf(ratedCase(all, [coder(all), coder(`2${rest}`)]))).toBe(
      `Of 1 committed case, 1 was rated independently by two or more coders before any discussion (1 by two coders). ${alone} Of 13 comparisons of a risk factor in a case, coders differed on 1 (8%). It was settled after discussion.`,
    );
  });

  it("of coders who did not differ that they did not", () => {
    expect(paragraphOf(ratedCase(all, [coder(all), coder(all)], "all_the_same"))).toBe(
      `Of 1 committed case, 1 was rated independently by two or more coders before any discussion (1 by two coders). ${alone} Of 13 comparisons of a risk factor in a case, coders differed on none.`,
    );
  });

  it("of many cases how many coders each had, and how differences were settled", () => {
    const two = [coder("3300000000000"), coder("2200000000000")];
    const three = [coder(all), coder(`2${rest}`), coder(`1${rest}`)];
    expect(
      paragraphOf(
        ratedCase(all, two),
        ratedCase(all, two, "lead_decision"),
        ratedCase(all, three, "third_coder"),
        ratedCase(`1${rest}`, [coder(all), coder(all)]),
        ratedCase(all, [], null),
      ),
    ).toBe(
      `Of 5 committed cases, 4 were rated independently by two or more coders before any discussion (3 by two coders and 1 by three coders). ${alone} For 1 case, only agreed ratings are held, and how they were reached is not known. Of 52 comparisons of a risk factor in a case, coders differed on 5 (10%). Of these differences, 2 were settled after discussion, 1 by a third coder and 2 by a decision of the lead. On 1 comparison all coders had given the same level and another was agreed.`,
    );
  });

  it("of imported ratings what they are, and that how they were settled is not known", () => {
    const imported = { imported: true };
    const two = [coder("3300000000000", imported), coder(`2${rest}`, imported)];
    expect(
      paragraphOf(
        ratedCase(all, two, null),
        ratedCase(all, two, null),
        ratedCase(all, [coder(all, imported)], null),
      ),
    ).toBe(
      "None of 3 committed cases was rated in Concord by two or more coders. For 2 cases, ratings by two or more coders were imported; that they were made independently is what the imported files say. For 1 case, ratings by one coder were imported, which can be compared with no other. Of 26 comparisons of a risk factor in a case, coders differed on 4 (15%). How they were settled is not known.",
    );
  });

  it("of how many differences it is not known how they were settled, where it is of others", () => {
    const two = [coder("3300000000000"), coder("2200000000000")];
    const paragraph = paragraphOf(
      ratedCase(all, two, null),
      ratedCase(all, [coder(all), coder(`2${rest}`)]),
    );
    expect(paragraph).toMatch(
      /coders differed on 3 \(12%\)\. Of these differences, 1 was settled after discussion\. How 2 of them were settled is not known\.$/,
    );
  });

  it("of a second look what it changed", () => {
    const two = [
      coder("3300000000000", { second: "23" }),
      coder("2200000000000", { second: "22" }),
    ];
    const once = ratedCase(`2${rest}`, two);
    const { neglect = { way: null, reason: "", tags: [] } } = once.decided;
    const settled = {
      ...once,
      decided: { ...once.decided, neglect: { ...neglect, way: "all_the_same" as const } },
    };
    expect(paragraphOf(settled)).toBe(
      `Of 1 committed case, 1 was rated independently by two or more coders before any discussion (1 by two coders). ${alone} Of 13 comparisons of a risk factor in a case, coders differed on 2 (15%). In 1 case, the coders read 2 factors again before any discussion, still without learning what others had given; on 1 of them levels differed after it. Of these differences, 1 was settled after discussion and 1 had gone when the cases opened to discussion.`,
    );
  });

  it("of a coder who joined later that they rated unshown, beside the two before the discussion", () => {
    const joined = [coder(all), coder(all), coder(`2${rest}`, { joinedLater: true })];
    expect(paragraphOf(ratedCase(all, joined, "third_coder"))).toBe(
      `Of 1 committed case, 1 was rated independently by two or more coders before any discussion (1 by two coders). ${alone} In 1 case, another coder joined after the discussion had begun, and rated without being shown what the others had given. Of 13 comparisons of a risk factor in a case, coders differed on 1 (8%). It was settled by a third coder.`,
    );
  });
});
