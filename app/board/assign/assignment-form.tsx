import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { CheckboxesField } from "@/components/ui/checkboxes-field";
import { RadiosField } from "@/components/ui/radios-field";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { Load } from "@/db/assignments/loads";
import type { Problem } from "@/domain/outcome";
import { manners } from "@/domain/sharing";
import type { Values } from "../choices";
import { codersWithLoads } from "../coders-with-loads";

interface Props {
  readonly cases: readonly string[];
  readonly coders: readonly Load[];
  /** The ids of those who cannot begin before they have practised. */
  readonly yetToPractise: readonly string[];
  readonly values: Values;
  readonly problems: readonly Problem[];
}

type Manner = keyof typeof manners;

/** What a lead says of how the cases are assigned. It is kept in the address of the page. */
export function AssignmentForm(props: Props) {
  const { cases, coders, values, problems } = props;
  const one = (name: string) => values(name)[0];
  const errorOf = (name: string) => problems.find(({ field }) => field === name)?.message;
  const asks: Readonly<Record<Manner, ReactNode>> = {
    balanced: (
      <>
        <SelectField
          name="each"
          label="How many coders should each case have, counting those already assigned?"
          options={["2", "3"].map((value) => ({ value, label: value }))}
          defaultValue={one("each") ?? "2"}
          error={errorOf("each")}
        />
        <TextField
          name="seed"
          label="Seed of the draw (optional)"
          hint="A number of up to nine digits. Left blank, it is made from the cases and coders. The same seed draws the same."
          width="short"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={one("seed")}
          error={errorOf("seed")}
        />
      </>
    ),
    every: (
      <SelectField
        name="third"
        label="Who should rate every second case as well? (optional)"
        empty="Nobody"
        options={coders.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={one("third")}
        error={errorOf("third")}
      />
    ),
  };
  return (
    <form method="get" action="/board/assign" aria-label="How to assign">
      {cases.map((reference) => (
        <input type="hidden" name="cases" value={reference} key={reference} />
      ))}
      <CheckboxesField
        name="coders"
        legend="Coders"
        options={codersWithLoads(coders, props.yetToPractise)}
        defaultValues={values("coders")}
        error={errorOf("coders")}
      />
      <RadiosField
        name="how"
        legend="How are they assigned?"
        options={Object.entries(manners).map(([value, { label, does }]) => ({
          value,
          label,
          hint: does,
          asks: asks[value as Manner],
        }))}
        defaultValue={one("how") ?? "balanced"}
        error={errorOf("how")}
      />
      <Button look="secondary" name="show" value="yes">
        Show who gets what
      </Button>
    </form>
  );
}
