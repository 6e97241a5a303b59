import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { CheckboxesField } from "@/components/ui/checkboxes-field";
import { Details } from "@/components/ui/details";
import { type Choice, SelectField } from "@/components/ui/select-field";
import { tickedInWords } from "@/domain/tables/samples-asked";

export interface SamplesFilterProps {
  readonly releases: readonly Choice[];
  /** The release that is chosen; "" for the dataset as it is now. */
  readonly release: string;
  /** The samples to choose from; none where they cannot be chosen. */
  readonly samples: readonly string[];
  readonly thisSample?: string;
  /** The earlier samples that are chosen; absent where there is no choice of them. */
  readonly earlierSamples?: readonly string[];
  /** Whether more choices stand open. */
  readonly open?: boolean;
  /** Other choices, beneath the earlier samples. */
  readonly children?: ReactNode;
}

/** Which dataset and which samples tables are made of; kept in the address. */
export function SamplesFilter(props: SamplesFilterProps) {
  const { releases, release, samples, thisSample, earlierSamples, open, children } = props;
  if (releases.length === 0 && samples.length === 0) return null;
  const others = earlierSamples ? samples.filter((sample) => sample !== thisSample) : [];
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
      {(others.length > 0 || children) && (
        <Details summary="More choices" open={open}>
          {thisSample && <input type="hidden" name="beside" value={thisSample} />}
          {others.length > 0 && (
            <>
              <input type="hidden" name="ticked" value={tickedInWords(earlierSamples ?? [])} />
              <CheckboxesField
                name="earlier"
                legend="Earlier samples"
                options={others.map((one) => ({ value: one, label: one }))}
                defaultValues={earlierSamples}
              />
            </>
          )}
          {children}
        </Details>
      )}
    </form>
  );
}
