"use client";

import { type KeyboardEvent, type SyntheticEvent, useRef, useState } from "react";
import { ErrorMessage } from "@/components/ui/field-words";
import type { Problem } from "@/domain/outcome";
import { isBlank, mostQuotes, noQuote, type Quote } from "@/domain/ratings/quotes";
import { QuoteFields } from "./quote-fields";

/**
 * The passages that a coder quotes for one factor: those there are, each with its fields, and empty
 * fields for one more. Without scripts the buttons send the form; with them what is typed is saved
 * like all else, and the buttons fold the fields away.
 */
export function QuotesField(props: {
  factor: { readonly key: string; readonly label: string };
  quotes: readonly Quote[];
  problems: readonly Problem[];
  onChange: (quotes: Quote[]) => void;
  /** Shows a quote in the file that is open, or says why not; absent while there are no scripts. */
  onShow?: ((quote: Quote) => string) | undefined;
}) {
  const { factor, quotes, problems, onChange, onShow } = props;
  const name = `${factor.key}.quotes`;
  const list = useRef<HTMLUListElement>(null);
  const [news, setNews] = useState("");
  const error = (field: string) => problems.find((problem) => problem.field === field)?.message;
  const last = quotes.at(-1);
  const roomForMore = quotes.length < mostQuotes && !(last && isBlank(last));
  const shown = roomForMore ? [...quotes, noQuote] : quotes;

  function change(index: number, changed: Quote) {
    setNews("");
    onChange([...quotes.slice(0, index), changed, ...quotes.slice(index + 1)]);
  }

  function keep(event: SyntheticEvent, kept: Quote[], words = "") {
    event.preventDefault();
    if (kept.length < quotes.length) onChange(kept);
    setNews(words);
    for (const details of list.current?.querySelectorAll("details") ?? []) details.open = false;
    list.current?.querySelector<HTMLElement>("li:last-child summary")?.focus();
  }

  const done = (event: SyntheticEvent) =>
    keep(
      event,
      quotes.filter((quote) => !isBlank(quote)),
    );

  // In a line of text Enter would submit the ratings.
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter" && event.target instanceof HTMLInputElement) done(event);
  }

  return (
    <fieldset className="tray-quotes" id={name} tabIndex={-1} onKeyDown={onKeyDown}>
      <legend>
        Your evidence<span className="govuk-visually-hidden"> for {factor.label}</span>
      </legend>
      <ErrorMessage name={name}>{error(name)}</ErrorMessage>
      <ul className="quotes" ref={list}>
        {shown.map((quote, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the fields are named by their place, and show what the list says
          <li className="quote" key={index} data-new={isBlank(quote) ? "" : undefined}>
            <QuoteFields
              name={`${name}.${index}`}
              which={`quote ${index + 1} for ${factor.label}`}
              quote={quote}
              error={error}
              onChange={(changed) => change(index, changed)}
              onDone={done}
              onShow={onShow}
              onRemove={(event) =>
                keep(
                  event,
                  quotes.filter((_, at) => at !== index),
                  "Quote removed",
                )
              }
            />
          </li>
        ))}
      </ul>
      <span role="status" className="govuk-visually-hidden">
        {news}
      </span>
    </fieldset>
  );
}
