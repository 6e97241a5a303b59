"use client";

import { useEffect, useRef, useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";

/** Accepts all the same; then says in the button's place how much is left, and has the focus there. */
export function AcceptForm(props: {
  /** How many undecided factors all coders rated the same. */
  count: number;
  of: number;
  left: number;
  accept: FormAction;
}) {
  const { count, of, left, accept } = props;
  const [pressed, setPressed] = useState(false);
  const place = useRef<HTMLParagraphElement>(null);
  const done = pressed && count === 0;
  useEffect(() => {
    // Not from where somebody types by now.
    if (done && document.activeElement === document.body) place.current?.focus();
  }, [done]);
  if (count > 0)
    return (
      <div onSubmit={() => setPressed(true)}>
        <ActionForm action={accept}>
          <Button look="secondary">Accept all the same ({count})</Button>
        </ActionForm>
      </div>
    );
  if (!done) return null;
  return (
    <p tabIndex={-1} ref={place}>
      {of - left} agreed, {left} left
    </p>
  );
}
