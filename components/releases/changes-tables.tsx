import { DataTable } from "@/components/ui/data-table";
import { SummaryList } from "@/components/ui/summary-list";
import { type CaseChange, type DatasetChanges, isSame } from "@/domain/releases/changes";
import { inOneLine } from "@/domain/releases/words";

/** What changed from one state of the dataset to a later one. */
export function ChangesTables({ changes }: { changes: DatasetChanges }) {
  if (isSame(changes)) return <p className="govuk-body">Nothing has changed.</p>;
  const { added, takenOut, cases, lists, codebook } = changes;
  const rows = [
    { key: "Cases added", value: added.join(", ") },
    { key: "Cases taken out", value: takenOut.join(", ") },
    {
      key: "Codebook",
      value: codebook ? `Version ${codebook.before} before, version ${codebook.after} now` : "",
    },
  ].filter(({ value }) => value !== "");
  return (
    <>
      {rows.length > 0 && <SummaryList rows={rows} />}
      <Table
        caption="Agreed ratings changed"
        columns={["Case", "Version", "Risk factor", "Before", "Now", "Why"]}
        rows={cases
          .filter(({ version, unrated }) => version !== null || unrated)
          .flatMap(ratingRows)}
      />
      <Table
        caption="Facts of the record changed"
        columns={["Case", "Fact", "Before", "Now", "Why"]}
        rows={cases.flatMap(({ reference, facts, recordReasons }) =>
          facts.map(({ label, before, after }) => [
            ...[reference, label, inOneLine(before), inOneLine(after), recordReasons.join("; ")],
          ]),
        )}
      />
      <Table
        caption="Code lists changed"
        columns={["List", "Change"]}
        rows={lists.flatMap(({ label, changes: edits }) => edits.map((edit) => [label, edit]))}
      />
    </>
  );
}

function ratingRows(change: CaseChange) {
  const { reference, version, rated, unrated, levels, reopeningReasons } = change;
  if (unrated) return [[reference, "None", "All", "Agreed ratings", "No ratings", ""]];
  const start = [reference, String(version)];
  const why = reopeningReasons.join("; ");
  if (rated) return [[...start, "All", "No ratings", "Agreed ratings", why]];
  if (levels.length === 0) return [[...start, "None", "", "", why]];
  return levels.map(({ factor, before, after, reason }) => [
    ...start,
    ...[factor, before, after, [why, reason].filter((one) => one !== "").join("; ")],
  ]);
}

function Table(props: {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}) {
  const { caption, columns, rows } = props;
  if (rows.length === 0) return null;
  return (
    <DataTable
      caption={caption}
      narrow="cards"
      columns={columns.map((label) => ({ key: label, label }))}
      rows={rows.map(([first, ...cells], index) => ({
        key: `${index} ${first}`,
        cells: [
          <span className="one-line" key="first">
            {first}
          </span>,
          ...cells,
        ],
      }))}
    />
  );
}
