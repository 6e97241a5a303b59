"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** The keys of the rating page, over it. */
export function KeyHelp(props: { children: ReactNode; isOpen: boolean; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (props.isOpen) dialog.current?.showModal();
  }, [props.isOpen]);
  return (
    <dialog
      ref={dialog}
      className="key-help"
      aria-labelledby="key-help-heading"
      onClose={props.onClose}
    >
      <h2 id="key-help-heading">Keys</h2>
      {props.children}
      <button type="button" className="govuk-button" onClick={() => dialog.current?.close()}>
        Close
      </button>
    </dialog>
  );
}
