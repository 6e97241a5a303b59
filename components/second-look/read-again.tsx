import { Guidance, type Guided } from "@/components/codebook/guidance";
import { QuoteList } from "@/components/rating/quote-list";
import { CheckboxesField } from "@/components/ui/checkboxes-field";
import { Details } from "@/components/ui/details";
import { RadiosField } from "@/components/ui/radios-field";
import { TextArea } from "@/components/ui/text-area";
import type { Factor } from "@/domain/codebook/codebook";
import type { Rating } from "@/domain/ratings/ratings";
import type { SecondRating } from "@/domain/ratings/second-look";
import { UnsureField } from "./unsure-field";

/** A factor to read again. */
export interface FactorAgain
  extends Guided,
    Pick<Factor, "key" | "number" | "label" | "takesThemes"> {
  readonly first: Rating;
  /** The label of the level given first. */
  readonly firstLevel: string;
  readonly now: SecondRating;
}

/** One factor to read again. Its level is chosen anew: none is chosen beforehand. */
export function ReadAgain(props: {
  factor: FactorAgain;
  themes: readonly { readonly key: string; readonly label: string }[];
}) {
  const { key, label, number, levels, takesThemes, now } = props.factor;
  return (
    <section className="read-again" aria-labelledby={`${key}.heading`}>
      <h2 id={`${key}.heading`}>
        {number} {label}
      </h2>
      <First factor={props.factor} />
      <div>
        <RadiosField
          name={`${key}.level`}
          legend={`${label}: level now`}
          options={levels.map((level) => ({
            value: level.key,
            label: level.label,
            hint: level.anchor,
          }))}
          defaultValue={now.level ?? undefined}
        />
        <UnsureField name={`${key}.unsure`} label={label} before={now.unsure} />
        <TextArea
          name={`${key}.note`}
          label={`Note for ${label}`}
          hint="What shows it, and the page or paragraph"
          defaultValue={now.note}
        />
        {takesThemes && (
          <>
            <CheckboxesField
              name={`${key}.themes`}
              legend="Themes"
              hint="At least one, unless not indicated"
              options={props.themes.map((theme) => ({ value: theme.key, label: theme.label }))}
              defaultValues={now.themes}
            />
            {/* Sent when nothing is ticked too: what was unticked then stays so. */}
            <input type="hidden" name={`${key}.themes`} value="" />
            <TextArea
              name={`${key}.description`}
              label="Description"
              defaultValue={now.description}
            />
          </>
        )}
      </div>
    </section>
  );
}

function First(props: { factor: FactorAgain }) {
  const { key, first, firstLevel, label } = props.factor;
  return (
    <div className="read-again-first">
      <h3 id={`${key}.first`}>
        What you gave first<span className="govuk-visually-hidden"> for {label}</span>
      </h3>
      <p>
        <b>{firstLevel}</b>
        {first.unsure && ", unsure"}
      </p>
      <p className={first.note ? "given-note" : "muted"}>{first.note || "No note"}</p>
      <QuoteList quotes={first.quotes} />
      <Details summary="What the codebook says">
        <Guidance factor={props.factor} withLevels={false} />
      </Details>
    </div>
  );
}
