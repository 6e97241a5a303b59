import { Button } from "@/components/ui/button";
import { CheckboxesField } from "@/components/ui/checkboxes-field";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { Load } from "@/db/assignments/loads";
import type { Problem } from "@/domain/outcome";
import type { Values } from "../choices";
import { codersWithLoads } from "../coders-with-loads";

interface Props {
  readonly loads: readonly Load[];
  /** The ids of those who cannot begin before they have practised. */
  readonly yetToPractise: readonly string[];
  readonly values: Values;
  readonly problems: readonly Problem[];
}

/** Who left and who takes over. It is kept in the address of the page. */
export function ReplacementForm(props: Props) {
  const { loads, values, problems } = props;
  const assignable = loads.filter((one) => one.assignable);
  const errorOf = (name: string) => problems.find(({ field }) => field === name)?.message;
  const waitedFor = loads.filter(({ open }) => open > 0);
  return (
    <form method="get" action="/board/replace" aria-label="Who left">
      <SelectField
        name="left"
        label="Who left?"
        empty="Select who left"
        options={waitedFor.map(({ id, name, open }) => ({
          value: id,
          label: `${name}, ${open} to rate`,
        }))}
        defaultValue={values("left")[0]}
        error={errorOf("left")}
      />
      <CheckboxesField
        name="coders"
        legend="Who takes over?"
        hint="Their cases are shared out among these at random, evenly"
        options={codersWithLoads(assignable, props.yetToPractise)}
        defaultValues={values("coders")}
        error={errorOf("coders")}
      />
      <TextField
        name="seed"
        label="Seed"
        hint="A number of up to nine digits. Left blank, it is made from who left and who takes over. The same seed draws the same."
        width="short"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={values("seed")[0]}
        error={errorOf("seed")}
      />
      <Button look="secondary" name="show" value="yes">
        Show who gets what
      </Button>
    </form>
  );
}
