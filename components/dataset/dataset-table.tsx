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
  /** What is special about the row, in a word or two. */
  readonly marks: readonly string[];
}

export interface DatasetTableProps {
  readonly factors: readonly { readonly key: string; readonly label: string }[];
  readonly lines: readonly DatasetLine[];
  /** What the marks mean, for those that do not say it themselves. */
  readonly markNotes: readonly string[];
  readonly nextHref?: string | null;
}

/**
 * The committed cases with their 13 scores. Texts are labels. What is read first stands first: on a
 * narrow screen the rest is moved sideways.
 */
export function DatasetTable({ factors, lines, markNotes, nextHref }: DatasetTableProps) {
  return (
    <div className="dataset-table">
      {markNotes.length > 0 && <p className="muted">{markNotes.join(" ")}</p>}
      <DataTable
        caption="Committed cases: scores by risk factor"
        dense
        namesStay
        empty="No committed case fits these filters."
        columns={[
          { key: "reference", label: "Reference" },
          { key: "riskRating", label: "Risk rating", numeric: true, upright: true },
          ...factors.map(({ key, label }) => ({ key, label, numeric: true, upright: true })),
          { key: "sample", label: "Sample" },
          { key: "caseType", label: "Case type" },
          { key: "version", label: "Version", numeric: true },
          { key: "marks", label: "Remarks" },
        ]}
        rows={lines.map((line) => ({
          key: line.reference,
          cells: [
            <a className="govuk-link one-line" href={`/cases/${line.reference}`} key="reference">
              {line.reference}
            </a>,
            <b key="riskRating">{line.riskRating}</b>,
            ...factors.map(({ key }) => line.scores[key]),
            line.sample,
            <span className="one-line" key="caseType">
              {line.caseType}
            </span>,
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
    </div>
  );
}
