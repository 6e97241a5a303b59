"use client";

import { useEffect, useRef } from "react";
import type { FactorView } from "./rating-form-state";
import { factorKeys, otherKeys } from "./rating-keys";

/** The keys of the rating page, over it. */
export function KeyHelp(props: {
  factors: readonly FactorView[];
  isOpen: boolean;
  onClose: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (props.isOpen) dialog.current?.showModal();
  }, [props.isOpen]);
  const inOrder = [...(props.factors[0]?.levels ?? [])].reverse();
  return (
    <dialog
      ref={dialog}
      className="key-help"
      aria-labelledby="key-help-heading"
      onClose={props.onClose}
    >
      <h2 id="key-help-heading">Keys</h2>
      <p>
        They work while a factor, or anything else in this form, has the focus, and never while you
        type.
      </p>
      <div className="key-lists">
        <dl>
          {props.factors.map(({ key, label }, index) => (
            <Key key={key} name={factorKeys[index] ?? ""} does={label} />
          ))}
        </dl>
        <dl>
          {inOrder.map(({ key, score, label }) => (
            <Key key={key} name={String(score)} does={label} />
          ))}
          {otherKeys.map(({ key, does }) => (
            <Key key={key} name={key} does={does} />
          ))}
        </dl>
      </div>
      <p>
        On child protection plan takes 0 for No, 2 for Yes, previously, and 3 for Yes, currently.
      </p>
      <button type="button" className="govuk-button" onClick={() => dialog.current?.close()}>
        Close
      </button>
    </dialog>
  );
}

function Key({ name, does }: { name: string; does: string }) {
  return (
    <div>
      <dt>
        <kbd>{name}</kbd>
      </dt>
      <dd>{does}</dd>
    </div>
  );
}
