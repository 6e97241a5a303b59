import { Button } from "@/components/ui/button";
import { CheckboxesField } from "@/components/ui/checkboxes-field";
import { Details } from "@/components/ui/details";
import { RadiosField } from "@/components/ui/radios-field";
import { type Choice, SelectField } from "@/components/ui/select-field";

export interface TablesFilterProps {
  readonly releases: readonly Choice[];
  /** The release that is chosen; "" for the dataset as it is now. */
  readonly release: string;
  readonly forPublication: boolean;
  /** The samples to choose from; none where they cannot be chosen. */
  readonly samples: readonly string[];
  readonly thisSample?: string;
  readonly earlierSamples: readonly string[];
}

/** Which dataset and which samples the tables are made of, and for whom; kept in the address. */
export function TablesFilter(props: TablesFilterProps) {
  const { releases, release, samples, thisSample, earlierSamples } = props;
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
      {(others.length > 0 || releases.length > 0) && (
        <Details summary="More choices" open={props.forPublication}>
          {thisSample && <input type="hidden" name="beside" value={thisSample} />}
          {others.length > 0 && (
            <CheckboxesField
              name="earlier"
              legend="Earlier samples"
              options={others.map((one) => ({ value: one, label: one }))}
              defaultValues={earlierSamples}
            />
          )}
          {releases.length > 0 && (
            <RadiosField
              name="view"
              legend="Who the tables are for"
              options={[
                { value: "team", label: "The team" },
                {
                  value: "publication",
                  label: "Publication",
                  hint: "From a release. What could tell who somebody is, is withheld.",
                },
              ]}
              defaultValue={props.forPublication ? "publication" : "team"}
            />
          )}
        </Details>
      )}
    </form>
  );
}
