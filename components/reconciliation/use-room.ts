"use client";

import { useEffect, useRef, useState } from "react";
import { isSending } from "@/components/ui/use-form-action";
import type { News } from "./reconciliation-view";

/** How a page stands to its room: not there yet, in it, cut off for the moment, or shut out. */
export type Connection = "opening" | "open" | "lost" | "closed";

const patience = 3000;
const shortly = 100;
// Not all at once: what matters was told already, and a page takes the server a while to make.
const spread = 80;

/**
 * Follows what is done in a room. The server tells which levels stand, and how far the room has
 * come. When the page is behind, it asks soon for all that is new, through `look`, which changes
 * nothing of what is typed or open.
 */
export function useRoom(events: string, at: number, look: () => Promise<void>) {
  const [connection, setConnection] = useState<Connection>("opening");
  const [others, setOthers] = useState<readonly string[]>([]);
  const [behind, setBehind] = useState(0);
  const [news, setNews] = useState<News | null>(null);
  const page = useRef({ at, look, others });
  useEffect(() => {
    page.current = { at, look, others };
  }, [at, look, others]);

  useEffect(() => {
    const stops = new AbortController();
    let source = open();
    let opened = Date.now();
    let asked = 0;

    function open() {
      const stream = new EventSource(events);
      stream.onopen = () => setConnection("open");
      stream.onmessage = ({ data }) => {
        const told: News = JSON.parse(data);
        setNews(told);
        const wait = Math.random() * spread * page.current.others.length;
        setTimeout(() => void follow(told.at), wait);
      };
      stream.addEventListener("people", ({ data }) => setOthers(JSON.parse(data)));
      stream.onerror = () => {
        setOthers([]);
        setConnection(stream.readyState === EventSource.CLOSED ? "closed" : "lost");
      };
      return stream;
    }

    async function follow(told: number) {
      if (told <= Math.max(page.current.at, asked)) return;
      if (isSending()) {
        setTimeout(() => void follow(told), shortly);
        return;
      }
      asked = told;
      try {
        await page.current.look();
        // A page of an older build is not given what is new.
        setTimeout(() => setBehind(told), patience);
      } catch {
        asked = 0;
      }
    }

    // Who was shut out may be let in again: somebody signed in anew, or the case is open again.
    function tryAgain() {
      if (source.readyState !== EventSource.CLOSED || Date.now() - opened < patience) return;
      opened = Date.now();
      source = open();
    }

    const { signal } = stops;
    for (const name of ["pointerdown", "keydown"])
      document.addEventListener(name, tryAgain, { signal });
    for (const name of ["focus", "online", "pageshow"])
      window.addEventListener(name, tryAgain, { signal });
    return () => {
      stops.abort();
      source.close();
    };
  }, [events]);

  return { connection, others, news: news && news.at > at ? news : null, behind: behind > at };
}
