import type { ReactNode } from "react";
import { classes } from "./field-words";

type Look = "primary" | "secondary" | "warning";

function buttonClasses(look: Look): string {
  return classes("govuk-button", look !== "primary" && `govuk-button--${look}`);
}

export interface ButtonProps {
  readonly children: ReactNode;
  readonly look?: Look;
  readonly name?: string;
  readonly value?: string;
  readonly id?: string;
  /** The id of the form it sends, when it stands outside. */
  readonly form?: string;
}

/** Sends the form it stands in. */
export function Button({ children, look = "primary", ...rest }: ButtonProps) {
  return (
    <button type="submit" className={buttonClasses(look)} {...rest}>
      {children}
    </button>
  );
}

/** A link that starts something, drawn as a button. */
export function ButtonLink(props: { href: string; children: ReactNode; look?: Look }) {
  return (
    <a href={props.href} className={buttonClasses(props.look ?? "primary")}>
      {props.children}
    </a>
  );
}
