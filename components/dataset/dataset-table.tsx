import { DataTable } from "@/components/ui/data-table";
import { NextPage } from "@/components/ui/next-page";
import { Tag } from "@/components/ui/tag";

export interface DatasetLine {
  readonly reference: string;
  readonly sample: string;
  readonly caseType: string;
  readonly version: number;
  /** Score by factor key. */
  readonly scores: Readonly<Record<string, number>>;
  readonly riskRating: number;
  /** What is special about the row, such as "Imported: agreed ratings only". */
  readonly marks: readonly string[];
}

export interface DatasetTableProps {
  readonly factors: readonly { readonly key: string; readonly label: string }[];
  readonly lines: readonly DatasetLine[];
  readonly nextHref?: string | null;
}

/** The committed cases with their 13 scores. Texts are labels. */
export function DatasetTable({ factors, lines, nextHref }: DatasetTableProps) {
  return (
    <>
      <DataTable
        caption="Committed cases: scores by risk factor"
        dense
        empty="No committed case fits these filters."
        columns={[
          { key: "reference", label: "Reference" },
          { key: "sample", label: "Sample" },
          { key: "caseType", label: "Case type" },
          ...factors.map(({ key, label }) => ({ key, label, numeric: true, upright: true })),
          { key: "riskRating", label: "Risk rating", numeric: true },
          { key: "version", label: "Version", numeric: true },
          { key: "marks", label: "Remarks" },
        ]}
        rows={lines.map((line) => ({
          key: line.reference,
          cells: [
            <a className="govuk-link one-line" href={`/cases/${line.reference}`} key="reference">
              {line.reference}
            </a>,
            line.sample,
            <span className="one-line" key="caseType">
              {line.caseType}
            </span>,
            ...factors.map(({ key }) => line.scores[key]),
            <b key="riskRating">{line.riskRating}</b>,
            line.version,
            line.marks.map((mark) => (
              <Tag tone="outline" key={mark}>
                {mark}
              </Tag>
            )),
          ],
        }))}
      />
      <NextPage href={nextHref} />
    </>
  );
}
