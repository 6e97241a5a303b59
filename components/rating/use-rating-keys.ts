"use client";

import { type RefObject, useEffect, useState } from "react";
import type { FactorView } from "./rating-form-state";
import { deedOf } from "./rating-keys";

/**
 * The keys of the rating page: a letter goes to a factor, a digit chooses its level. They work
 * while something in the form has the focus and nobody is typing, so that they get in nobody’s way.
 */
export function useRatingKeys(options: {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly factors: readonly FactorView[];
  readonly current: string | null;
}) {
  const { form, factors, current } = options;
  const [helpIsOpen, setHelpOpen] = useState(false);
  const [said, say] = useState("");

  useEffect(() => {
    const element = form.current;
    const inHand = factors.find(({ key }) => key === current) ?? factors[0];
    if (!element || !inHand) return;
    const press = (event: KeyboardEvent) => {
      const showHelp = () => setHelpOpen(true);
      const deed = deedOf(event, { form: element, factors, inHand, say, showHelp });
      if (!deed) return;
      event.preventDefault();
      say("");
      deed();
    };
    element.addEventListener("keydown", press);
    return () => element.removeEventListener("keydown", press);
  }, [form, factors, current]);

  return { said, helpIsOpen, setHelpOpen };
}
