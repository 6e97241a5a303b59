import { expect, it } from "vitest";
import type { Publication } from "../disclosure/figure";
import { whatIsKnown } from "../disclosure/known";
import { otherNumbersFor } from "../disclosure/other-numbers";
import { secretsOf } from "../disclosure/withhold";
import { atOnce } from "../steps";
import { makeTable } from "./make-table";
import { publish } from "./publication";
import { firstBook, referenceCases } from "./reference-cases.fixtures";
import { reportTables } from "./report";

const choice = { thisSample: "2015", earlierSamples: ["2012", "2013", "2014"] };
const tables = reportTables(choice, firstBook.lists).map((kind) =>
  makeTable(kind, firstBook, referenceCases(), choice),
);
const { published } = atOnce(publish(new Map(), { name: "release 1", tables, smallest: 5 }));

/** Withheld figures that are not small, and without which nothing else could be worked out. */
function needlessIn({ shown, withheld }: Publication): string[] {
  const isSafe = (publication: Publication) => {
    const known = whatIsKnown([publication]);
    return secretsOf(publication).every((secret) => otherNumbersFor(secret, known) !== "none");
  };
  return withheld
    .filter(({ nature, unseen }) => nature === "other" && !unseen)
    .filter((one) =>
      isSafe({ shown: [...shown, one], withheld: withheld.filter((other) => other !== one) }),
    )
    .map(({ key }) => key);
}

it.each([...published.keys()])(
  "of %s of the report no count is withheld without need",
  (family) => {
    const publications = published.get(family)?.counts.publications ?? [];
    expect(publications).toHaveLength(1);
    expect(publications.flatMap(needlessIn)).toEqual([]);
  },
);
