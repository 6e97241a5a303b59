"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { identifyingIn, identifyingInWords } from "@/domain/ratings/identifying";
import { isBlank, longestPassage, mostQuotes, type Quote, whereOf } from "@/domain/ratings/quotes";
import { quoteFrom, type Stretch } from "@/domain/ratings/submission";
import { PageText } from "./page-text";
import { passageAfterKey } from "./passage-keys";
import { firstInSight, select, selectedIn } from "./selected-passage";
import type { OpenSubmission } from "./use-submission";

/** The text of an opened file, from which passages are taken as evidence. */
export function OpenedSubmission(
  props: OpenSubmission & {
    /** The passage that a quote was found to be. */
    mark: Stretch | null;
    factor: string;
    quotes: readonly Quote[];
    onQuotes: (quotes: Quote[]) => void;
    onClose: () => void;
  },
) {
  const { name, submission, mark, factor } = props;
  const text = useRef<HTMLElement>(null);
  const [said, say] = useState("");
  const [news, setNews] = useState("");

  useEffect(() => {
    // The field in which the file was chosen had the focus, and is gone. Who types is left alone.
    if (document.activeElement === document.body) text.current?.focus({ preventScroll: true });
    // And so is the button that closes it, afterwards.
    return () => document.getElementById("submission-file")?.focus();
  }, []);
  useEffect(() => {
    if (!mark || !text.current) return;
    text.current.focus({ preventScroll: true });
    text.current.querySelector("mark")?.scrollIntoView({ block: "center" });
  }, [mark]);

  function onKeyDown(event: KeyboardEvent) {
    const element = text.current;
    if (!element || event.ctrlKey || event.metaKey || event.altKey) return;
    const now = selectedIn(element) ?? mark;
    const next = passageAfterKey(event, submission, now, firstInSight(element));
    if (!next) return;
    event.preventDefault();
    select(element, next);
    say(edgesOf(submission.text.slice(next.from, next.to)));
  }

  function use() {
    const stretch = text.current && selectedIn(text.current);
    const quote = stretch && quoteFrom(submission, stretch);
    if (!quote) return setNews("Select a passage in the text first.");
    if (quote.text.length > longestPassage)
      return setNews(
        `Select less: a passage can have 1,500 characters, and this one has ${quote.text.length.toLocaleString("en-GB")}.`,
      );
    const kept = props.quotes.filter((one) => !isBlank(one));
    if (kept.length >= mostQuotes)
      return setNews(`${factor} has ${mostQuotes} quotes already: remove one first.`);
    props.onQuotes([...kept, quote]);
    setNews(wordsFor(quote, kept.length + 1, factor));
  }

  return (
    <>
      <div className="submission-name">
        <p>{name}</p>
        <button type="button" className="quote-button" onClick={props.onClose}>
          Close<span className="govuk-visually-hidden"> the file</span>
        </button>
      </div>
      <section
        className="submission-text"
        ref={text}
        aria-label={`Text of ${name}`}
        aria-describedby="submission-keys"
        // It scrolls, and its passages are chosen with keys.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is to be reached
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        {submission.pages.map((page) => (
          <PageText
            key={page.number ?? 0}
            page={page}
            text={submission.text}
            {...within(mark, page)}
          />
        ))}
      </section>
      <button
        type="button"
        className="govuk-button govuk-button--secondary"
        // Pressing it must not take the selection away.
        onMouseDown={(event) => event.preventDefault()}
        onClick={use}
      >
        Use as evidence for {factor}
      </button>
      <p role="status" className="submission-news">
        {news}
      </p>
      <p role="status" className="govuk-visually-hidden">
        {said}
      </p>
      <p className="govuk-hint" id="submission-keys">
        Select a passage. By keyboard, in the text: <kbd>↓</kbd> <kbd>↑</kbd> choose a paragraph,{" "}
        <kbd>→</kbd> <kbd>←</kbd> move where the passage begins, with <kbd>Shift</kbd> where it
        ends.
      </p>
      <p className="govuk-hint">{props.notShown}</p>
    </>
  );
}

/** What was kept, and whether it could tell who it is about. */
function wordsFor(quote: Quote, count: number, factor: string): string {
  const where = whereOf(quote);
  const kept = `Quote ${count} for ${factor}${where && `: ${where}`}.`;
  return `${kept} ${identifyingInWords(identifyingIn(quote.text))}`;
}

/** The part of a passage that stands on a page, if any: a page that has none is not drawn anew. */
function within(mark: Stretch | null, { from, to }: Stretch) {
  if (!mark || mark.to <= from || mark.from >= to) return { markFrom: -1, markTo: -1 };
  return { markFrom: mark.from, markTo: mark.to };
}

/** How a passage begins and ends, for those who do not see it. */
function edgesOf(passage: string): string {
  const words = passage.trim().split(/\s+/);
  if (words.length <= 8) return words.join(" ");
  return `${words.slice(0, 4).join(" ")} … ${words.slice(-4).join(" ")}`;
}
