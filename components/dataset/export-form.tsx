import { CheckboxesField } from "@/components/ui/checkboxes-field";
import { SelectField } from "@/components/ui/select-field";

export interface ExportFormProps {
  /** The releases that can be taken away, and which of them is chosen; "" for none. */
  readonly releases: readonly { readonly value: string; readonly label: string }[];
  readonly release: string;
  readonly samples: readonly string[];
  readonly groups: readonly {
    readonly title: string;
    readonly files: readonly { readonly name: string; readonly title: string }[];
  }[];
}

/** Choices, and a button for each file that can be made of them. */
export function ExportForm({ releases, release, samples, groups }: ExportFormProps) {
  return (
    <form method="get" className="export-form">
      {releases.length > 0 && (
        <SelectField
          key={release}
          name="release"
          label="Which dataset"
          empty="The dataset as it is now"
          options={releases}
          defaultValue={release}
        />
      )}
      {samples.length > 1 && (
        <CheckboxesField
          name="samples"
          legend="Samples"
          hint="All of them when none is selected"
          options={samples.map((sample) => ({ value: sample, label: sample }))}
        />
      )}
      <CheckboxesField
        name="freeText"
        legend="What people wrote in their own words"
        hint="Reasons, rationales and descriptions. Leave them out unless somebody needs them."
        options={[{ value: "yes", label: "Take it along" }]}
      />
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
