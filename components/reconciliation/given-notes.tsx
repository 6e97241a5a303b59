import { Guidance } from "@/components/codebook/guidance";
import { QuoteList } from "@/components/rating/quote-list";
import { Details } from "@/components/ui/details";
import type { Given, ReconciliationRow } from "./reconciliation-view";
import { Mark } from "./track";

/** What each coder said of a factor, side by side, and what the codebook says. */
export function GivenNotes({ row }: { row: ReconciliationRow }) {
  return (
    <>
      <ul className="given">
        {row.given.map((given) => (
          <li key={given.letter}>
            <OneCoder given={given} />
          </li>
        ))}
      </ul>
      {row.evidence.map((sentence) => (
        <p className="evidence-in-words" key={sentence}>
          {sentence}
        </p>
      ))}
      <Details summary="What the codebook says">
        <Guidance factor={row.factor} />
      </Details>
    </>
  );
}

function OneCoder({ given }: { given: Given }) {
  const { letter, coder, levelLabel, note, unsure, quotes, themes, description, first } = given;
  return (
    <>
      <p className="given-level">
        <span aria-hidden="true">
          <Mark letter={letter} />
        </span>
        <b>
          {coder} · {levelLabel}
        </b>
        {unsure && <span className="muted"> unsure</span>}
      </p>
      <p className={note ? "given-note" : "muted"}>{note || "No note"}</p>
      {first && (
        <p className="at-first">
          At first {first.levelLabel}
          {first.unsure && ", unsure"}
          {first.note !== note && `: ${first.note || "no note"}`}
        </p>
      )}
      <QuoteList quotes={quotes} />
      {themes.length > 0 && (
        <p>
          <b>Themes:</b> {themes.join("; ")}
        </p>
      )}
      {description && (
        <p>
          <b>Description:</b> {description}
        </p>
      )}
    </>
  );
}
