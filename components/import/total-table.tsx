import { DataTable } from "@/components/ui/data-table";
import { NextPage } from "@/components/ui/next-page";
import { captionOf, type ListPart } from "./list-part";

const caption = "Totals that differ";

export interface TotalTableProps {
  readonly totals: readonly {
    readonly reference: string;
    readonly label: string;
    readonly stated: string;
    readonly computed: string | null;
  }[];
  /** Which part of the list they are; all of it when there is none. */
  readonly part?: ListPart;
}

/** Totals that a file states, beside what Concord computes. */
export function TotalTable({ totals, part }: TotalTableProps) {
  return (
    <>
      <p className="govuk-body">
        Both are kept. Tables and files go by what Concord computes from the cases.
      </p>
      <DataTable
        caption={part ? captionOf(caption, totals.length, part) : caption}
        empty="No more totals differ."
        narrow="cards"
        columns={[
          { key: "case", label: "Case" },
          { key: "total", label: "Total" },
          { key: "stated", label: "In the file", numeric: true },
          { key: "computed", label: "Computed", numeric: true },
        ]}
        rows={totals.map(({ reference, label, stated, computed }) => ({
          key: `${reference} ${label}`,
          cells: [reference, label, stated, computed ?? "Nothing to compute it from"],
        }))}
      />
      <NextPage href={part?.nextHref} sent={part?.sent} />
    </>
  );
}
