const office = "application/vnd.openxmlformats-officedocument";

/** The forms in which the reliability report can be taken away. */
export const reportFiles = [
  {
    name: "reliability.docx",
    label: "Word",
    mediaType: `${office}.wordprocessingml.document`,
  },
  { name: "reliability.txt", label: "text", mediaType: "text/plain; charset=utf-8" },
] as const;
export type ReportFile = (typeof reportFiles)[number];

/** The file of the reliability report with this name; undefined when there is none. */
export function reportFileNamed(name: string): ReportFile | undefined {
  return reportFiles.find((file) => file.name === name);
}
