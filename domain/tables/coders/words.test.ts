import { expect, it } from "vitest";
import { coderAlone, rulesFor } from "../coded-case";
import type { MeansCompared, Order, OrderUnder } from "../who-coded";
import type { Findings } from "./by-coder";
import { findingsInWords, insteadInWords, readingNotes } from "./words";

const [a, b, majority, agreed] = rulesFor(2);
const c = coderAlone(2);
const all = { cases: [3, 2], ofAll: true } as const;

function sentencesOf(...orders: readonly OrderUnder[]): string[] {
  const compared: MeansCompared = {
    ...{ first: { label: "Public law", cases: 3 }, second: { label: "Private law", cases: 2 } },
    orders,
  };
  const findings: Findings = { farthest: null, lawGroups: [compared], widest: null };
  return findingsInWords({ findings });
}

function under(
  rule: typeof c | undefined,
  order: Order,
  over: Partial<OrderUnder> = {},
): OrderUnder {
  if (!rule) throw new Error("There is no such rule");
  return { rule, order, agreed: order, ...all, ...over };
}

it("says that an order holds whoever decides", () => {
  const orders = (order: Order) => [a, b, majority, agreed].map((rule) => under(rule, order));
  expect(sentencesOf(...orders("higher"))).toEqual([
    "Public law (3 cases) has a higher mean risk rating than private law (2 cases), whoever decides.",
    "Where one of the two has fewer than 10 cases, a single case can turn the order.",
  ]);
  expect(sentencesOf(...orders("lower"))).toEqual([
    "Private law (2 cases) has a higher mean risk rating than public law (3 cases), whoever decides.",
    "Where one of the two has fewer than 10 cases, a single case can turn the order.",
  ]);
  expect(sentencesOf(...orders("the same"))).toEqual([
    "Public law (3 cases) has the same mean risk rating as private law (2 cases), whoever decides.",
    "Where one of the two has fewer than 10 cases, a single case can turn the order.",
  ]);
});

it("says that an order rests on who decides, and under whom it is which", () => {
  expect(
    sentencesOf(
      under(a, "lower", { agreed: "higher" }),
      under(b, "higher"),
      under(agreed, "higher"),
    ),
  ).toEqual([
    "Which of public law (3 cases) and private law (2 cases) has the higher mean risk rating rests on who decides: under coder B alone and as agreed it is public law; under coder A alone it is private law.",
    "Where one of the two has fewer than 10 cases, a single case can turn the order.",
  ]);
});

it("says of a rule that decides on fewer cases what was agreed for the same", () => {
  const fewer = { cases: [1, 1], ofAll: false } as const;
  const usual = [a, b, agreed].map((rule) => under(rule, "higher"));
  expect(sentencesOf(...usual, under(c, "lower", fewer))).toEqual([
    "Public law (3 cases) has a higher mean risk rating than private law (2 cases), whoever decides. Coder C alone decides on fewer of these cases (1 and 1): there private law has the higher mean, as was agreed for the same cases.",
    "Where one of the two has fewer than 10 cases, a single case can turn the order.",
  ]);
  const unlike = { ...fewer, agreed: "higher" } as const;
  const most = under(majority, "higher", fewer);
  expect(sentencesOf(...usual, under(c, "lower", unlike), most)).toEqual([
    "Which of public law (3 cases) and private law (2 cases) has the higher mean risk rating rests on who decides: under coder A alone, under coder B alone and as agreed it is public law. Coder C alone decides on fewer of these cases (1 and 1): there private law has the higher mean, while as agreed for the same cases public law has the higher mean.",
    "Where one of the two has fewer than 10 cases, a single case can turn the order.",
  ]);
  const turned = [a, b, agreed].map((rule) => under(rule, "lower"));
  const two = { cases: [1, 2], ofAll: false } as const;
  expect(sentencesOf(...turned, under(c, "higher", two))).toEqual([
    "Private law (2 cases) has a higher mean risk rating than public law (3 cases), whoever decides. Coder C alone decides on fewer of these cases (2 and 1): there public law has the higher mean, as was agreed for the same cases.",
    "Where one of the two has fewer than 10 cases, a single case can turn the order.",
  ]);
});

it("says nothing of few cases where both have ten, and of equal means that neither is higher", () => {
  const ten = {
    first: { label: "Public law", cases: 12 },
    second: { label: "Private law", cases: 10 },
  };
  const orders = [
    under(a, "the same"),
    under(b, "higher", { agreed: "the same" }),
    under(agreed, "the same"),
  ];
  const findings = { farthest: null, lawGroups: [{ ...ten, orders }], widest: null };
  expect(findingsInWords({ findings })).toEqual([
    "Which of public law (12 cases) and private law (10 cases) has the higher mean risk rating rests on who decides: under coder B alone it is public law; under coder A alone and as agreed it is neither.",
  ]);
});

it("says nothing where only what was agreed has cases of both", () => {
  expect(sentencesOf(under(agreed, "higher"))).toEqual([]);
});

it("says that another sample is shown than was asked for", () => {
  const shown = { sample: "2015" };
  expect(insteadInWords("2014", shown)).toBe(
    "No committed case of 2014 has independent ratings. The figures below are of 2015.",
  );
  expect(insteadInWords("Ring 020 7946 0000!", shown)).toBe(
    "No committed case of the sample that was asked for has independent ratings. The figures below are of 2015.",
  );
});

it("says whom a letter stands for: a coder at random, and of imported ratings the first by name", () => {
  expect(readingNotes[0]).toBe(
    "What a coder gave is what they gave first, before a second look and before the case opened. The letters are those of the room and of exports. Coder A is one of the coders of a case at random, so that coder A of one case need not be coder A of another. Where ratings were imported, coder A is the first by name: there “coder A alone” can be one person in many cases or in all.",
  );
});
