"use client";

import {
  type FormEvent,
  startTransition,
  useActionState,
  useEffect,
  useRef,
  useState,
  useTransition,
} from "react";
import type { Problem } from "@/domain/outcome";

const notSent =
  "This could not be sent. What you typed is still here: check the connection and try again.";

let sending = 0;

/** Whether a form of this page is on its way, and its answer, which brings the page up to date, not shown. */
export function isSending(): boolean {
  return sending > 0;
}

/** Next moves to another page by throwing; that is not a failure. */
function leadsElsewhere(error: unknown): error is { digest: unknown } {
  return (
    typeof error === "object" &&
    error !== null &&
    "digest" in error &&
    String(error.digest).startsWith("NEXT_")
  );
}

/** Whether an action that went through leads to this very page, on which its form stays. */
function leadsTo(page: string, error: { digest: unknown }): boolean {
  const [kind, , ...address] = String(error.digest).split(";").slice(0, -2);
  if (kind !== "NEXT_REDIRECT") return false;
  return new URL(address.join(";"), window.location.href).pathname === page;
}

/** A failure on the server: what to say, with the number under which it was logged. */
export function wordsForBug(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("digest" in error)) return null;
  return `Concord could not do this. What you typed is still here. If it happens again, tell whoever runs Concord the number ${error.digest}.`;
}

/** The fields of a form as sent, without the ones that React adds for browsers without scripts. */
export function fieldsOf(form: HTMLFormElement, submitter: HTMLElement | null): FormData {
  const fields = new FormData(form, submitter);
  for (const name of [...fields.keys()]) if (name.startsWith("$ACTION")) fields.delete(name);
  return fields;
}

/**
 * A server action behind a form. Without scripts the browser posts to `formAction`. With scripts
 * `onSubmit` sends the same fields itself, because React would otherwise empty the form after the
 * action, and a broken connection would take the page away with everything typed in it.
 * `before` runs ahead of sending and may change the fields. An action that leads to the page of its
 * form has done what it was sent for: the form is as at first again.
 */
export function useFormAction<S extends { readonly problems: readonly Problem[] }>(
  action: (state: S, form: FormData) => Promise<S>,
  initial: S,
  before?: (fields: FormData) => Promise<void>,
) {
  const [first, formAction] = useActionState<S, FormData>(
    action as (state: Awaited<S>, form: FormData) => Promise<S>,
    initial as Awaited<S>,
  );
  const [state, setState] = useState<S>(first);
  const [answers, setAnswers] = useState(0);
  const underWay = useRef(false);
  const [pending, startSending] = useTransition();
  useEffect(() => {
    if (!pending) return;
    sending += 1;
    return () => {
      sending -= 1;
    };
  }, [pending]);

  function answerWith(answer: Awaited<S>) {
    startTransition(() => {
      setState(answer);
      setAnswers((count) => count + 1);
    });
  }

  async function send(fields: FormData) {
    await before?.(fields);
    const page = window.location.pathname;
    try {
      return await action(state, fields);
    } catch (error) {
      if (leadsElsewhere(error)) {
        if (leadsTo(page, error)) answerWith(initial as Awaited<S>);
        throw error;
      }
      return { ...state, problems: [{ field: "", message: wordsForBug(error) ?? notSent }] };
    }
  }

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (underWay.current) return;
    underWay.current = true;
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    const fields = fieldsOf(event.currentTarget, submitter);
    startSending(async () => {
      try {
        answerWith((await send(fields)) as Awaited<S>);
      } finally {
        underWay.current = false;
      }
    });
  }

  return { state, answers, formAction, onSubmit };
}

/** Empties a form once its action went through and the page stayed. */
export function useResetWhenDone(
  form: { readonly current: HTMLFormElement | null },
  answers: number,
  problems: readonly Problem[],
) {
  const done = answers > 0 && problems.length === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer counts, not only the first
  useEffect(() => {
    if (done) form.current?.reset();
  }, [form, done, answers]);
}
