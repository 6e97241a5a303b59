import { DataTable } from "@/components/ui/data-table";
import { NextPage } from "@/components/ui/next-page";
import { captionOf, type ListPart } from "./list-part";

interface Props {
  readonly cases: readonly {
    readonly reference: string;
    readonly kind: "new" | "changed";
    readonly committed: boolean;
    readonly ratingSets: number;
  }[];
  readonly part: ListPart;
  /** Their import was undone: those that it made are gone. */
  readonly undone: boolean;
}

/** The cases that an import made or changed. */
export function ImportedCases({ cases, part, undone }: Props) {
  return (
    <section id="cases">
      <DataTable
        caption={captionOf("Cases", cases.length, part)}
        narrow="cards"
        empty={part.count === 0 ? "No cases came with it." : "No more cases."}
        columns={[
          { key: "case", label: "Case" },
          { key: "kind", label: "What the import did" },
          { key: "ratings", label: "Independent ratings", numeric: true },
        ]}
        rows={cases.map(({ reference, kind, committed, ratingSets }) => ({
          key: reference,
          cells: [
            undone ? (
              reference
            ) : (
              <a className="govuk-link" href={`/cases/${reference}`} key="link">
                {reference}
              </a>
            ),
            kind === "changed" ? "Changed its record" : committed ? "Made and committed" : "Made",
            ratingSets,
          ],
        }))}
      />
      <NextPage href={part.nextHref} />
    </section>
  );
}
