import { CheckboxesField } from "@/components/ui/checkboxes-field";
import { Details } from "@/components/ui/details";
import type { ExportChoice } from "@/domain/dataset/choice";
import type { Problem } from "@/domain/outcome";

/** The columns of a table that can be chosen, and the names of those that always go along. */
export interface ColumnsOfTable {
  readonly table: string;
  /** The name of the form field. */
  readonly field: string;
  readonly title: string;
  readonly always: readonly string[];
  readonly columns: readonly {
    readonly name: string;
    readonly label: string;
    /** Whether people wrote in it in their own words. */
    readonly free: boolean;
  }[];
}

/** Which columns of each table go along: open once one of them is chosen. */
export function ExportColumns(props: {
  readonly choice: Pick<ExportChoice, "columns">;
  readonly problems: readonly Problem[];
  readonly tables: readonly ColumnsOfTable[];
}) {
  const { choice, problems, tables } = props;
  const chosenOf = (table: string) => choice.columns[table] ?? [];
  return (
    <Details summary="Choose columns" open={Object.keys(choice.columns).length > 0}>
      <p>A table of which none is selected has all of its columns.</p>
      {tables.map(({ table, field, title, always, columns }) => (
        <Details key={table} summary={title} open={chosenOf(table).length > 0}>
          <CheckboxesField
            name={field}
            legend={`Columns of ${table}`}
            hint={`Always there: ${always.join(", ")}`}
            options={columns.map(({ name, label, free }) => ({
              value: name,
              label,
              hint: free && "Only when what people wrote in their own words goes along",
            }))}
            defaultValues={chosenOf(table)}
            error={problems.find((problem) => problem.field === field)?.message}
          />
        </Details>
      ))}
    </Details>
  );
}
