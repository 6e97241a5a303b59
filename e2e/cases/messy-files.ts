import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import writeExcelFile, { type SheetData } from "write-excel-file/node";

/*
 * The invented reference cases as a team keeps them: other headers, other words, dates that are
 * dates, children in numbered columns, a title on top and remarks beside.
 */

type Row = Readonly<Record<string, string>>;

const rowsOf = (name: string): Row[] =>
  parse(readFileSync(join("commands", "demo", "reference", name)), { columns: true });

const words: Readonly<Record<string, string>> = {
  ...{ public_s31: "s31", public_other: "Public law, other", private_wtfh: "WTFH" },
  ...{ private_wtfh_wafh: "WTFH and WAFH", public_and_private: "Both", yes: "Y", no: "N" },
  ...{ "0": "Not ind.", "1": "low", "2": "Med.", "3": "H" },
  ...{ died: "Dead", survived: "alive", female: "F", male: "M" },
};
const planWords: Readonly<Record<string, string>> = {
  ...{ "0": "No", "2": "Y (prev)", "3": "Yes – currently" },
};

const headers: Readonly<Record<string, string>> = {
  // The C is Cyrillic.
  ...{ case_ref: "Сase no.", sample: "Year", case_type: "Type of case" },
  ...{ scr_methodology: "Method", involvement: "Involvement", incident_type: "Incident" },
  ...{ mother_age_at_first_birth: "Mother's age band", included: "Included?" },
  ...{ exclusion_reason: "Why excluded", domestic_violence: "DV", neglect: "Neglct" },
  ...{ emotional_abuse: "Emot. abuse", child_protection_plan: "CP plan" },
};

const plain = ["case_ref", "scr_methodology", "involvement", "incident_type"];
const asItIs = [...plain, "mother_age_at_first_birth", "exclusion_reason"];

function cellOf(column: string, text: string): string | number {
  if (column === "sample") return Number(text);
  if (asItIs.includes(column)) return text;
  return (column === "child_protection_plan" ? planWords[text] : words[text]) ?? text;
}

const typed = (value: string | number | Date | null) => {
  if (value === null || value === "") return null;
  if (value instanceof Date) return { type: Date, value, format: "dd/mm/yyyy" };
  return typeof value === "number" ? { type: Number, value } : { type: String, value };
};

/** The workbook of the cases, their children and periods; a total of `wrongTotal` is one too high. */
export async function messyWorkbook({ wrongTotal }: { wrongTotal: string }): Promise<Buffer> {
  const children = rowsOf("children.csv");
  const cases = rowsOf("cases.csv");
  const columns = Object.keys(cases[0] ?? {});
  const factors = columns.slice(9);
  const most = 4;
  const numbers = Array.from({ length: most }, (_, index) => index + 1);
  const header = [
    ...columns.map((column) => headers[column] ?? column.replaceAll("_", " ")),
    "Total score",
    ...numbers.flatMap((number) =>
      ["age", "sex", "outcome"].map((what) => `Child ${number} ${what}`),
    ),
    "Remarks",
  ];
  const rows = cases.map((row) => {
    const own = children.filter(({ case_ref }) => case_ref === row.case_ref);
    const scores = factors.map((factor) => row[factor] ?? "");
    const total = scores.reduce((sum, score) => sum + Number(score), 0);
    return [
      ...columns.map((column) => cellOf(column, row[column] ?? "")),
      scores.includes("") ? "" : total + (row.case_ref === wrongTotal ? 1 : 0),
      ...numbers.flatMap((number) => {
        const child = own[number - 1];
        return child
          ? [
              Number(child.age_years),
              cellOf("sex", child.sex ?? ""),
              cellOf("outcome", child.outcome ?? ""),
            ]
          : ["", "", ""];
      }),
      "invented",
    ].map(typed);
  });
  const periods = rowsOf("involvement_periods.csv").map(({ case_ref, start_date, end_date }) =>
    [case_ref ?? "", new Date(`${start_date}T00:00:00Z`), new Date(`${end_date}T00:00:00Z`)].map(
      typed,
    ),
  );
  const sheet = (title: string, names: readonly string[], body: SheetData): SheetData => [
    [typed(title)],
    [],
    names.map(typed),
    ...body,
  ];
  return writeExcelFile([
    { sheet: "All cases", data: sheet("Serious case reviews, invented", header, rows) },
    { sheet: "Involvement", data: sheet("Periods", ["Case", "From", "To"], periods) },
    { sheet: "Notes", data: [[typed("Ask Lena before you change anything")]] },
  ]).toBuffer();
}

/** The independent ratings as a German Excel writes CSV: semicolons, a byte order mark. */
export function messyRatings(): Buffer {
  const rows = rowsOf("independent_ratings_2015.csv").map(({ case_ref, coder, factor, score }) => [
    ...[case_ref, coder?.replace("coder_", "").toUpperCase(), factor?.replaceAll("_", " "), score],
  ]);
  const text = stringify([["Case", "Rater", "Risk factor", "Points"], ...rows], { delimiter: ";" });
  return Buffer.from(`\uFEFF${text}`);
}
