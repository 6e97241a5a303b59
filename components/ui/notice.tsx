import type { ReactNode } from "react";

/** A message above the page's content: what was done, or what to know. */
export function Notice(props: { kind?: "success" | "information"; children: ReactNode }) {
  const { kind = "information", children } = props;
  return (
    <div className={`notice notice-${kind}`} role={kind === "success" ? "status" : undefined}>
      {children}
    </div>
  );
}
