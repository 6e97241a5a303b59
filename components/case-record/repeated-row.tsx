"use client";

import type { ReactNode } from "react";

export interface RepeatedRowProps {
  readonly id: string;
  /** What its button sends where there are no scripts. */
  readonly value: number;
  /** What it is called, such as "Child 2". */
  readonly title: string;
  /** Whether it is taken out: it stays on the page unseen, and is not sent. */
  readonly isTaken: boolean;
  /** What it was called, where it is the one to put back next; else null. */
  readonly taken: string | null;
  readonly onTakeOut: (title: string) => void;
  readonly onPutBack: () => void;
  readonly children: ReactNode;
}

/** One of the rows of fields that can be repeated. */
export function RepeatedRow(props: RepeatedRowProps) {
  const { id, title, isTaken, taken, onTakeOut, onPutBack } = props;
  return (
    <>
      <fieldset
        className="govuk-fieldset repeated-row"
        id={id}
        hidden={isTaken}
        disabled={isTaken || undefined}
      >
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--s" tabIndex={-1}>
          {title}
        </legend>
        <div className="repeated-fields">{props.children}</div>
        <button
          type="submit"
          className="govuk-button govuk-button--secondary"
          name="remove"
          value={props.value}
          onClick={(event) => {
            event.preventDefault();
            onTakeOut(title);
          }}
        >
          Take out
          <span className="govuk-visually-hidden"> {title.toLowerCase()}</span>
        </button>
      </fieldset>
      {taken !== null && (
        <p className="repeated-row taken-out">
          {taken} is taken out.{" "}
          <button type="button" className="link-button" onClick={onPutBack}>
            Undo<span className="govuk-visually-hidden"> and put {taken.toLowerCase()} back</span>
          </button>
        </p>
      )}
    </>
  );
}
