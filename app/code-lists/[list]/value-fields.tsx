import { optionsOf } from "@/app/cases/words";
import { CheckboxesField } from "@/components/ui/checkboxes-field";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { type CodeList, type CodeValue, lawGroups } from "@/domain/code-lists/code-lists";
import { fieldOf, typedValue } from "@/domain/code-lists/edit";

interface Props {
  readonly list: CodeList;
  /** Null for the row in which a new value can be written. */
  readonly value: CodeValue | null;
  readonly index: number;
  /** How many cases have it now. */
  readonly cases: number;
}

const fresh: CodeValue = { key: "", label: "", offered: true, mergedInto: null };

/** The fields of one value of a code list. */
export function ValueFields({ list, value, index, cases }: Props) {
  const shown = typedValue(list, value ?? fresh);
  const others = list.values.filter((one) => one.key !== value?.key && one.mergedInto === null);
  return (
    <fieldset className="govuk-fieldset repeated-row">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
        {value ? `${value.label}, ${casesInWords(cases)}` : "A new value"}
      </legend>
      <input type="hidden" name={fieldOf(index, "key")} value={shown.key} />
      <div className="repeated-fields">
        <TextField
          name={fieldOf(index, "label")}
          label="Name"
          defaultValue={shown.label}
          autoComplete="off"
          width="full"
        />
        {list.name === "case_type" && (
          <SelectField
            name={fieldOf(index, "lawGroup")}
            label="Counts towards"
            empty="Select the law group"
            options={optionsOf(lawGroups)}
            defaultValue={shown.lawGroup}
          />
        )}
        {list.name === "incident_type" && (
          <SelectField
            name={fieldOf(index, "fatal")}
            label="Did a child die in it?"
            empty="Select yes or no"
            options={[
              { value: "yes", label: "Yes, fatal" },
              { value: "no", label: "No" },
            ]}
            defaultValue={value ? shown.fatal : ""}
          />
        )}
        {value && (
          <SelectField
            name={fieldOf(index, "mergedInto")}
            label="Counts as"
            empty="Itself"
            options={others.map(({ key, label }) => ({ value: key, label }))}
            defaultValue={shown.mergedInto}
          />
        )}
      </div>
      <CheckboxesField
        name={fieldOf(index, "offered")}
        legend="Choosing it"
        options={[{ value: "yes", label: "It can be chosen for a record" }]}
        defaultValues={shown.offered === "yes" ? ["yes"] : []}
      />
      {list.name === "case_type" && (
        <CheckboxesField
          name={fieldOf(index, "asksWhich")}
          legend="Which kind"
          options={[{ value: "yes", label: "A record with it says which kind it was" }]}
          defaultValues={shown.asksWhich === "yes" ? ["yes"] : []}
        />
      )}
    </fieldset>
  );
}

function casesInWords(count: number): string {
  if (count === 0) return "in no case";
  return count === 1 ? "in 1 case" : `in ${count} cases`;
}
