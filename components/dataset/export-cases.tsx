import { CheckboxesField } from "@/components/ui/checkboxes-field";
import { Details } from "@/components/ui/details";
import { TextArea } from "@/components/ui/text-area";
import type { ExportChoice } from "@/domain/dataset/choice";
import type { Problem } from "@/domain/outcome";

/** Which cases go along: open once one of them is chosen. */
export function ExportCases(props: {
  readonly choice: Pick<ExportChoice, "analysedOnly" | "references">;
  readonly problems: readonly Problem[];
}) {
  const { analysedOnly, references } = props.choice;
  return (
    <Details summary="Choose cases" open={analysedOnly || references !== null}>
      <CheckboxesField
        name="analysed"
        legend="Cases that are left out of the analysis"
        options={[{ value: "yes", label: "Leave them behind" }]}
        defaultValues={analysedOnly ? ["yes"] : []}
      />
      <TextArea
        name="references"
        label="Only these cases"
        hint="A reference on each line. All cases when this is blank."
        rows={5}
        defaultValue={references?.join("\n")}
        error={props.problems.find(({ field }) => field === "references")?.message}
      />
    </Details>
  );
}
