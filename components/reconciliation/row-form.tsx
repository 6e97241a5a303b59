"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormStateProvider } from "@/components/ui/form-context";
import { type FormAction, untouched } from "@/components/ui/form-state";
import { useFormAction, useResetWhenDone } from "@/components/ui/use-form-action";
import { useUnsaved } from "@/components/ui/use-unsaved";
import { useBegun } from "./use-begun";

export interface RowFormProps {
  readonly factor: { readonly key: string; readonly label: string };
  /** What the form does, such as "Record dissent"; said before the factor's label. */
  readonly what: string;
  /** The decision that the viewer sees. */
  readonly revision: number;
  readonly action: FormAction;
  readonly children: ReactNode;
}

/**
 * A form about a factor that opens in place, and is open while it shows problems, without scripts
 * too. It is sent with the revision that stood when the viewer began to type.
 */
export function RowForm({ factor, what, revision, action, children }: RowFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const more = useRef<HTMLDetailsElement>(null);
  const { state, answers, formAction, onSubmit } = useFormAction(action, untouched);
  const { problems } = state;
  const begun = useBegun({ revision, value: null }, answers, null);
  useResetWhenDone(form, answers, problems);
  useUnsaved(begun.underWay || problems.length > 0);

  useEffect(() => {
    if (answers > 0 && more.current) more.current.open = problems.length > 0;
  }, [answers, problems]);

  return (
    <details open={problems.length > 0} ref={more}>
      <summary>
        {what}
        <span className="govuk-visually-hidden"> on {factor.label}</span>
      </summary>
      <form
        className="row-form"
        action={formAction}
        onSubmit={onSubmit}
        onChange={begun.touch}
        ref={form}
        autoComplete="off"
        noValidate
      >
        <ErrorSummary problems={problems} />
        <input type="hidden" name="factor" value={factor.key} />
        <input type="hidden" name="seenRevision" value={begun.revision} />
        <FormStateProvider state={state}>{children}</FormStateProvider>
      </form>
    </details>
  );
}
