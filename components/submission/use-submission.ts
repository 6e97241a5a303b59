"use client";

import { useRef, useState } from "react";
import type { Quote } from "@/domain/ratings/quotes";
import type { Stretch, Submission } from "@/domain/ratings/submission";
import { notLoaded } from "./reading";

/** The code that reads and shows a file. It is loaded once somebody opens one. */
type Reader = typeof import("./reader");

export interface OpenSubmission {
  readonly name: string;
  readonly submission: Submission;
  readonly notShown: string;
  readonly reader: Reader;
}

/** The file that a coder has open beside the ratings, in this page alone. */
export function useSubmission() {
  const [open, setOpen] = useState<OpenSubmission | null>(null);
  const [news, setNews] = useState("");
  const [mark, setMark] = useState<Stretch | null>(null);
  const latest = useRef(0);

  async function openFile(file: File) {
    const turn = ++latest.current;
    const report = (words: string) => turn === latest.current && setNews(words);
    report("Reading the file");
    const reader = await import("./reader").catch(() => null);
    const reading = reader ? await reader.readSubmission(file, report) : notLoaded;
    if (turn !== latest.current) return;
    if (!reader || reading.kind === "refused")
      return setNews(reading.kind === "refused" ? reading.words : "");
    setNews("");
    setMark(null);
    setOpen({ ...reading, name: file.name, reader });
  }

  function close() {
    latest.current++;
    setOpen(null);
    setNews("The file is closed.");
  }

  /** Marks a quote in the open file. Says why not when it cannot. */
  function find(quote: Quote): string {
    if (!open) return "No file is open. Open it under Submission, then try again.";
    const stretch = open.reader.findQuote(open.submission, quote);
    if (!stretch) return "This passage is not in the file that is open.";
    setMark(stretch);
    return "";
  }

  return { open, news, mark, openFile, close, find };
}
