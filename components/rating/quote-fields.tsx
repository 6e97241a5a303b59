"use client";

import { type MouseEvent, useEffect, useRef, useState } from "react";
import { classes, describedBy, ErrorMessage } from "@/components/ui/field-words";
import { IdentifyingWarning } from "@/components/ui/identifying";
import { isBlank, type Quote } from "@/domain/ratings/quotes";
import { QuoteWords } from "./quote-list";
import { removalOf } from "./read-ratings";
import { ShowInFile } from "./show-in-file";

/** One quote: as it reads, and folded below it the fields in which it is changed. */
export function QuoteFields(props: {
  /** The fields are named from it: "neglect.quotes.0". */
  name: string;
  /** Which quote it is, for those who do not see where it stands: "quote 1 for Neglect". */
  which: string;
  quote: Quote;
  error: (field: string) => string | undefined;
  onChange: (quote: Quote) => void;
  onDone: (event: MouseEvent) => void;
  onRemove: (event: MouseEvent) => void;
  onShow?: ((quote: Quote) => string) | undefined;
}) {
  const { name, which, quote, error, onChange } = props;
  const isNew = isBlank(quote);
  const wrong = ["text", "page", "place", "at"].some((part) => error(`${name}.${part}`));
  const details = useRef<HTMLDetailsElement>(null);
  const [openAtFirst] = useState(wrong);
  useEffect(() => {
    if (wrong && details.current) details.current.open = true;
  }, [wrong]);
  const part = (key: "text" | "page" | "place") => ({
    id: `${name}.${key}`,
    which,
    value: quote[key],
    error: error(`${name}.${key}`),
  });
  return (
    <>
      {!isNew && <QuoteWords quote={quote} />}
      {!isNew && props.onShow && (
        <ShowInFile which={which} show={() => props.onShow?.(quote) ?? ""} />
      )}
      <details ref={details} open={openAtFirst}>
        <summary>
          {isNew ? "Add a quote" : "Change"}
          <span className="govuk-visually-hidden">: {which}</span>
        </summary>
        <Part
          {...part("text")}
          label="Passage"
          long
          onChange={(text) => onChange({ ...quote, text })}
        />
        <div className="quote-place">
          <Part
            {...part("page")}
            label="Page"
            // Where the passage begins was counted from the start of the page it was on.
            onChange={(page) => onChange({ ...quote, page, at: null })}
          />
          <Part
            {...part("place")}
            label="Paragraph or place"
            onChange={(place) => onChange({ ...quote, place })}
          />
        </div>
        <ErrorMessage name={`${name}.at`}>{error(`${name}.at`)}</ErrorMessage>
        <input type="hidden" name={`${name}.at`} value={quote.at ?? ""} />
        <div className="quote-buttons">
          <Press value={`quote:${name}`} onClick={props.onDone}>
            Done<span className="govuk-visually-hidden"> with {which}</span>
          </Press>
          {!isNew && (
            <Press value={removalOf(name)} onClick={props.onRemove}>
              Remove<span className="govuk-visually-hidden"> {which}</span>
            </Press>
          )}
        </div>
      </details>
      <IdentifyingWarning name={`${name}.text`} text={`${quote.text}\n${quote.place}`} />
    </>
  );
}

function Part(props: {
  id: string;
  label: string;
  which: string;
  value: string;
  error: string | undefined;
  long?: boolean;
  onChange: (value: string) => void;
}) {
  const { id, error, onChange } = props;
  const field = {
    id,
    name: id,
    value: props.value,
    "aria-describedby": describedBy(id, undefined, error, props.long),
  };
  return (
    <div className={classes("quote-part", error && "tray-error")}>
      <label className="govuk-label" htmlFor={id}>
        {props.label}
        <span className="govuk-visually-hidden"> of {props.which}</span>
      </label>
      <ErrorMessage name={id}>{error}</ErrorMessage>
      {props.long ? (
        <textarea
          {...field}
          className="govuk-textarea"
          rows={3}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <input
          {...field}
          className="govuk-input"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </div>
  );
}

/** Without scripts it sends the form, and the server does what it says. */
function Press(props: {
  value: string;
  onClick: (event: MouseEvent) => void;
  children: React.ReactNode;
}) {
  return (
    <button type="submit" className="quote-button" name="intent" {...props}>
      {props.children}
    </button>
  );
}
