import { percentText } from "../tables/cell-text";
import { listed } from "./choice";
import type { HowRated } from "./how-rated";

/**
 * A paragraph for a methods section: how many coders rated the cases of an export, how
 * independently, and how differences were settled, with the numbers. It says what is not held, so
 * that nobody takes it for more.
 *
 * Percentages are whole: 120 of 832 is 14%.
 * Example: “Of 2 committed cases, 1 was rated independently by two or more coders before any
 * discussion (1 by two coders). …”
 */
export function methodsParagraph(counts: HowRated): string {
  if (counts.cases === 0)
    return "The export holds no committed case, so that there is nothing to say of how cases were rated.";
  return [
    ...rated(counts),
    ...imported(counts),
    ...without(counts),
    ...joined(counts),
    ...compared(counts),
    ...readAgain(counts),
    ...settled(counts),
  ].join(" ");
}

function rated({ cases, here }: HowRated): string[] {
  const all = sum([...here.values()]);
  if (all === 0)
    return [
      cases === 1
        ? "The 1 committed case was not rated in Concord by two or more coders."
        : `None of ${cases} committed cases was rated in Concord by two or more coders.`,
    ];
  const byCoders = [...here]
    .sort(([a], [b]) => a - b)
    .map(([coders, of]) => `${of} by ${words[coders] ?? coders} coders`);
  return [
    `Of ${many(cases, "committed case")}, ${all} ${wasOrWere(all)} rated independently by two or more coders before any discussion (${listed(byCoders)}).`,
    "None of these coders could learn what another had given until every coder of the case had submitted.",
  ];
}

const words: Readonly<Record<number, string>> = { 2: "two", 3: "three", 4: "four", 5: "five" };

function imported({ imported, importedByOne }: HowRated): string[] {
  const sentences: string[] = [];
  if (imported > 0)
    sentences.push(
      `For ${many(imported, "case")}, ratings by two or more coders were imported; that they were made independently is what the imported files say.`,
    );
  if (importedByOne > 0)
    sentences.push(
      `For ${many(importedByOne, "case")}, ratings by one coder were imported, which can be compared with no other.`,
    );
  return sentences;
}

function without({ cases, here, imported, importedByOne }: HowRated): string[] {
  const none = cases - sum([...here.values()]) - imported - importedByOne;
  if (none === 0) return [];
  if (none === cases)
    return [
      "Only agreed ratings are held: how far coders agreed before they discussed, and how differences were settled, cannot be said.",
    ];
  return [
    `For ${many(none, "case")}, only agreed ratings are held, and how they were reached is not known.`,
  ];
}

function joined({ joinedLater }: HowRated): string[] {
  if (joinedLater === 0) return [];
  return [
    `In ${many(joinedLater, "case")}, another coder joined after the discussion had begun, and rated without being shown what the others had given.`,
  ];
}

function compared({ compared: all, differed }: HowRated): string[] {
  if (all === 0) return [];
  const ofAll = `Of ${many(all, "comparison")} of a risk factor in a case`;
  if (differed === 0) return [`${ofAll}, coders differed on none.`];
  return [`${ofAll}, coders differed on ${differed} (${percentText(differed, all)}).`];
}

function readAgain({ secondLooks, readAgain: factors, stillDiffered }: HowRated): string[] {
  if (secondLooks === 0) return [];
  const still = stillDiffered === 0 ? "none" : String(stillDiffered);
  const again = `the coders read ${many(factors, "factor")} again before any discussion`;
  return [
    `In ${many(secondLooks, "case")}, ${again}, still without learning what others had given; on ${still} of them levels differed after it.`,
  ];
}

function settled({ differed, settled: by, agreedOtherwise }: HowRated): string[] {
  const sentences = differed === 1 ? [howItWasSettled(by)] : howTheyWereSettled(differed, by);
  if (agreedOtherwise > 0)
    sentences.push(
      `On ${many(agreedOtherwise, "comparison")} all coders had given the same level and another was agreed.`,
    );
  return sentences;
}

const manners = {
  after_discussion: "after discussion",
  third_coder: "by a third coder",
  lead_decision: "by a decision of the lead",
} as const;
const known = Object.keys(manners) as (keyof typeof manners)[];

function howItWasSettled(by: HowRated["settled"]): string {
  const way = known.find((one) => by[one] > 0);
  if (way) return `It was settled ${manners[way]}.`;
  if (by.all_the_same > 0) return "It had gone when the case opened to discussion.";
  return "How it was settled is not known.";
}

function howTheyWereSettled(differed: number, by: HowRated["settled"]): string[] {
  if (differed > 0 && by.unknown === differed) return ["How they were settled is not known."];
  const parts = known
    .filter((way) => by[way] > 0)
    .map((way, index) =>
      [by[way], ...(index === 0 ? [wasOrWere(by[way]), "settled"] : []), manners[way]].join(" "),
    );
  if (by.all_the_same > 0)
    parts.push(`${by.all_the_same} had gone when the cases opened to discussion`);
  return [
    ...(parts.length > 0 ? [`Of these differences, ${listed(parts)}.`] : []),
    ...(by.unknown > 0
      ? [`How ${by.unknown} of them ${wasOrWere(by.unknown)} settled is not known.`]
      : []),
  ];
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}

function many(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}

function wasOrWere(count: number): string {
  return count === 1 ? "was" : "were";
}
