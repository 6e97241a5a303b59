import { DataTable } from "@/components/ui/data-table";
import { NextPage } from "@/components/ui/next-page";
import { captionOf, type ListPart } from "./list-part";

export interface ChangedCasesProps {
  readonly part: ListPart;
  readonly changed: readonly {
    readonly reference: string;
    readonly changes: readonly {
      readonly label: string;
      readonly before: readonly string[];
      readonly after: readonly string[];
    }[];
  }[];
}

/** The cases that an import changes, with what each fact says and what it would say. */
export function ChangedCases({ changed, part }: ChangedCasesProps) {
  return (
    <section id="changes">
      <DataTable
        caption={captionOf("Cases of the study that change", changed.length, part)}
        narrow="cards"
        empty="No more cases change."
        columns={[
          { key: "case", label: "Case" },
          { key: "fact", label: "What changes" },
          { key: "before", label: "In the study" },
          { key: "after", label: "After the import" },
        ]}
        rows={changed.flatMap(({ reference, changes }) =>
          changes.map(({ label, before, after }) => ({
            key: `${reference} ${label}`,
            cells: [reference, label, inWords(before), inWords(after)],
          })),
        )}
      />
      <NextPage href={part.nextHref} sent={part.sent} />
    </section>
  );
}

function inWords(lines: readonly string[]): string {
  return lines.length > 0 ? lines.join("; ") : "Not recorded";
}
