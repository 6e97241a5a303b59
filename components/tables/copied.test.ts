import { expect, it } from "vitest";
import { formulaPayloads } from "@/domain/dataset/formula-payloads.fixtures";
import { asHtml, asText } from "./copied";

const table = {
  title: "Table 6: case types",
  rows: [
    ["Case type", "2015"],
    ["Public law, s31", "12"],
    ["=HYPERLINK(1) <b>&", "4 *"],
  ],
  remarks: ["Number of cases."],
};

it("copies a table as HTML, with its title and what must travel with it", () => {
  expect(asHtml(table)).toBe(
    [
      "<p><b>Table 6: case types</b></p>",
      '<table border="1" cellspacing="0" cellpadding="4">',
      '<thead><tr><th align="left">Case type</th><th align="right">2015</th></tr></thead>',
      '<tbody><tr><th align="left">Public law, s31</th><td align="right">12</td></tr>',
      '<tr><th align="left">\'=HYPERLINK(1) &lt;b&gt;&amp;</th><td align="right">4 *</td></tr>',
      "</tbody></table><p>Number of cases.</p>",
    ].join(""),
  );
});

it("copies it as text with tabs, in which no spreadsheet finds a formula", () => {
  expect(asText(table)).toBe(
    "Table 6: case types\nCase type\t2015\nPublic law, s31\t12\n'=HYPERLINK(1) <b>&\t4 *\nNumber of cases.",
  );
});

it("leaves no break or tab of a text that would end a cell", () => {
  expect(asText({ ...table, rows: [["a\tb\n=1", "2"]] })).toContain("\na b =1\t2\n");
});

it("has no formula in either form, whatever people have typed", () => {
  const rows = [formulaPayloads, ...formulaPayloads.map((payload) => [payload, "12"])];
  const copied = { title: formulaPayloads[0] ?? "", rows, remarks: formulaPayloads };
  const cells = [
    ...asText(copied).split(/[\t\n\r;]/),
    ...[...asHtml(copied).matchAll(/>([^<>]+)</g)].flatMap(([, text = ""]) =>
      text.replaceAll("&amp;", "&").split(";"),
    ),
  ];
  expect(cells.length).toBeGreaterThan(200);
  for (const cell of cells) expect(cell.trim()).not.toMatch(/^["“\u200b\ufeff]*[=+\-@＝＋－＠]/);
});
