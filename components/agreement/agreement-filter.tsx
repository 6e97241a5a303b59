import { Button } from "@/components/ui/button";
import { CheckboxesField } from "@/components/ui/checkboxes-field";
import { Details } from "@/components/ui/details";
import { type Choice, SelectField } from "@/components/ui/select-field";

export interface AgreementFilterProps {
  readonly samples: readonly string[];
  readonly chosenSamples: readonly string[];
  /** "with", "without" or "". */
  readonly secondLook: string;
  /** For leads: who can be compared; null for others. */
  readonly coders: readonly Choice[] | null;
  readonly chosenCoders: readonly string[];
  readonly names: boolean;
}

/** Which cases and coders are compared; kept in the address. What is not ticked leaves nothing out. */
export function AgreementFilter(props: AgreementFilterProps) {
  const { samples, chosenSamples, coders, chosenCoders, names } = props;
  const isChosen = chosenSamples.length > 0 || chosenCoders.length > 0 || names;
  return (
    <form method="get" className="tables-filter" aria-label="Filters">
      <div className="filters">
        <SelectField
          name="look"
          label="Second look"
          empty="All cases"
          options={[
            { value: "with", label: "Cases with a second look" },
            { value: "without", label: "Cases without one" },
          ]}
          defaultValue={props.secondLook}
        />
        <Button look="secondary">Show</Button>
      </div>
      {(samples.length > 0 || (coders && coders.length > 0)) && (
        <Details summary="More choices" open={isChosen}>
          {samples.length > 0 && (
            <CheckboxesField
              name="sample"
              legend="Samples"
              hint="All of them when none is ticked"
              options={samples.map((one) => ({ value: one, label: one }))}
              defaultValues={chosenSamples}
            />
          )}
          {coders && coders.length > 0 && (
            <>
              <CheckboxesField
                name="coder"
                legend="Coders"
                hint="All of them when none is ticked"
                options={coders}
                defaultValues={chosenCoders}
              />
              <CheckboxesField
                name="names"
                legend="Names"
                options={[
                  {
                    value: "shown",
                    label: "Show the names of coders",
                    hint: "On this page and to you alone. Letters are the same in all cases here, and not those of the room.",
                  },
                ]}
                defaultValues={names ? ["shown"] : []}
              />
            </>
          )}
        </Details>
      )}
    </form>
  );
}
