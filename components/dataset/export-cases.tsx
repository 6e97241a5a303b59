import { CheckboxesField } from "@/components/ui/checkboxes-field";
import { Details } from "@/components/ui/details";
import { TextArea } from "@/components/ui/text-area";
import type { ExportChoice } from "@/domain/dataset/choice";
import type { Problem } from "@/domain/outcome";

/** Which cases go along: open once any is chosen. */
export function ExportCases(props: {
  readonly choice: Pick<ExportChoice, "samples" | "analysedOnly" | "references">;
  readonly problems: readonly Problem[];
  readonly samples: readonly string[];
}) {
  const { choice, problems, samples } = props;
  const { analysedOnly, references } = choice;
  const errorOf = (name: string) => problems.find(({ field }) => field === name)?.message;
  const isOneOfMany = samples.length > (errorOf("samples") ? 0 : 1);
  const isChosen = choice.samples !== null || analysedOnly || references !== null;
  return (
    <Details summary="Choose samples and cases" open={isChosen}>
      {isOneOfMany && (
        <CheckboxesField
          name="samples"
          legend="Samples"
          hint="All of them when none is selected"
          options={samples.map((sample) => ({ value: sample, label: sample }))}
          defaultValues={choice.samples ?? []}
          error={errorOf("samples")}
        />
      )}
      <CheckboxesField
        name="analysed"
        legend="Excluded cases"
        options={[{ value: "yes", label: "Without excluded cases" }]}
        defaultValues={analysedOnly ? ["yes"] : []}
      />
      <TextArea
        name="references"
        label="Only these cases"
        hint="A reference on each line. All cases when this is blank."
        rows={5}
        defaultValue={references?.join("\n")}
        error={errorOf("references")}
      />
    </Details>
  );
}
