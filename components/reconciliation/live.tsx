"use client";

import { createContext, useContext } from "react";
import type { Agreed, News } from "./reconciliation-view";

/** The levels agreed in the room, as far as they were told since the page was made. */
export const Live = createContext<News["agreed"]>({});

/** The level that stands for a factor: as the page has it, or as it was told since. */
export function useAgreed(factor: string, agreed: Agreed | null): Agreed | null {
  const told = useContext(Live)[factor];
  return told && told.revision > (agreed?.revision ?? 0) ? told : agreed;
}

/** The level that stands for a factor, for those who only look on. */
export function AgreedLevel(props: { factor: string; agreed: Agreed | null }) {
  const agreed = useAgreed(props.factor, props.agreed);
  if (!agreed) return <span className="muted">Not decided yet</span>;
  return (
    <>
      <b>{agreed.levelLabel}</b>
      <p className="agreed-words">{agreed.words}</p>
    </>
  );
}
