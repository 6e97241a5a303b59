import { DataTable } from "@/components/ui/data-table";
import { Details } from "@/components/ui/details";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import {
  columnNames,
  columnPlaces,
  lettersAlike,
  titlesAbove,
} from "@/domain/import/sheets/alike-headers";
import { type MatchedBy, matchedBy, type SheetMatching } from "@/domain/import/sheets/matching";
import { sheetKinds } from "@/domain/import/sheets/targets";
import { lacksReference } from "@/domain/import/sheets/weight";
import { rowsInWords } from "./rows-in-words";
import { TargetSelect } from "./target-select";

type Rows = readonly { readonly line: number; readonly cells: readonly string[] }[];

export interface SheetFieldsProps {
  readonly at: number;
  readonly sheet: {
    readonly label: string;
    readonly rows: number;
    readonly hidden?: true;
    readonly hiddenColumns?: readonly number[];
    readonly first: Rows;
    readonly below?: { readonly rows: number; readonly first: Rows };
    readonly samples: readonly (readonly string[])[];
  };
  readonly matched: SheetMatching;
  readonly targets: readonly { readonly key: string; readonly label: string }[];
}

/** What a sheet is and what its columns hold, to be corrected. */
export function SheetFields({ at, sheet, matched, targets }: SheetFieldsProps) {
  const options = targets.map(({ key, label }) => ({ value: key, label }));
  const left = matched.columns.filter(({ target }) => target === null).length;
  const headers = matched.columns.map(({ header }) => header);
  const titles = titlesAbove(sheet.first, matched.headerLine, headers.length);
  const [names, places] = [columnNames(headers, titles), columnPlaces(headers, titles)];
  const alike = lettersAlike(headers);
  return (
    <fieldset className="govuk-fieldset import-sheet">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">
        {sheet.label}, {rowsInWords(sheet)}
        {sheet.hidden && ", hidden in the workbook"}
      </legend>
      <div className="repeated-fields">
        <SelectField
          name={`sheets.${at}.kind`}
          label="What it has in it"
          hint={hintOf(matched)}
          empty="Leave this sheet out"
          options={Object.entries(sheetKinds).map(([value, { label }]) => ({ value, label }))}
          defaultValue={matched.kind ?? ""}
        />
        <TextField
          name={`sheets.${at}.headerLine`}
          label="Row with the headers"
          width="short"
          defaultValue={String(matched.headerLine)}
          autoComplete="off"
        />
        <TextField
          name={`sheets.${at}.lastLine`}
          label="Last row of the table (optional)"
          hint="Totals and notes below it are left out"
          width="short"
          defaultValue={matched.lastLine === undefined ? "" : String(matched.lastLine)}
          autoComplete="off"
        />
      </div>
      <input type="hidden" name={`sheets.${at}.columns`} value={String(matched.columns.length)} />
      {matched.columns.length > 0 && (
        <DataTable
          caption={`Columns of ${sheet.label}: ${left === 0 ? "none is" : `${left} ${left === 1 ? "is" : "are"}`} left out`}
          narrow="cards"
          columns={[
            { key: "header", label: "Column" },
            { key: "samples", label: "For example" },
            { key: "target", label: "Holds" },
            { key: "by", label: "How it was matched" },
          ]}
          rows={matched.columns.map((column, index) => ({
            key: String(index),
            cells: [
              <Header
                key="header"
                header={column.header}
                number={index + 1}
                place={places[index] ?? ""}
                hidden={sheet.hiddenColumns?.includes(index) ?? false}
              />,
              sheet.samples[index]?.join(" · ") ?? "",
              <TargetSelect
                key="target"
                name={`sheets.${at}.columns.${index}`}
                label={`What ${names[index]} holds`}
                options={options}
                value={column.target ?? ""}
              />,
              <HowMatched key="by" by={column.by} alike={alike[index] ?? []} />,
            ],
          }))}
        />
      )}
      <Details summary={`The first rows of ${sheet.label}`}>
        <RowList rows={sheet.first} />
      </Details>
      {sheet.below && (
        <Details
          summary={`Left out below the table of ${sheet.label}: ${rowsInWords(sheet.below)}`}
        >
          <RowList rows={sheet.below.first} />
        </Details>
      )}
    </fieldset>
  );
}

function hintOf(matched: SheetMatching): string | undefined {
  if (matched.kind === null) return leftOut;
  return lacksReference(matched) ? noReference : undefined;
}

const leftOut =
  "Nothing of this sheet is imported. Concord leaves a sheet out when it recognises no column of references, or the workbook hides it. To bring it in, say what it has in it";
const noReference =
  "No column of references was recognised: choose it below, or leave this sheet out";

function RowList({ rows }: { rows: Rows }) {
  return (
    <ol className="plain-list import-first">
      {rows.map(({ line, cells }) => (
        <li key={line}>
          Row {line}: {cells.filter((cell) => cell !== "").join(" · ")}
        </li>
      ))}
    </ol>
  );
}

function HowMatched({ by, alike }: { by: MatchedBy; alike: readonly string[] }) {
  return (
    <>
      {matchedBy[by].label}
      {alike.length > 0 && (
        <span className="import-place">
          Columns {alike.slice(0, -1).join(", ")} and {alike.at(-1)} have this header
        </span>
      )}
    </>
  );
}

interface HeaderProps {
  readonly header: string;
  readonly number: number;
  readonly place: string;
  readonly hidden: boolean;
}

function Header({ header, number, place, hidden }: HeaderProps) {
  return (
    <>
      {header === "" ? `Column ${number}, without a header` : header}
      {place !== "" && <span className="import-place">{place}</span>}
      {hidden && <span className="import-place">hidden in the workbook</span>}
    </>
  );
}
