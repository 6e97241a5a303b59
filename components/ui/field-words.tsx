import type { ReactNode } from "react";

/** Joins class names, leaving out what is false. */
export function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}

/**
 * The ids of hint, error and warning for aria-describedby; undefined when there are none. A field
 * that is watched for what identifies somebody has a place for the warning, empty or not.
 */
export function describedBy(
  name: string,
  hint?: ReactNode,
  error?: string,
  watched = false,
): string | undefined {
  const ids = [
    hint && `${name}-hint`,
    error && `${name}-error`,
    watched && `${name}-identifying`,
  ].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

export function Hint({ name, children }: { name: string; children?: ReactNode }) {
  if (!children) return null;
  return (
    <div id={`${name}-hint`} className="govuk-hint">
      {children}
    </div>
  );
}

export function ErrorMessage({ name, children }: { name: string; children?: string }) {
  if (!children) return null;
  return (
    <p id={`${name}-error`} className="govuk-error-message">
      <span className="govuk-visually-hidden">Error: </span>
      {children}
    </p>
  );
}

/** The frame of a field: a red line on its left while it has a problem. */
export function FormGroup({ error, children }: { error?: string; children: ReactNode }) {
  return (
    <div className={classes("govuk-form-group", error && "govuk-form-group--error")}>
      {children}
    </div>
  );
}
