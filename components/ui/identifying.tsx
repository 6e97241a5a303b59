"use client";

import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import { identifyingIn, identifyingInWords } from "@/domain/ratings/identifying";
import { useFormState } from "./form-context";

/** Says under a field, quietly, that its text looks as if it could tell who it is about. */
export function IdentifyingWarning({ name, text }: { name: string; text: string }) {
  return (
    <p id={`${name}-identifying`} className="identifying" aria-live="polite">
      {identifyingInWords(identifyingIn(text))}
    </p>
  );
}

/** A field with that warning under it, as one types and after sending. */
export function Watched(props: { name: string; text: string; children: ReactNode }) {
  const { name, text } = props;
  const form = useFormState();
  const [typed, setTyped] = useState(text);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer of the form sets its fields anew
  useEffect(() => setTyped(text), [form, text]);
  return (
    <div onInput={(event: FormEvent) => setTyped((event.target as HTMLInputElement).value)}>
      {props.children}
      <IdentifyingWarning name={name} text={typed} />
    </div>
  );
}
