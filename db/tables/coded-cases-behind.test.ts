import { expect, test } from "vitest";
import { notFound } from "@/domain/outcome";
import { lineName } from "@/domain/tables/cases-behind";
import { agreedForSame } from "@/domain/tables/coders/same-cases";
import { assignCoders } from "../assignments/assignments";
import { reopenCase } from "../dataset/reopening";
import {
  agree,
  agreeEverything,
  caseFor,
  commit,
  must,
  person,
  rateAndSubmit,
  release,
} from "../fixtures";
import type { Viewer } from "../people/people";
import { bringReferenceCases } from "../reference-cases.fixtures";
import { getByCoder } from "./by-coder";
import type { CellAsked } from "./cases-behind";
import { getCodedCasesBehind } from "./coded-cases-behind";
import { analyst, ann, bob, cy, inStudyWithTeam, lead } from "./team.fixtures";

inStudyWithTeam();

const total: CellAsked = {
  ...{ release: null, table: "table_10", line: "total-total", column: "this majority" },
};

/** The references and values behind a cell; null where it is not told. */
async function behind(viewer: Viewer, asked: Partial<CellAsked> = {}) {
  const found = await getCodedCasesBehind(viewer, { ...total, ...asked });
  return found.kind === "done"
    ? found.value.rows.map(({ reference, value }) => `${reference}: ${value}`)
    : null;
}

/** Two coders who differ on neglect alone, 3 and 1, and 3 agreed. */
async function committed(reference: string): Promise<void> {
  await caseFor(lead, reference, [ann, bob]);
  await rateAndSubmit(ann, reference, "3100000000000");
  await rateAndSubmit(bob, reference, "1100000000000");
  await agree(lead, reference, { factor: "neglect", level: "high", reason: "Page 9" });
  await agreeEverything(lead, reference);
  await commit(lead, reference);
}

test("every figure lists as many cases as it says", async () => {
  await bringReferenceCases(lead);
  const view = must(await getByCoder(lead, { release: null }));
  const cells = (view ? [...view.tables, view.themes] : []).flatMap(({ kind, columns, lines }) =>
    lines.flatMap((line) =>
      columns.map(({ key: column }, index) => {
        const cell = line.cells[index];
        const says = line.measure === "count" ? cell?.n : cell?.values;
        return { table: kind.output, line: lineName(line), column, says };
      }),
    ),
  );
  // Every level of a factor is counted alike.
  const some = cells.filter(
    ({ table, line }) => !table.startsWith("chart") || line.startsWith("part-neglect"),
  );
  expect([cells.length, some.length]).toEqual([1723, 190]);
  for (const { says, ...place } of some) {
    const { rows } = must(await getCodedCasesBehind(lead, { release: null, ...place }));
    expect([place, rows.length]).toEqual([place, says]);
  }
}, 180_000);

test("a case has the value that it has under the rule of the column", async () => {
  await committed("2016-01");
  const alone = [
    await behind(lead, { column: "this coder A" }),
    await behind(lead, { column: "this coder B" }),
  ];
  expect(alone.sort()).toEqual([["2016-01: 2"], ["2016-01: 4"]]);
  expect(await behind(lead, { column: "this agreed" })).toEqual(["2016-01: 4"]);
  expect(await behind(lead, { column: "this majority" })).toEqual([]);
});

test("what was agreed for the cases on which a rule decides lists these, with what was agreed", async () => {
  await bringReferenceCases(lead);
  const means = must(await getByCoder(lead, { release: null }))?.means ?? [];
  expect(means.map(({ rule, n }) => `${rule.label}: ${n}`)).toEqual([
    ...["Coder A alone: 23", "Coder B alone: 23", "Coder C alone: 18", "Majority: 14"],
    "As agreed: 23",
  ]);
  for (const mean of means) {
    const { n, agreedSum } = mean;
    const asked = { ...total, ...agreedForSame(mean, means) };
    const { rows, cell } = must(await getCodedCasesBehind(lead, asked));
    expect(rows).toHaveLength(n);
    expect(rows.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(agreedSum);
    expect([cell.values, cell.sum]).toEqual([n, agreedSum]);
  }
});

test("it is for leads, of what is on the page", async () => {
  expect(await getCodedCasesBehind(lead, total)).toEqual(notFound);
  await committed("2016-01");
  await release(lead);
  const agreed = { column: "this agreed" };
  expect(await behind(lead, { ...agreed, release: 1 })).toEqual(["2016-01: 4"]);
  for (const viewer of [ann, bob, analyst, await person("Adi", "admin")])
    expect(await getCodedCasesBehind(viewer, { ...total, ...agreed })).toEqual(notFound);
  for (const asked of [
    { release: 2 },
    { table: "table_9" },
    { line: "total" },
    { column: "this" },
    { column: "this agreed beside nobody" },
    { column: "this agreed beside coder A" },
    { thisSample: "2012" },
  ])
    expect(await getCodedCasesBehind(lead, { ...total, ...agreed, ...asked })).toEqual(notFound);
});

test("a case that is being rated again is behind none, and nobody is told of its release", async () => {
  await committed("2016-01");
  await committed("2016-02");
  await release(lead);
  must(await reopenCase(lead, "2016-02", "A chronology came in"));
  must(await assignCoders(lead, "2016-02", [cy.id]));
  expect(await behind(lead, { column: "this agreed" })).toEqual(["2016-01: 4"]);
  const released = await getCodedCasesBehind(lead, { ...total, release: 1 });
  expect(released.kind).toBe("refused");
});
