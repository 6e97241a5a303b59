import type { ReactNode } from "react";

export type TagTone = "neutral" | "good" | "warm" | "alarm" | "outline" | "plain";

/** A short state in words. The tone only supports the words. */
export function Tag({ children, tone = "neutral" }: { children: ReactNode; tone?: TagTone }) {
  return <strong className={`govuk-tag tag-${tone}`}>{children}</strong>;
}
