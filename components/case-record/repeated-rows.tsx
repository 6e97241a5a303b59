"use client";

import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { ErrorMessage } from "@/components/ui/field-words";
import { oneValue, useField, useFormState } from "@/components/ui/form-context";
import { RepeatedRow } from "./repeated-row";

export interface RepeatedRowsProps {
  /** The name that the fields of all rows begin with. */
  readonly name: string;
  /** What a row is, such as "Child": for its heading and for the button that adds one. */
  readonly noun: string;
  /** How many rows there are at first. */
  readonly count: number;
  /** The fields of a row, whose names begin with `prefix`. */
  readonly row: (prefix: string, index: number) => ReactNode;
}

/**
 * Rows of fields that can be added, taken out and put back. Without scripts the buttons send the
 * form, and it comes back with a row more or with one emptied; rows in which nothing stands are left
 * out.
 */
export function RepeatedRows({ name, noun, count, row }: RepeatedRowsProps) {
  const { error } = useField(name);
  const [shown, setShown] = useRowsSent(name, count);
  const [taken, setTaken] = useState<readonly { index: number; title: string }[]>([]);
  const { box, focusOn } = useFocus();
  const isLeft = (index: number) => !taken.some((one) => one.index === index);
  const left = Array.from({ length: shown }, (_, index) => index).filter(isLeft);
  const last = taken.at(-1);
  const add = (event: MouseEvent) => {
    event.preventDefault();
    focusOn(`[id="${name}.${shown}"] :is(input, select, textarea)`);
    setShown(shown + 1);
  };
  const takeOut = (index: number, title: string) => {
    const next = left.find((other) => other > index);
    focusOn(next === undefined ? ".add-row" : `[id="${name}.${next}"] legend`);
    setTaken([...taken, { index, title }]);
  };
  const putBack = (index: number) => {
    focusOn(`[id="${name}.${index}"] legend`);
    setTaken(taken.slice(0, -1));
  };
  return (
    <div className="repeated" id={name} tabIndex={-1} ref={box}>
      <input type="hidden" name={`${name}.count`} value={shown} />
      <ErrorMessage name={name}>{error}</ErrorMessage>
      {left.length > 0 && <p className="govuk-hint">Empty rows are left out.</p>}
      <p role="status" className="govuk-visually-hidden">
        {last && `${last.title} is taken out.`}
      </p>
      {Array.from({ length: shown }, (_, index) => (
        <RepeatedRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place, taken out or not
          key={index}
          id={`${name}.${index}`}
          value={index}
          title={`${noun} ${left.indexOf(index) + 1}`}
          isTaken={!isLeft(index)}
          taken={last?.index === index ? last.title : null}
          onTakeOut={(title) => takeOut(index, title)}
          onPutBack={() => putBack(index)}
        >
          {row(`${name}.${index}.`, index)}
        </RepeatedRow>
      ))}
      <button
        type="submit"
        className="govuk-button govuk-button--secondary add-row"
        name="add"
        value="1"
        onClick={add}
      >
        {addWords(noun.toLowerCase(), left.length)}
      </button>
    </div>
  );
}

function addWords(noun: string, left: number): string {
  if (left > 0) return `Add another ${noun}`;
  return `Add ${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}

// How many rows there are, those taken out too: as many as were sent, or added since.
function useRowsSent(name: string, count: number) {
  const state = useFormState();
  const sent = Number(oneValue(state.values[`${name}.count`], String(count)));
  const [shown, setShown] = useState(sent);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer of the form sets its rows anew
  useEffect(() => setShown((now) => Math.max(now, sent)), [state, sent]);
  return [shown, setShown] as const;
}

// Focuses something in the rows once they are shown as they are now.
function useFocus() {
  const box = useRef<HTMLDivElement>(null);
  const [sought, setSought] = useState<{ readonly selector: string } | null>(null);
  useEffect(() => {
    if (sought) box.current?.querySelector<HTMLElement>(sought.selector)?.focus();
  }, [sought]);
  return { box, focusOn: (selector: string) => setSought({ selector }) };
}
