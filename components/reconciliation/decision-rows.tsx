"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { ErrorMessage } from "@/components/ui/field-words";
import type { Choice } from "@/components/ui/select-field";
import { useFormAction, useResetWhenDone } from "@/components/ui/use-form-action";
import { DecisionFields } from "./decision-fields";
import { type DecisionAction, undecided } from "./decision-state";
import { LevelChoice } from "./level-choice";
import { useSeenRevision, useShowDecision } from "./use-seen-revision";

export interface DecisionRowsProps {
  readonly factor: { readonly key: string; readonly label: string };
  /** From the lowest score to the highest. */
  readonly levels: readonly Choice[];
  readonly ways: readonly Choice[];
  readonly tagChoices: readonly Choice[];
  readonly reasonHint: string;
  readonly agreed: {
    readonly level: string;
    readonly way: string | null;
    readonly reason: string;
    readonly tags: readonly string[];
    readonly words: string;
  } | null;
  /** What was agreed no longer stands: nothing is chosen until it is decided again. */
  readonly again: boolean;
  readonly revision: number;
  readonly action: DecisionAction;
  /** Whether the second row is open when the page comes. */
  readonly open: boolean;
  /** The cells before the agreed level. */
  readonly cells: ReactNode;
  /** What the coders said. */
  readonly notes: ReactNode;
  /** What stands below the decision: dissent, precedents. */
  readonly more: ReactNode;
}

/** Where on the row a problem is shown: beside its field, or above the fields. */
function placeOf(field: string): string {
  return ["level", "way", "reason"].includes(field) ? field : "problem";
}

/** The two table rows of a factor whose level the viewer may agree. */
export function DecisionRows(props: DecisionRowsProps) {
  const { factor, agreed, action, cells, notes } = props;
  const { key, label } = factor;
  const form = useRef<HTMLFormElement>(null);
  const more = useRef<HTMLDetailsElement>(null);
  const { state, answers, formAction, onSubmit } = useFormAction(action, undecided);
  const { problems, values } = state;
  const seen = useSeenRevision(props.revision, answers);
  useResetWhenDone(form, answers, problems);
  useShowDecision(form, props.revision, seen.underWay || problems.length > 0);

  useEffect(() => {
    if (answers === 0 || !more.current) return;
    const [first] = problems;
    if (first) more.current.open = true;
    const place = first ? `${key}.${placeOf(first.field)}` : `${key}.more`;
    document.getElementById(place)?.focus();
  }, [answers, problems, key]);

  function touched() {
    seen.touch();
    if (more.current) more.current.open = true;
  }

  const error = (field: string) => problems.find((problem) => problem.field === field)?.message;
  const formId = `${key}-decision`;
  return (
    <tbody
      id={`row-${key}`}
      className="reconcile"
      data-decided={agreed && !props.again ? "" : undefined}
    >
      <tr className="reconcile-row">
        {cells}
        <td>
          <LevelChoice
            factor={factor}
            levels={props.levels}
            chosen={values.level ?? (props.again ? undefined : agreed?.level)}
            error={error("level")}
            form={formId}
            onChoose={touched}
          />
          {agreed && <p className="agreed-words">{agreed.words}</p>}
          <span role="status" className="govuk-visually-hidden">
            {answers > 0 && problems.length === 0 && `${label} saved`}
          </span>
        </td>
      </tr>
      <tr className="reconcile-more">
        <td colSpan={4}>
          <div className="row-more">
            <details open={props.open || seen.underWay || problems.length > 0} ref={more}>
              <summary id={`${key}.more`}>
                Notes and decision<span className="govuk-visually-hidden"> for {label}</span>
              </summary>
              {notes}
              <form
                id={formId}
                className="decision"
                action={formAction}
                onSubmit={onSubmit}
                onChange={touched}
                ref={form}
                autoComplete="off"
                noValidate
              >
                <input type="hidden" name="factor" value={key} />
                <input type="hidden" name="seenRevision" value={seen.revision} />
                <div id={`${key}.problem`} tabIndex={-1}>
                  <ErrorMessage name={key}>
                    {problems.find(({ field }) => placeOf(field) === "problem")?.message}
                  </ErrorMessage>
                </div>
                <DecisionFields
                  name={key}
                  ways={props.ways}
                  way={values.way ?? agreed?.way ?? undefined}
                  wayError={error("way")}
                  reason={values.reason ?? agreed?.reason}
                  reasonHint={props.reasonHint}
                  reasonError={error("reason")}
                  tags={values.tags ?? agreed?.tags ?? []}
                  tagChoices={props.tagChoices}
                />
                <Button look="secondary">
                  Save<span className="govuk-visually-hidden"> {label}</span>
                </Button>
              </form>
            </details>
            {props.more}
          </div>
        </td>
      </tr>
    </tbody>
  );
}
