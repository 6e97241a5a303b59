"use client";

import { useEffect, useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { useFormAction } from "@/components/ui/use-form-action";
import type { Rating, Ratings } from "@/domain/ratings";
import { type Criteria, CriteriaPanel } from "./criteria-panel";
import { FactorRow } from "./factor-row";
import { FactorTray } from "./factor-tray";
import { KeyHelp } from "./key-help";
import { LevelHeadings, levelHeadings } from "./level-headings";
import type { Theme } from "./other-fields";
import type { FactorView, RatingAction, SaveDraft } from "./rating-form-state";
import { RatingStatus } from "./rating-status";
import {
  blank,
  firstValues,
  formIdOf,
  type RatingValues,
  sameRatings,
  toRatings,
} from "./rating-values";
import { TrayTabs } from "./tray-tabs";
import { useAutosave } from "./use-autosave";
import { useCurrentFactor } from "./use-current-factor";
import { useRatingKeys } from "./use-rating-keys";

export interface RatingFormProps {
  readonly reference: string;
  readonly factors: readonly FactorView[];
  readonly themes: readonly Theme[];
  readonly criteria: Criteria;
  readonly referencePoint: string;
  readonly ratings: Ratings;
  readonly revision: number;
  readonly savedAt: string | null;
  readonly saveDraft: SaveDraft;
  readonly action: RatingAction;
}

/** Whether a problem of this factor still holds: a row that has been filled in says so no more. */
function stillMissing(field: string, factor: FactorView, { level, themes }: Rating): boolean {
  const { key, levels } = factor;
  if (field === `${key}.level`) return !levels.some((one) => one.key === level);
  if (field === `${key}.themes`) return themes.length === 0;
  return field.startsWith(`${key}.`);
}

/** Thirteen factors like a ruler, with the tray of the factor in hand beside them. */
export function RatingForm(props: RatingFormProps) {
  const { factors, revision, savedAt } = props;
  const formId = formIdOf(props.reference);
  const form = useRef<HTMLFormElement>(null);
  const changesSent = useRef(0);
  const { state, answers, formAction, onSubmit } = useFormAction(
    props.action,
    { problems: [], ratings: props.ratings, revision, savedAt },
    async (fields) => {
      changesSent.current = autosaver.changesSoFar();
      fields.set("revision", String(await autosaver.hold()));
    },
  );
  const [stored] = useState(state.ratings);
  const [defaultValues] = useState(() => firstValues(formId, factors, stored));
  const { register, getValues, setValue, subscribe } = useForm<RatingValues>({ defaultValues });
  const { progress, autosaver } = useAutosave({
    start: { revision: state.revision, savedAt: state.savedAt },
    read: () => toRatings(factors, getValues()),
    save: props.saveDraft,
  });
  const [ratings, setRatings] = useState(stored);
  const { current, tab, setTab } = useCurrentFactor(form, factors[0]?.key);
  const keys = useRatingKeys({ form, factors, current });
  const isLive = current !== null;

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

  useEffect(() => {
    if (answers > 0) autosaver.release(state, changesSent.current);
  }, [autosaver, answers, state]);

  const headings = levelHeadings(factors);
  const problems = [...state.problems, ...progress.problems];
  return (
    <form
      id={formId}
      ref={form}
      action={formAction}
      onSubmit={onSubmit}
      className="rating"
      autoComplete="off"
      noValidate
    >
      <ErrorSummary problems={state.problems} />
      <input type="hidden" name="revision" value={progress.revision} />
      <RatingStatus
        reference={props.reference}
        factors={factors}
        ratings={ratings}
        progress={progress}
        showKeys={isLive ? () => keys.setHelpOpen(true) : undefined}
      />
      <p className="govuk-visually-hidden" role="status">
        {keys.said}
      </p>
      <div className="rating-grid" data-live={isLive ? "" : undefined} data-tab={tab}>
        {isLive && <TrayTabs shown={tab} onShow={setTab} />}
        <CriteriaPanel
          criteria={props.criteria}
          referencePoint={props.referencePoint}
          isOpen={tab === "criteria"}
        />
        <LevelHeadings headings={headings} />
        {factors.map((factor) => {
          const { key } = factor;
          const shared = {
            factor,
            before: state.ratings[key] ?? blank,
            problems: problems.filter(({ field }) =>
              stillMissing(field, factor, ratings[key] ?? blank),
            ),
            register,
          };
          return (
            <div
              className="factor"
              data-factor={key}
              data-current={current === key ? "" : undefined}
              key={key}
            >
              <FactorRow {...shared} headings={headings} now={ratings[key] ?? blank} />
              <FactorTray
                {...shared}
                themes={props.themes}
                quotes={(ratings[key] ?? blank).quotes}
                onQuotes={(quotes) => setValue(`${key}.quotes`, quotes)}
              />
            </div>
          );
        })}
      </div>
      <p className="rating-end">
        <a href="#submit-ratings">Go to Submit ratings</a>
        <a href={`/cases/${props.reference}/hand-back`}>Hand this case back</a>
      </p>
      <KeyHelp factors={factors} isOpen={keys.helpIsOpen} onClose={() => keys.setHelpOpen(false)} />
    </form>
  );
}
