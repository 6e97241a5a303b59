"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { classes, ErrorMessage } from "@/components/ui/field-words";
import type { Choice } from "@/components/ui/select-field";
import { useFormAction, useResetWhenDone } from "@/components/ui/use-form-action";
import { useUnsaved } from "@/components/ui/use-unsaved";
import { DecisionFields } from "./decision-fields";
import { type DecisionAction, undecided } from "./decision-state";
import { useFold } from "./fold";
import { LevelChoice } from "./level-choice";
import { useAgreed } from "./live";
import type { Agreed } from "./reconciliation-view";
import { AgreedWords, DecidedMeanwhile, NotSaved } from "./standing";
import { useBegun, useShowLatest } from "./use-begun";

export interface DecisionRowsProps {
  readonly factor: { readonly key: string; readonly label: string };
  /** From the lowest score to the highest. */
  readonly levels: readonly Choice[];
  readonly ways: readonly Choice[];
  readonly tagChoices: readonly Choice[];
  readonly reasonHint: string;
  readonly agreed: Agreed | null;
  /** What was agreed no longer stands: nothing is chosen until it is decided again. */
  readonly again: boolean;
  readonly action: DecisionAction;
  /** Whether the second row is open, as long as nobody opens or closes it. */
  readonly open: boolean;
  /** Whether it is drawn as something that is done with. */
  readonly quiet: boolean;
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
  const { factor, action, cells, notes } = props;
  const { key, label } = factor;
  const agreed = useAgreed(key, props.agreed);
  const again = props.again && agreed === props.agreed;
  const revision = agreed?.revision ?? 0;
  const form = useRef<HTMLFormElement>(null);
  const { state, answers, formAction, onSubmit } = useFormAction(action, undecided);
  const { problems, values } = state;
  const begun = useBegun(
    { revision, value: { ...agreed, level: again ? undefined : agreed?.level } },
    answers,
    problems.length > 0 ? state : null,
  );
  const { details, letGo } = useFold(props.open, begun.underWay);
  useResetWhenDone(form, answers, problems);
  useShowLatest(form, revision, begun.underWay);
  useUnsaved(begun.underWay);

  // biome-ignore lint/correctness/useExhaustiveDependencies: letGo is made anew each time
  useEffect(() => {
    if (answers === 0) return;
    const [first] = problems;
    if (!first) letGo();
    const place = first ? `${key}.${placeOf(first.field)}` : `${key}.more`;
    document.getElementById(place)?.focus();
  }, [answers, problems, key]);

  const error = (field: string) => problems.find((problem) => problem.field === field)?.message;
  const meanwhile = begun.underWay && (begun.overtaken || error("seenRevision") !== undefined);
  const formId = `${key}-decision`;
  return (
    <tbody
      id={`row-${key}`}
      className={classes("reconcile", props.quiet && "quiet")}
      data-decided={agreed && !again ? "" : undefined}
    >
      <tr className="reconcile-row">
        {cells}
        <td>
          <LevelChoice
            factor={factor}
            levels={props.levels}
            chosen={values.level ?? begun.value.level}
            error={error("level")}
            form={formId}
            onChoose={begun.touch}
          />
          {agreed && <AgreedWords agreed={agreed} named={begun.underWay && !again} />}
          <span role="status" className="govuk-visually-hidden">
            {answers > 0 && problems.length === 0 && `${label} saved`}
          </span>
        </td>
      </tr>
      <tr className="reconcile-more">
        <td colSpan={4}>
          <div className="row-more">
            <details {...details}>
              <summary id={`${key}.more`}>
                Notes and decision<span className="govuk-visually-hidden"> for {label}</span>
              </summary>
              {notes}
              <form
                id={formId}
                className="decision"
                action={formAction}
                onSubmit={(event) => {
                  begun.send();
                  onSubmit(event);
                }}
                onChange={begun.touch}
                ref={form}
                autoComplete="off"
                noValidate
              >
                <input type="hidden" name="factor" value={key} />
                <input type="hidden" name="seenRevision" value={begun.revision} />
                <div id={`${key}.problem`} tabIndex={-1}>
                  <ErrorMessage name={key}>
                    {problems.find(({ field }) => placeOf(field) === "problem")?.message}
                  </ErrorMessage>
                </div>
                <div aria-live="polite">
                  {meanwhile && agreed && <DecidedMeanwhile agreed={agreed} />}
                </div>
                <DecisionFields
                  name={key}
                  ways={props.ways}
                  way={values.way ?? begun.value.way ?? undefined}
                  wayError={error("way")}
                  reason={values.reason ?? begun.value.reason}
                  reasonHint={props.reasonHint}
                  reasonError={error("reason")}
                  tags={values.tags ?? begun.value.tags ?? []}
                  tagChoices={props.tagChoices}
                />
                <div className="buttons">
                  <Button look="secondary">
                    Save<span className="govuk-visually-hidden"> {label}</span>
                  </Button>
                  {begun.underWay && <NotSaved />}
                </div>
              </form>
            </details>
            {props.more}
          </div>
        </td>
      </tr>
    </tbody>
  );
}
