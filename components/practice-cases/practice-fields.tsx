import { RadiosField } from "@/components/ui/radios-field";
import { TextArea } from "@/components/ui/text-area";
import type { Reference } from "@/domain/practice-cases/practice-case";

interface FactorToSet {
  readonly key: string;
  readonly number: number;
  readonly label: string;
  readonly levels: readonly { readonly key: string; readonly label: string }[];
}

/** The fields of a practice case: what there is to read, and a reference for each factor. */
export function PracticeFields(props: {
  factors: readonly FactorToSet[];
  text?: string;
  references?: Readonly<Record<string, Reference>>;
}) {
  return (
    <>
      <TextArea
        name="text"
        label="What there is to read"
        hint="Invented, or with everything changed that could tell who it is about. Blank lines part its paragraphs."
        rows={16}
        defaultValue={props.text}
      />
      <h2 className="govuk-heading-m">Reference levels and reasons</h2>
      <p className="govuk-body">
        Coders see them once they have submitted. A reason says where the text shows it, or that it
        does not.
      </p>
      {props.factors.map(({ key, number, label, levels }) => (
        <section className="practice-factor" aria-labelledby={`${key}-heading`} key={key}>
          <h3 className="govuk-heading-s" id={`${key}-heading`}>
            {number} {label}
          </h3>
          <RadiosField
            name={`${key}.level`}
            legend={`Reference level for ${label}`}
            options={levels.map((level) => ({ value: level.key, label: level.label }))}
            defaultValue={props.references?.[key]?.level}
          />
          <TextArea
            name={`${key}.reason`}
            label={`Reason for ${label}`}
            rows={2}
            defaultValue={props.references?.[key]?.reason}
          />
        </section>
      ))}
    </>
  );
}
