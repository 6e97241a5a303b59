import { outputsOfReport } from "../caveats";
import { type Made, savedName } from "../dataset/made";

const office = "application/vnd.openxmlformats-officedocument";

/** What a table or chart can be taken away as, by the ending of the file, and what that lacks. */
export const tableFormats = {
  docx: {
    label: "Word",
    lacks: null,
    ofCharts: false,
    mediaType: `${office}.wordprocessingml.document`,
  },
  xlsx: {
    label: "Excel",
    lacks: null,
    ofCharts: false,
    mediaType: `${office}.spreadsheetml.sheet`,
  },
  csv: {
    label: "CSV",
    lacks: "without notes",
    ofCharts: false,
    mediaType: "text/csv; charset=utf-8",
  },
  svg: { label: "Picture (SVG)", lacks: null, ofCharts: true, mediaType: "image/svg+xml" },
  png: { label: "Picture (PNG)", lacks: null, ofCharts: true, mediaType: "image/png" },
} as const;
export type TableFormat = keyof typeof tableFormats;

/** The tables and charts of each page, in order, by the names that they have in files and addresses. */
export const tablesOfPages = {
  report: outputsOfReport,
  analyses: [
    "case_mix",
    "table_10_intervals",
    "table_5_intervals",
    "index_children",
    "children_per_case",
    "factors_together",
    "practice_strengths",
    "practice_shortcomings",
  ],
  coders: [
    "mean_by_coder",
    "table_10_by_coder",
    "range_by_coder",
    "chart_1_by_coder",
    "chart_2_by_coder",
    "other_themes",
  ],
} as const;
export type TablePage = keyof typeof tablesOfPages;
export type TableName = (typeof tablesOfPages)[TablePage][number];

/** What a table is called that has another name on the page of who decides. */
export function nameByCoder(output: string): TableName | undefined {
  return tablesOfPages.coders.find((name) => name === output || name === `${output}_by_coder`);
}

const drawn: readonly TableName[] = ["chart_1", "chart_2", "chart_1_by_coder"];

/** A file of one table or chart; of all of the report in its order where it names none. */
export interface TableFile {
  readonly name: string;
  readonly page: TablePage;
  readonly table: TableName | null;
  readonly format: TableFormat;
}

/** All tables and charts of the report as one Word document. */
export const reportFile: TableFile = {
  ...{ name: "report.docx", page: "report", table: null, format: "docx" },
};

/** The files that a table or chart can be taken away as. */
export function filesOf(table: TableName): TableFile[] {
  return tableFiles.filter((file) => file.table === table);
}

const formats = Object.keys(tableFormats) as TableFormat[];
const pages = Object.keys(tablesOfPages) as TablePage[];

/** Every file of tables and charts. */
export const tableFiles: readonly TableFile[] = [
  reportFile,
  ...pages.flatMap((page) =>
    tablesOfPages[page].flatMap((table) =>
      formats
        .filter((format) => !tableFormats[format].ofCharts || drawn.includes(table))
        .map((format) => ({ name: `${table}.${format}`, page, table, format })),
    ),
  ),
];

/** The file with this name; undefined when there is none. */
export function tableFileNamed(name: string): TableFile | undefined {
  return tableFiles.find((file) => file.name === name);
}

/**
 * The name under which a file is saved that is not for publication, and of what coders gave for leads
 * alone. Example: "mean_by_coder_for-leads_not-for-publication_2016-10-14_Lena.csv".
 */
export function savedTableName(
  { name, page }: TableFile,
  release: number | null,
  made: Made,
): string {
  return savedName(page === "coders" ? name.replace(".", "_for-leads.") : name, release, made);
}
