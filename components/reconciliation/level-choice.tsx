"use client";

import { ErrorMessage } from "@/components/ui/field-words";
import type { Choice } from "@/components/ui/select-field";

/** The agreed level as a row of radios; none is chosen before the team has. */
export function LevelChoice(props: {
  factor: { readonly key: string; readonly label: string };
  levels: readonly Choice[];
  chosen: string | undefined;
  error: string | undefined;
  form: string;
  onChoose: () => void;
}) {
  const { factor, levels, chosen, error, form, onChoose } = props;
  const id = `${factor.key}.level`;
  return (
    <fieldset className="level-choice" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="govuk-visually-hidden">Agreed level for {factor.label}</legend>
      <ErrorMessage name={id}>{error}</ErrorMessage>
      <div className="segments">
        {levels.map((level, index) => (
          <label key={level.value}>
            <input
              type="radio"
              name="level"
              form={form}
              id={index === 0 ? id : `${id}-${level.value}`}
              value={level.value}
              defaultChecked={level.value === chosen}
              onChange={onChoose}
            />
            <span>{level.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
