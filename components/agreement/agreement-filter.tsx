import { Button } from "@/components/ui/button";
import { CheckboxesField } from "@/components/ui/checkboxes-field";
import { Details } from "@/components/ui/details";
import { ErrorSummary } from "@/components/ui/error-summary";
import { type Choice, SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { TypedPeriod } from "@/domain/agreement/period";
import type { Problem } from "@/domain/outcome";

export interface AgreementFilterProps {
  /** The releases that can be chosen, and the one that is; "" for the dataset as it is now. */
  readonly releases: readonly Choice[];
  readonly release: string;
  readonly samples: readonly string[];
  readonly chosenSamples: readonly string[];
  /** "with", "without" or "". */
  readonly secondLook: string;
  /** The dates as they were typed, and what is wrong with them. */
  readonly typed: TypedPeriod;
  readonly problems: readonly Problem[];
  /** What else the address says, and goes on to say. */
  readonly kept: Readonly<Record<string, string>>;
  /** For leads: who can be compared; null for others. */
  readonly coders: readonly Choice[] | null;
  readonly chosenCoders: readonly string[];
  readonly names: boolean;
}

/** Which cases and coders are compared; kept in the address. What is not ticked leaves nothing out. */
export function AgreementFilter(props: AgreementFilterProps) {
  const { samples, chosenSamples, coders, chosenCoders, names } = props;
  const isChosen = chosenSamples.length > 0 || chosenCoders.length > 0 || names;
  const date = (name: keyof TypedPeriod, label: string) => (
    <TextField
      name={name}
      label={label}
      width="short"
      autoComplete="off"
      defaultValue={props.typed[name]}
      error={props.problems.find(({ field }) => field === name)?.message}
    />
  );
  return (
    <form method="get" className="tables-filter" aria-label="Filters">
      <ErrorSummary problems={props.problems} />
      {Object.entries(props.kept).map(([name, value]) => (
        <input type="hidden" key={name} name={name} value={value} />
      ))}
      <div className="filters">
        {props.releases.length > 0 && (
          <SelectField
            name="release"
            label="Which dataset"
            empty="Cases as they are now"
            options={props.releases}
            defaultValue={props.release}
          />
        )}
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
        {date("from", "Rated from")}
        {date("to", "Rated to")}
        <Button look="secondary">Show</Button>
      </div>
      <p className="muted agreement-dates">
        Dates such as 14 October 2014. A case stands at the day on which its last independent
        ratings were submitted, or imported.
      </p>
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
                    hint: "On this page to you alone, and in a report that you take away from it. Here letters are drawn by lot, so they need not begin with A; each stays one person’s in all cases. The letters of the room are others.",
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
