import { DataTable } from "@/components/ui/data-table";
import type { MatchedColumn } from "@/domain/import/sheets/guess";
import { TargetSelect } from "./target-select";

const how = { same: "Known", guess: "A guess: please check", unknown: "Not known" };

/** What each text of a column stands for, to be corrected. */
export function ValueTable({ column, sheet }: { column: MatchedColumn; sheet?: string }) {
  const place = [`“${column.header}”`, sheet && `in ${sheet}`].filter(Boolean).join(" ");
  const options = [
    { value: "blank", label: "Nothing recorded" },
    ...column.choices.map(({ key, label }) => ({
      value: key,
      label: /^\d+$/.test(key) ? `${label} (${key})` : label,
    })),
  ];
  return (
    <>
      <DataTable
        caption={`${column.target.label}: column ${place}`}
        narrow="cards"
        empty={`${column.target.label}: column ${place} is blank.`}
        columns={[
          { key: "text", label: "In the file" },
          { key: "rows", label: "Rows", numeric: true },
          { key: "value", label: "Stands for" },
          { key: "how", label: "How it was matched" },
        ]}
        rows={column.texts.map(({ text, rows, key, sureness }, index) => ({
          key: text,
          cells: [
            text,
            rows,
            <TargetSelect
              key="value"
              name={`values.${column.sheet}.${column.column}.${index}`}
              label={`What “${text}” stands for in column ${place}`}
              empty="Not chosen yet"
              options={options}
              value={key === "" ? "blank" : (key ?? "")}
            />,
            how[sureness],
          ],
        }))}
      />
      {column.more && (
        <p className="govuk-body">
          There are more than 200 different texts in this column. Check that it holds what it is
          matched to.
        </p>
      )}
    </>
  );
}
