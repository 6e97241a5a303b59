import type { Agreed } from "./reconciliation-view";

/** How the level that stands was agreed; with the level, where the row may have another chosen. */
export function AgreedWords({ agreed, named }: { agreed: Agreed; named: boolean }) {
  return (
    <p className="agreed-words">
      {named && <b>{agreed.levelLabel} · </b>}
      {agreed.words}
    </p>
  );
}

/** Stands beside the button that saves. */
export function NotSaved() {
  return <span className="muted">Not saved</span>;
}

/** Tells whoever has a row in hand what others agreed there meanwhile. */
export function DecidedMeanwhile({ agreed }: { agreed: Agreed }) {
  return (
    <p className="overtaken">
      <b>Decided meanwhile: {agreed.levelLabel}.</b> {agreed.words}. What you entered is still here,
      and has not been saved.
    </p>
  );
}
