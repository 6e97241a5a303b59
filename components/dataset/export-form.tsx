import { CheckboxesField } from "@/components/ui/checkboxes-field";
import { SelectField } from "@/components/ui/select-field";
import type { ExportChoice } from "@/domain/dataset/choice";
import type { Problem } from "@/domain/outcome";
import { ExportCases } from "./export-cases";
import { type ColumnsOfTable, ExportColumns } from "./export-columns";
import { type ExportedTable, TableDownloads, WholeDownloads } from "./export-files";
import { MethodsSection } from "./methods-section";

export interface ExportFormProps {
  readonly choice: ExportChoice;
  readonly problems: readonly Problem[];
  /** The releases that can be taken away. */
  readonly releases: readonly { readonly value: string; readonly label: string }[];
  readonly samples: readonly string[];
  readonly columns: readonly ColumnsOfTable[];
  readonly whole: readonly { readonly name: string; readonly title: string }[];
  readonly tables: readonly ExportedTable[];
  /** What is for leads: tables, and the paragraph on methods once they ask for it. Else null. */
  readonly forLeads: {
    readonly tables: readonly ExportedTable[];
    readonly methods: string | null;
  } | null;
}

/** Choices, all of which can be passed over, and a button for each file that is made of them. */
export function ExportForm(props: ExportFormProps) {
  const { choice, problems, releases, samples, columns, whole, tables, forLeads } = props;
  return (
    <form method="get" action="/export" className="export-form">
      {releases.length > 0 && (
        <SelectField
          key={choice.release}
          name="release"
          label="Which dataset"
          empty="The dataset as it is now"
          options={releases}
          defaultValue={choice.release === null ? "" : String(choice.release)}
        />
      )}
      <CheckboxesField
        name="freeText"
        legend="What people wrote in their own words"
        hint="Reasons, rationales, notes and descriptions. Leave them out unless somebody needs them."
        options={[{ value: "yes", label: "Take along people’s own words" }]}
        defaultValues={choice.freeText ? ["yes"] : []}
      />
      <ExportCases choice={choice} problems={problems} samples={samples} />
      <ExportColumns choice={choice} problems={problems} tables={columns} />
      <h2>Everything</h2>
      <WholeDownloads files={whole} />
      {forLeads && <ComingBack />}
      <h2>One table</h2>
      <TableDownloads tables={tables} />
      {forLeads && (
        <>
          <h2>For leads alone</h2>
          <p>What each coder gave, without names. It is in the zip and the workbook too.</p>
          <TableDownloads tables={forLeads.tables} />
          <MethodsSection text={forLeads.methods} />
        </>
      )}
    </form>
  );
}

function ComingBack() {
  return (
    <p className="govuk-body">
      With everything in it, own words too, dataset.xlsx can be imported into an empty study, and
      what is exported there is the same. What is in no file does not come back: quotes, meeting
      notes, precedents, earlier versions, releases, the days of samples, Table 2 and the
      notification figures, practice cases, settings and the names of coders.
    </p>
  );
}
