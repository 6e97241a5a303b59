import { RadiosField } from "@/components/ui/radios-field";
import { SamplesFilter, type SamplesFilterProps } from "./samples-filter";

export interface TablesFilterProps extends Omit<SamplesFilterProps, "open" | "children"> {
  readonly forPublication: boolean;
}

/** Which dataset and which samples the tables are made of, and for whom; kept in the address. */
export function TablesFilter({ forPublication, ...chosen }: TablesFilterProps) {
  return (
    <SamplesFilter {...chosen} open={forPublication}>
      {chosen.releases.length > 0 && (
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
          defaultValue={forPublication ? "publication" : "team"}
        />
      )}
    </SamplesFilter>
  );
}
