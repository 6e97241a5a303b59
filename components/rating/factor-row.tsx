"use client";

import type { UseFormRegister } from "react-hook-form";
import { classes, ErrorMessage } from "@/components/ui/field-words";
import type { Problem } from "@/domain/outcome";
import { otherNeeds } from "@/domain/ratings/other-needs";
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

/** The start of what is written, the tick and how many quotes and themes, small under the label. */
function whatIsThere({ note, description, unsure, quotes, themes }: Rating): string {
  const start = (note.trim() || description.trim()).split("\n")[0] ?? "";
  const short = start.length > 60 ? `${start.slice(0, 58).replace(/\s+\S*$/, "")}…` : start;
  const quoted = countOf(quotes.filter((quote) => !isBlank(quote)));
  const themed =
    themes.length === 0 ? "" : themes.length === 1 ? "1 theme" : `${themes.length} themes`;
  return [unsure && "unsure", themed, quoted, short].filter(Boolean).join(" · ");
}

const needsInWords = { themes: "a theme", description: "a description" } as const;

/** What "Other" still needs, without what is told as a problem already. */
function whatItNeeds({ factor, now, problems }: FactorPartProps): string {
  const told = problems.map(({ field }) => field);
  const needs = otherNeeds(factor, now).filter((need) => !told.includes(`${factor.key}.${need}`));
  return needs.length === 0 ? "" : `Needs ${needs.map((need) => needsInWords[need]).join(" and ")}`;
}

/** One factor and its levels as radios, from the lowest score to the highest. */
export function FactorRow(props: FactorPartProps & { headings: Headings; letter: string }) {
  const { factor, before, problems, register, now, headings, letter } = props;
  const name = `${factor.key}.level` as const;
  const noLevel = problems.find((problem) => problem.field === name);
  const others = problems.filter((problem) => problem !== noLevel);
  const needs = whatItNeeds(props);
  return (
    <fieldset
      className={classes("factor-row", hasOwnLabels(factor, headings) && "own-labels")}
      aria-describedby={noLevel ? `${name}-error` : needs ? `${factor.key}-needs` : undefined}
      data-error={problems.length > 0 ? "" : undefined}
    >
      <legend>
        <span className="factor-number" aria-hidden="true">
          <kbd>{letter}</kbd> <span>{factor.number}</span>
        </span>
        {factor.label}
      </legend>
      <div className="factor-words">
        <SmallLine factor={factor} now={now} needs={needs} />
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

/** What there is of a factor besides its level, and what "Other" still needs. */
function SmallLine(props: { factor: FactorView; now: Rating; needs: string }) {
  const { factor, needs } = props;
  const there = whatIsThere(props.now);
  if (!factor.takesThemes) return there && <p className="factor-small">{there}</p>;
  // The line of "Other" is there from the start: nothing moves when its level asks for more.
  return (
    <p className="factor-small">
      <b id={`${factor.key}-needs`} role="status">
        {needs}
      </b>
      {needs && there && " · "}
      {there || (!needs && "With a theme and a description")}
    </p>
  );
}
