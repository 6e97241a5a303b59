"use client";

import type { ReactNode } from "react";
import { ErrorSummary } from "../ui/error-summary";
import { FormStateProvider } from "../ui/form-context";
import { type FormState, untouched } from "../ui/form-state";
import { useFormAction } from "../ui/use-form-action";
import { RecoveryCodes } from "./recovery-codes";

/** What a form comes back with that makes recovery codes: the codes, once it went through. */
export interface RecoveryCodesState extends FormState {
  readonly codes?: readonly string[];
}

export interface RecoveryCodesFormProps {
  readonly action: (state: RecoveryCodesState, form: FormData) => Promise<RecoveryCodesState>;
  /** The fields of the form; nothing where it does not apply. */
  readonly children: ReactNode;
  /** What else the page has. New codes take the place of all of it. */
  readonly rest?: ReactNode;
}

/**
 * A form that makes recovery codes. It stands at the same place of its page before and after, also
 * where it no longer applies: only there does it get the codes without scripts.
 */
export function RecoveryCodesForm({ action, children, rest }: RecoveryCodesFormProps) {
  const { state, formAction, onSubmit } = useFormAction<RecoveryCodesState>(action, untouched);
  if (state.codes) return <RecoveryCodes codes={state.codes} />;
  const summary = <ErrorSummary problems={state.problems} />;
  return (
    <>
      {children ? (
        <form action={formAction} onSubmit={onSubmit} noValidate>
          {summary}
          <FormStateProvider state={state}>{children}</FormStateProvider>
        </form>
      ) : (
        summary
      )}
      {rest}
    </>
  );
}
