import type { ReactNode } from "react";

/** A message above the page's content: what to know. */
export function Notice({ children }: { children: ReactNode }) {
  return <div className="notice">{children}</div>;
}
