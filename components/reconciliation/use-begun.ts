"use client";

import { type RefObject, useEffect, useRef, useState } from "react";

/** What stands of something that several people can change: its revision, and what it says. */
interface Standing<T> {
  readonly revision: number;
  readonly value: T;
}

/**
 * What a form was begun from: what stood when the viewer first changed something in it. It is sent
 * with that revision, and has that value under what they typed, however often the page is refreshed
 * meanwhile, so that nothing agreed by someone else is overwritten unseen. After a refusal it is
 * begun anew from `refused.seenRevision`, which the refusal told of.
 */
export function useBegun<T>(
  current: Standing<T>,
  answers: number,
  refused: { readonly seenRevision?: number } | null,
) {
  const [begun, setBegun] = useState<(Standing<T> & { answers: number }) | null>(null);
  const [sent, setSent] = useState<{ revision: number; answers: number } | null>(null);
  const touched = begun?.answers === answers ? begun : null;
  const seen = refused && (refused.seenRevision ?? sent?.revision ?? current.revision);
  const { revision, value } = touched ?? (seen === null ? current : { ...current, revision: seen });
  const sending = sent?.answers === answers;
  return {
    revision,
    value,
    underWay: touched !== null || refused !== null,
    /** Somebody else was faster. */
    overtaken: current.revision > revision && !sending,
    touch() {
      if (!touched) setBegun({ revision, value, answers });
    },
    send: () => setSent({ revision, answers }),
  };
}

/** Shows what came from elsewhere, unless the viewer has the form in hand. */
export function useShowLatest(
  form: RefObject<HTMLFormElement | null>,
  revision: number,
  inHand: boolean,
) {
  const shown = useRef(revision);
  useEffect(() => {
    if (shown.current === revision || inHand) return;
    shown.current = revision;
    form.current?.reset();
  }, [form, revision, inHand]);
}
