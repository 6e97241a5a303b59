"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormStateProvider, oneValue } from "@/components/ui/form-context";
import { TextArea } from "@/components/ui/text-area";
import { useFormAction } from "@/components/ui/use-form-action";
import { useUnsaved } from "@/components/ui/use-unsaved";
import { type RecordAction, type RecordFormState, untouchedRecord } from "./record-form-state";

export interface RecordFormProps {
  readonly action: RecordAction;
  /** The revision that the page shows; a form that comes back says over which it is saved next. */
  readonly revision: number;
  /** Whether a change needs a reason, can have one, or is the first entry of its section. */
  readonly reason: "needed" | "possible" | "none";
  /** The name of the section after it; null for the last. */
  readonly next: string | null;
  /** Where one goes who does not save. */
  readonly back: string;
  readonly children: ReactNode;
}

/** The form of one section of a record. Shows what a change to a committed case moves first. */
export function RecordForm({ action, revision, reason, next, back, children }: RecordFormProps) {
  const { state, formAction, onSubmit } = useFormAction(action, untouchedRecord);
  const [begun, setBegun] = useState(false);
  useUnsaved(begun);
  const moving = state.moves.length > 0;
  const seen = oneValue(state.values.revision, String(revision));
  return (
    <form action={formAction} onSubmit={onSubmit} onChange={() => setBegun(true)} noValidate>
      {/* Enter sends the form by its first button, which must not be one that adds a row. */}
      <button type="submit" hidden tabIndex={-1}>
        Save
      </button>
      <ErrorSummary problems={state.problems} />
      {state.replaces !== "" && <AsItStands href={state.replaces} />}
      <input type="hidden" name="revision" value={seen} />
      <input type="hidden" name="confirmed" value={state.confirmed} />
      <FormStateProvider state={state}>
        {children}
        {reason !== "none" && (
          <TextArea
            name="reason"
            label={reason === "needed" ? "Why is it changed?" : "Why is it changed? (optional)"}
            rows={2}
          />
        )}
      </FormStateProvider>
      {moving && <Moves moves={state.moves} />}
      <div className="buttons">
        <Button>{buttonWords(state)}</Button>
        {next && state.replaces === "" && (
          <Button look="secondary" name="goOn" value="yes">
            {`${moving ? "Confirm" : "Save"} and go on to ${next}`}
          </Button>
        )}
      </div>
      <p>
        <a className="govuk-link" href={back} onClick={() => setBegun(false)}>
          Back to the record without saving
        </a>
      </p>
    </form>
  );
}

function buttonWords({ moves, replaces }: RecordFormState): string {
  if (moves.length > 0) return "Confirm the change";
  return replaces === "" ? "Save" : "Save in place of what is recorded now";
}

function AsItStands({ href }: { href: string }) {
  return (
    <p>
      <a className="govuk-link" href={href} target="_blank" rel="noreferrer">
        What is recorded now, whole (opens in a new tab)
      </a>
    </p>
  );
}

function Moves({ moves }: { moves: readonly string[] }) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever it has something else to say
  useEffect(() => box.current?.focus(), [moves]);
  return (
    <div className="govuk-inset-text moves" tabIndex={-1} ref={box}>
      <h2 className="govuk-heading-s">This case is in the dataset. The change moves:</h2>
      <ul className="govuk-list govuk-list--bullet">
        {moves.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <p>It is not stored yet.</p>
    </div>
  );
}
