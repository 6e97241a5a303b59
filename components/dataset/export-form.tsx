import { CheckboxesField } from "@/components/ui/checkboxes-field";
import type { ExportChoice } from "@/domain/dataset/choice";
import type { Problem } from "@/domain/outcome";
import { ExportCases } from "./export-cases";
import { type ColumnsOfTable, ExportColumns } from "./export-columns";
import { MethodsSection } from "./methods-section";

export interface ExportFormProps {
  readonly choice: ExportChoice;
  readonly problems: readonly Problem[];
  readonly samples: readonly string[];
  readonly tables: readonly ColumnsOfTable[];
  /** Whether there is a paragraph on methods for this person, and the text once they ask for it. */
  readonly methods: { readonly may: boolean; readonly text: string | null };
  readonly groups: readonly {
    readonly title: string;
    readonly files: readonly { readonly name: string; readonly title: string }[];
  }[];
}

/** Choices, and a button for each file that can be made of them. */
export function ExportForm(props: ExportFormProps) {
  const { choice, problems, samples, tables, methods, groups } = props;
  return (
    <form method="get" action="/export" className="export-form">
      {samples.length > 1 && (
        <CheckboxesField
          name="samples"
          legend="Samples"
          hint="All of them when none is selected"
          options={samples.map((sample) => ({ value: sample, label: sample }))}
          defaultValues={choice.samples ?? []}
        />
      )}
      <CheckboxesField
        name="freeText"
        legend="What people wrote in their own words"
        hint="Reasons, rationales, notes and descriptions. Leave them out unless somebody needs them."
        options={[{ value: "yes", label: "Take it along" }]}
        defaultValues={choice.freeText ? ["yes"] : []}
      />
      <ExportCases choice={choice} problems={problems} />
      <ExportColumns choice={choice} problems={problems} tables={tables} />
      {methods.may && <MethodsSection text={methods.text} />}
      {groups.map(({ title, files }) => (
        <section key={title}>
          <h2>{title}</h2>
          <ul className="plain-list export-files">
            {files.map((file) => (
              <li key={file.name}>
                <button
                  type="submit"
                  className="govuk-button govuk-button--secondary"
                  formAction={`/export/${file.name}`}
                  aria-label={`Download ${file.name}`}
                >
                  {file.name}
                </button>
                <span>{file.title}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </form>
  );
}
