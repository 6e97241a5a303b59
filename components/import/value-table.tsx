import { DataTable } from "@/components/ui/data-table";
import type { MatchedText, ValueGroup } from "@/domain/import/sheets/guess";
import { type HowMatched, needOf } from "@/domain/import/sheets/how-matched";
import { countToChoose } from "@/domain/import/sheets/to-choose";
import { TargetSelect } from "./target-select";

const how: Readonly<Record<HowMatched, string>> = {
  same: "Known",
  retired: "Known, but no longer offered: please check",
  former: "Renamed or merged since: please check",
  otherwise: "Known, but not as in the last import: please check",
  remembered: "As in the last import",
  chosen: "Chosen by you",
  guess: "A guess: please check",
  unknown: "Not known: please choose",
};

/** How many texts are to be chosen a value for, in words: “5 values to choose”. */
export function valuesToChoose(count: number): string {
  return count === 1 ? "1 value to choose" : `${count.toLocaleString("en-GB")} values to choose`;
}

export interface ValueTableProps {
  readonly group: ValueGroup;
  /** What the names of its fields begin with. */
  readonly fields: string;
  /** The names of the sheets, where there are several. */
  readonly sheets: readonly string[];
}

/** What each text of a column, or of columns with the same levels, stands for, to be corrected. */
export function ValueTable({ group, fields, sheets }: ValueTableProps) {
  const { columns, choices, texts } = group;
  const [one] = columns;
  if (!one) return null;
  const isDays = one.target.field.type === "date";
  const others = columns.length - 1;
  const what = others > 0 ? "Days" : one.target.label;
  const more = others > 0 ? ` and ${others} more` : "";
  const where = sheets.length > 1 ? ` in ${sheets[one.sheet]}` : "";
  const title =
    others > 0 && !isDays
      ? `Levels of ${columns.length} risk factors`
      : `${what}: column “${one.header}”${more}${where}`;
  const toChoose = countToChoose(group);
  const rows = texts.map((row, index) => ({ ...row, index }));
  const options = [
    // Dates are read in one order or the other.
    ...(isDays ? [] : [{ value: "blank", label: "Nothing recorded" }]),
    ...choices.map(({ key, label }) => ({
      value: key,
      label: /^\d+$/.test(key) ? `${label} (${key})` : label,
    })),
  ];
  return (
    <section>
      <DataTable
        caption={toChoose > 0 ? `${title}: ${valuesToChoose(toChoose)}` : title}
        narrow="cards"
        empty={`${title}: blank in every row.`}
        columns={[
          { key: "text", label: "In the file" },
          { key: "rows", label: columns.length === 1 ? "Rows" : "Cells", numeric: true },
          { key: "value", label: "Stands for" },
          { key: "how", label: "How it was matched" },
        ]}
        rows={rows.sort(byNeed).map(({ text, rows, key, sureness, index }) => ({
          key: text,
          cells: [
            text,
            rows,
            <TargetSelect
              key="value"
              name={`${fields}.${index}`}
              label={`What “${text}” stands for: ${title}`}
              empty="Not chosen yet"
              options={options}
              value={key === "" ? "blank" : (key ?? "")}
            />,
            how[sureness],
          ],
        }))}
      />
      {columns.length > 1 && (
        <p className="govuk-body-s">
          In the columns {columns.map(({ header }) => `“${header}”`).join(", ")}.
        </p>
      )}
      {columns.some(({ more }) => more) && (
        <p className="govuk-body">
          There are more than 200 different texts in this column. Check that it holds what it is
          matched to.
        </p>
      )}
    </section>
  );
}

const byNeed = (one: MatchedText, other: MatchedText) =>
  needOf(one.sureness) - needOf(other.sureness);
