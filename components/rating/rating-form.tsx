"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { SubmissionPanel } from "@/components/submission/submission-panel";
import { useSubmission } from "@/components/submission/use-submission";
import { ErrorSummary } from "@/components/ui/error-summary";
import { useFormAction } from "@/components/ui/use-form-action";
import type { Quote } from "@/domain/ratings/quotes";
import type { Ratings } from "@/domain/ratings/ratings";
import { type Criteria, CriteriaPanel } from "./criteria-panel";
import { FactorRow } from "./factor-row";
import { FactorTray } from "./factor-tray";
import { KeyHelp } from "./key-help";
import { LevelHeadings, levelHeadings } from "./level-headings";
import type { Theme } from "./other-fields";
import type { FactorView, RatingAction, SaveDraft } from "./rating-form-state";
import { factorKeys } from "./rating-keys";
import { RatingStatus } from "./rating-status";
import { blank, formIdOf } from "./rating-values";
import { problemsOf } from "./still-missing";
import { TrayTabs } from "./tray-tabs";
import { useCurrentFactor } from "./use-current-factor";
import { useRatingKeys } from "./use-rating-keys";
import { useRatings } from "./use-ratings";

export interface RatingFormProps {
  /** The address of the page. */
  readonly page: string;
  /** The submission to read. Without it coders open theirs from their own disk. */
  readonly reading?: ReactNode;
  /** What each key does. */
  readonly keyLists: ReactNode;
  /** Where the case can be handed back. */
  readonly handBack?: string;
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

/** Thirteen factors like a ruler, with the tray of the factor in hand beside them. */
export function RatingForm(props: RatingFormProps) {
  const { factors, revision, savedAt, reading } = props;
  const formId = formIdOf(props.page);
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
  const { ratings, register, setQuotes, progress, autosaver } = useRatings({
    formId,
    factors,
    start: state,
    save: props.saveDraft,
  });
  const { current, tab, setTab } = useCurrentFactor(
    form,
    factors[0]?.key,
    reading ? "submission" : "guidance",
  );
  const keys = useRatingKeys({ form, factors, current });
  const inHand = factors.find(({ key }) => key === current) ?? factors[0];
  const file = useSubmission();
  const showInFile = (quote: Quote) => {
    const problem = file.find(quote);
    if (problem === "") setTab("submission");
    return problem;
  };
  const isLive = current !== null;

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
        page={props.page}
        factors={factors}
        ratings={ratings}
        progress={progress}
        showKeys={() => keys.setHelpOpen(true)}
      />
      <p className="govuk-visually-hidden" role="status">
        {keys.said}
      </p>
      <div className="rating-grid" data-live={isLive ? "" : undefined} data-tab={tab}>
        <TrayTabs shown={tab} onShow={setTab} />
        {reading}
        {!reading && inHand && (
          <SubmissionPanel
            file={file}
            isShown={tab === "submission"}
            factor={inHand.label}
            quotes={(ratings[inHand.key] ?? blank).quotes}
            onQuotes={(quotes) => setQuotes(inHand.key, quotes)}
          />
        )}
        <CriteriaPanel
          criteria={props.criteria}
          referencePoint={props.referencePoint}
          isOpen={tab === "criteria"}
        />
        <LevelHeadings headings={headings} />
        {factors.map((factor, index) => {
          const { key } = factor;
          const now = ratings[key] ?? blank;
          const shared = {
            factor,
            now,
            before: state.ratings[key] ?? blank,
            problems: problemsOf(factor, now, problems),
            register,
          };
          return (
            <div
              className="factor"
              data-factor={key}
              data-current={current === key ? "" : undefined}
              key={key}
            >
              <FactorRow {...shared} headings={headings} letter={factorKeys[index] ?? ""} />
              <FactorTray
                {...shared}
                themes={props.themes}
                onQuotes={(quotes) => setQuotes(key, quotes)}
                onShow={isLive && !reading ? showInFile : undefined}
              />
            </div>
          );
        })}
      </div>
      <p className="rating-end">
        <a href="#submit-ratings">Go to Submit ratings</a>
        {props.handBack && <a href={props.handBack}>Hand this case back</a>}
      </p>
      <KeyHelp isOpen={keys.helpIsOpen} onClose={() => keys.setHelpOpen(false)}>
        {props.keyLists}
      </KeyHelp>
    </form>
  );
}
