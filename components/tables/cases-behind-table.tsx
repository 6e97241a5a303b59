import { DataTable } from "@/components/ui/data-table";
import { NextPage } from "@/components/ui/next-page";

export interface CasesBehindTableProps {
  readonly caption: string;
  readonly rows: readonly {
    readonly reference: string;
    readonly sample: string;
    readonly caseType: string;
    readonly n: number;
    readonly value: number | null;
    /** Whether the reference leads to the page of the case. */
    readonly mayOpen: boolean;
  }[];
  /** What is counted of each case, where it is not the case itself. */
  readonly counted?: string;
  /** What the values of the cases are; nothing where the table has none. */
  readonly valued?: string;
  readonly nextHref: string | null;
}

/** The cases that a figure counts. Texts are labels. */
export function CasesBehindTable(props: CasesBehindTableProps) {
  const { caption, rows, counted, valued, nextHref } = props;
  return (
    <>
      <DataTable
        caption={caption}
        empty="No case is behind this figure."
        columns={[
          { key: "reference", label: "Reference" },
          { key: "sample", label: "Sample" },
          { key: "caseType", label: "Case type" },
          ...(counted ? [{ key: "n", label: counted, numeric: true }] : []),
          ...(valued ? [{ key: "value", label: valued, numeric: true }] : []),
        ]}
        rows={rows.map(({ reference, sample, caseType, n, value, mayOpen }) => ({
          key: reference,
          cells: [
            mayOpen ? (
              <a className="govuk-link one-line" href={`/cases/${reference}`} key="reference">
                {reference}
              </a>
            ) : (
              reference
            ),
            sample,
            <span className="one-line" key="caseType">
              {caseType}
            </span>,
            ...(counted ? [n] : []),
            ...(valued ? [value ?? "Not recorded"] : []),
          ],
        }))}
      />
      <NextPage href={nextHref} />
    </>
  );
}
