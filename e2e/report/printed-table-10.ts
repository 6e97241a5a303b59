import type { Page } from "@playwright/test";
import { expect } from "../study";

/** Table 10 as the report prints it: each line, and each of its figures. */
const printed: readonly (readonly [string, ...string[]])[] = [
  ["Public law, s31", "18.2 (18)", "15.5 (12)", "17.1 (30)"],
  // The report prints 12.8 in the last cell, which whole ratings cannot give.
  ["Public law, other", "12.8 (6) *", "13.0 (1) *", "12.9 (7) *"],
  ["All public law", "16.8 (24)", "15.3 (13)", "16.3 (37)"],
  ["Private law, WTFH only", "6.3 (14)", "11.0 (3) *", "7.1 (17)"],
  ["Private law, WTFH and WAFH", "9.4 (17)", "13.8 (4) *", "10.2 (21)"],
  ["All private law", "8.0 (31)", "12.6 (7) *", "8.8 (38)"],
  ["Public and private law", "17.5 (4) *", "17.0 (3) *", "17.3 (7) *"],
  ["All cases", "12.2 (59)", "14.7 (23)", "12.9 (82)"],
];

/** Reads Table 10 on the page of 2015, and expects every figure of the report in its place. */
export async function expectTable10AsPrinted(page: Page): Promise<void> {
  const table = page.getByRole("table", { name: "Table 10: average risk rating by case type" });
  await expect(table.getByRole("columnheader")).toHaveText([
    "Case type",
    "2012 to 2014",
    "2015",
    "All",
  ]);
  const rows = table.locator("tbody").getByRole("row");
  await expect(rows).toHaveCount(8);
  for (const [index, [label, ...cells]] of printed.entries()) {
    await expect(rows.nth(index).getByRole("rowheader")).toHaveText(label);
    await expect(rows.nth(index).getByRole("cell")).toHaveText(cells, { useInnerText: true });
  }
}
