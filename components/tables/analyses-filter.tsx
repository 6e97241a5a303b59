import { CheckboxesField } from "@/components/ui/checkboxes-field";
import { SamplesFilter, type SamplesFilterProps } from "./samples-filter";

export interface AnalysesFilterProps extends Omit<SamplesFilterProps, "open" | "children"> {
  readonly intervals: boolean;
}

/** Which dataset and which samples analyses are made of, and whether with intervals. */
export function AnalysesFilter({ intervals, ...chosen }: AnalysesFilterProps) {
  return (
    <SamplesFilter {...chosen} open={intervals}>
      {chosen.samples.length > 0 && (
        <CheckboxesField
          name="intervals"
          legend="Means"
          options={[{ value: "yes", label: "With 95% intervals" }]}
          defaultValues={intervals ? ["yes"] : []}
        />
      )}
    </SamplesFilter>
  );
}
