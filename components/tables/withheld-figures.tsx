import { DataTable } from "@/components/ui/data-table";
import { Details } from "@/components/ui/details";
import { type WithheldPlace, withheldByLine } from "@/domain/tables/published-table";

/** Where something is withheld, and not why. */
export function WithheldFigures({ places }: { places: readonly WithheldPlace[] }) {
  if (places.length === 0) return null;
  const figures = places.length === 1 ? "1 figure" : `${places.length} figures`;
  return (
    <Details summary={`What is withheld: ${figures}`}>
      <DataTable
        caption="What is withheld"
        captionHidden
        narrow="cards"
        columns={[
          { key: "table", label: "Table or chart" },
          { key: "line", label: "Row" },
          { key: "columns", label: "Columns" },
        ]}
        rows={withheldByLine(places).map(({ table, line, columns }) => ({
          key: JSON.stringify([table, line]),
          cells: [table, line, columns.join("; ")],
        }))}
      />
    </Details>
  );
}
