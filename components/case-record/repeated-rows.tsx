"use client";

import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { oneValue, useFormState } from "@/components/ui/form-context";

export interface RepeatedRowsProps {
  /** The name that the fields of all rows begin with. */
  readonly name: string;
  /** What a row is, such as "child": for its heading and for the button that adds one. */
  readonly noun: string;
  /** How many rows there are at first. */
  readonly count: number;
  /** The fields of a row, whose names begin with `prefix`. */
  readonly row: (prefix: string, index: number) => ReactNode;
}

/**
 * Rows of fields that can be added and taken out. Without scripts the buttons send the form, and
 * it comes back with a row more or with one emptied; rows in which nothing stands are left out.
 */
export function RepeatedRows({ name, noun, count, row }: RepeatedRowsProps) {
  const state = useFormState();
  const sent = Number(oneValue(state.values[`${name}.count`], String(count)));
  const [shown, setShown] = useState(sent);
  const [removed, setRemoved] = useState<readonly number[]>([]);
  const [added, setAdded] = useState(false);
  const last = useRef<HTMLFieldSetElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer of the form sets its rows anew
  useEffect(() => setShown((now) => Math.max(now, sent)), [state, sent]);
  useEffect(() => {
    if (added) last.current?.querySelector<HTMLElement>("input, select, textarea")?.focus();
  }, [added]);
  const rows = Array.from({ length: shown }, (_, index) => index);
  const left = rows.filter((index) => !removed.includes(index));
  const add = (event: MouseEvent) => {
    event.preventDefault();
    setAdded(true);
    setShown(shown + 1);
  };
  const remove = (event: MouseEvent, index: number) => {
    event.preventDefault();
    setRemoved([...removed, index]);
  };
  return (
    <div className="repeated">
      <input type="hidden" name={`${name}.count`} value={shown} />
      <p className="govuk-hint">Empty rows are left out.</p>
      {left.map((index, place) => (
        <fieldset
          className="govuk-fieldset repeated-row"
          key={index}
          ref={index === shown - 1 ? last : undefined}
        >
          <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
            {noun} {place + 1}
          </legend>
          <div className="repeated-fields">{row(`${name}.${index}.`, index)}</div>
          <button
            type="submit"
            className="govuk-button govuk-button--secondary"
            name="remove"
            value={index}
            onClick={(event) => remove(event, index)}
          >
            Take out
            <span className="govuk-visually-hidden">
              {" "}
              {noun.toLowerCase()} {place + 1}
            </span>
          </button>
        </fieldset>
      ))}
      <button
        type="submit"
        className="govuk-button govuk-button--secondary"
        name="add"
        value="1"
        onClick={add}
      >
        Add another {noun.toLowerCase()}
      </button>
    </div>
  );
}
