"use client";

import type { UseFormRegister } from "react-hook-form";
import { classes, ErrorMessage } from "@/components/ui/field-words";
import type { Problem } from "@/domain/outcome";
import { countOf, isBlank } from "@/domain/ratings/quotes";
import type { Rating } from "@/domain/ratings/ratings";
import { type Headings, hasOwnLabels } from "./level-headings";
import type { FactorView } from "./rating-form-state";
import type { RatingValues } from "./rating-values";

export interface FactorPartProps {
  readonly factor: FactorView;
  /** What the fields start with. */
  readonly before: Rating;
  /** What the coder gives now. */
  readonly now: Rating;
  readonly problems: readonly Problem[];
  readonly register: UseFormRegister<RatingValues>;
}

/** The start of the note, the tick and the number of quotes, small under the label. */
function whatIsThere({ note, unsure, quotes }: Rating): string {
  const start = note.trim().split("\n")[0] ?? "";
  const short = start.length > 60 ? `${start.slice(0, 58).replace(/\s+\S*$/, "")}…` : start;
  const quoted = countOf(quotes.filter((quote) => !isBlank(quote)));
  return [unsure && "unsure", quoted, short].filter(Boolean).join(" · ");
}

/** One factor and its levels as radios, from the lowest score to the highest. */
export function FactorRow(props: FactorPartProps & { headings: Headings }) {
  const { factor, before, problems, register, now, headings } = props;
  const name = `${factor.key}.level` as const;
  const noLevel = problems.find((problem) => problem.field === name);
  const others = problems.filter((problem) => problem !== noLevel);
  const small = whatIsThere(now);
  return (
    <fieldset
      className={classes("factor-row", hasOwnLabels(factor, headings) && "own-labels")}
      aria-describedby={noLevel ? `${name}-error` : undefined}
      data-error={problems.length > 0 ? "" : undefined}
    >
      <legend>
        <span className="factor-number" aria-hidden="true">
          {factor.number}
        </span>
        {factor.label}
      </legend>
      <div className="factor-words">
        {small && <p className="factor-small">{small}</p>}
        <ErrorMessage name={name}>{noLevel?.message}</ErrorMessage>
        {others.map(({ field, message }) => (
          <p className="govuk-error-message" key={field}>
            {message}
          </p>
        ))}
      </div>
      {[...factor.levels].reverse().map((level, index) => (
        <label className={`factor-level at-${level.score}`} key={level.key}>
          <input
            type="radio"
            id={index === 0 ? name : `${name}-${level.key}`}
            value={level.key}
            defaultChecked={before.level === level.key}
            {...register(name)}
          />
          <span>{level.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
