import { Button } from "./button";

/** A form that is sent to go to the next page, so that what is typed in it is not lost. */
export interface SentAlong {
  /** The id of the form. */
  readonly form: string;
  readonly name: string;
  readonly value: string;
}

/** The way to the next page of a list; nothing on the last one. */
export function NextPage({ href, sent }: { href?: string | null; sent?: SentAlong | undefined }) {
  if (!href) return null;
  if (sent)
    return (
      <Button look="secondary" {...sent}>
        Next page
      </Button>
    );
  return (
    <p>
      <a className="govuk-link" href={href} rel="next">
        Next page
      </a>
    </p>
  );
}
