"use client";

import { useEffect, useInsertionEffect, useLayoutEffect, useRef, useState } from "react";
import { useForm } from "react-hook-form";
import type { Quote } from "@/domain/ratings/quotes";
import type { Ratings } from "@/domain/ratings/ratings";
import type { FactorView, RatingFormState, SaveDraft } from "./rating-form-state";
import { firstValues, type RatingValues, sameRatings, toRatings } from "./rating-values";
import { useAutosave } from "./use-autosave";

/** The ratings as the fields of the form hold them now, saved as they change. */
export function useRatings(options: {
  readonly formId: string;
  readonly factors: readonly FactorView[];
  readonly start: RatingFormState;
  readonly save: SaveDraft;
}) {
  const { formId, factors, start, save } = options;
  const [stored] = useState(start.ratings);
  const [defaultValues] = useState(() => firstValues(formId, factors, stored));
  const { register, getValues, setValue, subscribe } = useForm<RatingValues>({ defaultValues });
  const { progress, autosaver } = useAutosave({
    start: { revision: start.revision, savedAt: start.savedAt },
    read: () => toRatings(factors, getValues()),
    save,
  });
  const [ratings, setRatings] = useState(stored);
  const inPage = useRef(defaultValues);

  // A coder goes on choosing and typing while the scripts take the page over. What counts is what
  // the fields hold at the end of that, before the library registers them and sets them itself.
  useInsertionEffect(() => {
    inPage.current = firstValues(formId, factors, stored);
  }, [formId, factors, stored]);

  useLayoutEffect(() => {
    for (const [key, fields] of Object.entries(inPage.current)) setValue(key, fields);
  }, [setValue]);

  useEffect(() => {
    const atFirst = toRatings(factors, getValues());
    const follow = (now: Ratings) => {
      setRatings(now);
      autosaver.changed();
    };
    if (!sameRatings(factors, atFirst, stored)) follow(atFirst);
    return subscribe({
      formState: { values: true },
      callback: ({ values }) => follow(toRatings(factors, values)),
    });
  }, [autosaver, factors, getValues, subscribe, stored]);

  const setQuotes = (factor: string, quotes: Quote[]) => setValue(`${factor}.quotes`, quotes);
  return { ratings, register, setQuotes, progress, autosaver };
}
