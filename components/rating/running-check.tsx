"use client";

import { Details } from "@/components/ui/details";
import { warningsOf } from "@/domain/ratings/rating-warnings";
import type { Ratings } from "@/domain/ratings/ratings";
import type { FactorView } from "./rating-form-state";
import { wordsForWarning } from "./warning-words";

interface Props {
  readonly factors: readonly FactorView[];
  readonly ratings: Ratings;
}

/** What is still missing and what is worth another look, with a link to each. */
export function RunningCheck({ factors, ratings }: Props) {
  const missing = factors.filter(({ key }) => !ratings[key]?.level);
  const warnings = warningsOf(factors, ratings).map((one) => wordsForWarning(one, factors));
  const [next] = missing;
  return (
    <div className="running-check">
      {next && (
        <a href={`#${next.key}.level`}>
          Next: {next.number} {next.label}
        </a>
      )}
      {missing.length + warnings.length > 0 && (
        <Details summary={summaryOf(missing.length, warnings.length)}>
          <ul>
            {missing.map(({ key, label }) => (
              <li key={key}>
                <a href={`#${key}.level`}>{label}</a>: no level yet
              </li>
            ))}
            {warnings.map(({ key, words, link }) => (
              <li key={key}>
                {link && <a href={`#${link.field}`}>{link.label}</a>}
                {link && ": "}
                {words}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </div>
  );
}

function summaryOf(missing: number, warnings: number): string {
  return [missing > 0 && `${missing} to rate`, warnings > 0 && `${warnings} to look at again`]
    .filter(Boolean)
    .join(", ");
}
