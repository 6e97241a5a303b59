"use client";

import { CheckboxesField } from "@/components/ui/checkboxes-field";
import { oneValue, useField } from "@/components/ui/form-context";
import { TextField } from "@/components/ui/text-field";

/**
 * The sample of a case. A name that no sample has yet is asked about, so that a slip makes no sample:
 * what is ticked holds for the name that it was asked about.
 */
export function SampleField(props: { known: readonly string[]; defaultValue?: string }) {
  const sample = oneValue(useField("sample").typed).trim();
  const isNew = useField("newSample");
  const soFar = props.known.length > 0 ? ` Samples so far: ${props.known.join(", ")}.` : "";
  return (
    <>
      <TextField
        name="sample"
        label="Sample"
        hint={`The year or name of the set it belongs to, such as 2016.${soFar}`}
        width="short"
        autoComplete="off"
        defaultValue={props.defaultValue}
        watched
      />
      {(isNew.error || isNew.typed) && (
        <CheckboxesField
          key={sample}
          name="newSample"
          legend="A new sample"
          options={[{ value: sample, label: `${sample} is a new sample` }]}
        />
      )}
    </>
  );
}
