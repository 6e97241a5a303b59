"use client";

import { type ReactNode, useRef } from "react";
import { ErrorSummary } from "./error-summary";
import { FormStateProvider, oneValue } from "./form-context";
import { type FormAction, untouched } from "./form-state";
import { useFormAction, useResetWhenDone } from "./use-form-action";

export interface ActionFormProps {
  readonly action: FormAction;
  readonly children: ReactNode;
  /** Values that are sent along unseen, by field name. */
  readonly hidden?: Readonly<Record<string, string>>;
  /** The same, but that a form which comes back keeps those with which it was sent. */
  readonly kept?: Readonly<Record<string, string>>;
  readonly className?: string;
  /** Where buttons outside it send it too. */
  readonly id?: string;
}

/** A form before a server action: shows its problems on top and beside the fields inside. */
export function ActionForm({
  action,
  children,
  hidden = {},
  kept = {},
  className,
  id,
}: ActionFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const { state, answers, formAction, onSubmit } = useFormAction(action, untouched);
  useResetWhenDone(form, answers, state.problems);
  return (
    <form
      action={formAction}
      onSubmit={onSubmit}
      ref={form}
      className={className}
      id={id}
      noValidate
    >
      <ErrorSummary problems={state.problems} />
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={name} />
      ))}
      {Object.entries(kept).map(([name, value]) => (
        <input type="hidden" name={name} value={oneValue(state.values[name], value)} key={name} />
      ))}
      <FormStateProvider state={state}>{children}</FormStateProvider>
    </form>
  );
}
