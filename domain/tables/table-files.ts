import { type Output, outputsOfReport } from "../caveats";

const office = "application/vnd.openxmlformats-officedocument";

/** What a table or chart can be taken away as, by the ending of the file. */
export const tableFormats = {
  docx: { label: "Word", ofCharts: false, mediaType: `${office}.wordprocessingml.document` },
  xlsx: { label: "Excel", ofCharts: false, mediaType: `${office}.spreadsheetml.sheet` },
  csv: { label: "CSV", ofCharts: false, mediaType: "text/csv; charset=utf-8" },
  svg: { label: "Picture (SVG)", ofCharts: true, mediaType: "image/svg+xml" },
  png: { label: "Picture (PNG)", ofCharts: true, mediaType: "image/png" },
} as const;
export type TableFormat = keyof typeof tableFormats;

/** A file of one table or chart; of all of them in the order of the report where it names none. */
export interface TableFile {
  readonly name: string;
  readonly output: Output | null;
  readonly format: TableFormat;
}

/** All tables and charts as one Word document. */
export const reportFile: TableFile = { name: "report.docx", output: null, format: "docx" };

/** The files that a table or chart can be taken away as. */
export function filesOf(output: Output): TableFile[] {
  const formats = Object.keys(tableFormats) as TableFormat[];
  return formats
    .filter((format) => !tableFormats[format].ofCharts || isChart(output))
    .map((format) => ({ name: `${output}.${format}`, output, format }));
}

function isChart(output: Output): boolean {
  return output.startsWith("chart_");
}

/** Every file of tables and charts. */
export const tableFiles: readonly TableFile[] = [reportFile, ...outputsOfReport.flatMap(filesOf)];

/** The file with this name; undefined when there is none. */
export function tableFileNamed(name: string): TableFile | undefined {
  return tableFiles.find((file) => file.name === name);
}
