"use client";

import { useEffect, useState } from "react";
import { useForm } from "react-hook-form";
import type { Quote } from "@/domain/quotes";
import type { Ratings } from "@/domain/ratings";
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

  useEffect(() => {
    // While radios and boxes register one by one, the library takes some for unchosen.
    for (const [key, { level, unsure, quotes, themes }] of Object.entries(defaultValues)) {
      setValue(`${key}.level`, level);
      setValue(`${key}.unsure`, unsure);
      setValue(`${key}.quotes`, quotes);
      setValue(`${key}.themes`, themes);
    }
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
  }, [autosaver, factors, getValues, setValue, subscribe, stored, defaultValues]);

  const setQuotes = (factor: string, quotes: Quote[]) => setValue(`${factor}.quotes`, quotes);
  return { ratings, register, setQuotes, progress, autosaver };
}
