import { Button } from "@/components/ui/button";
import { CheckboxesField } from "@/components/ui/checkboxes-field";
import { Details } from "@/components/ui/details";
import { type Choice, SelectField } from "@/components/ui/select-field";

export interface AnalysesFilterProps {
  readonly releases: readonly Choice[];
  /** The release that is chosen; "" for the dataset as it is now. */
  readonly release: string;
  readonly samples: readonly string[];
  readonly thisSample?: string;
  /** The earlier samples that are chosen; absent where there is no choice of them. */
  readonly earlierSamples?: readonly string[];
  /** Whether intervals are asked for; absent where there are none. */
  readonly intervals?: boolean;
}

/** Which dataset and which samples analyses are made of, and whether with intervals. */
export function AnalysesFilter(props: AnalysesFilterProps) {
  const { releases, release, samples, thisSample, earlierSamples, intervals } = props;
  const others = samples.filter((sample) => sample !== thisSample);
  return (
    <form method="get" className="tables-filter" aria-label="Filters">
      <div className="filters">
        {releases.length > 0 && (
          <SelectField
            name="release"
            label="Which dataset"
            empty="The dataset as it is now"
            options={releases}
            defaultValue={release}
          />
        )}
        {samples.length > 0 && (
          <SelectField
            name="sample"
            label="This sample"
            options={samples.map((one) => ({ value: one, label: one }))}
            defaultValue={thisSample}
          />
        )}
        <Button look="secondary">Show</Button>
      </div>
      {intervals !== undefined && samples.length > 0 && (
        <Details summary="More choices" open={intervals}>
          {thisSample && <input type="hidden" name="beside" value={thisSample} />}
          {earlierSamples && others.length > 0 && (
            <CheckboxesField
              name="earlier"
              legend="Earlier samples"
              options={others.map((one) => ({ value: one, label: one }))}
              defaultValues={earlierSamples}
            />
          )}
          <CheckboxesField
            name="intervals"
            legend="Means"
            options={[{ value: "yes", label: "With 95% intervals" }]}
            defaultValues={intervals ? ["yes"] : []}
          />
        </Details>
      )}
    </form>
  );
}
