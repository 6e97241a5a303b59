/** The link to the next page of a list; nothing on the last one. */
export function NextPage({ href }: { href?: string | null }) {
  if (!href) return null;
  return (
    <p>
      <a className="govuk-link" href={href} rel="next">
        Next page
      </a>
    </p>
  );
}
