/** What does not fit together in a record; each leads to the section where it can be mended. */
export function RecordWarnings(props: {
  /** The page that the sections are under; null for those who cannot change them. */
  page: string | null;
  warnings: readonly { readonly section: string; readonly message: string }[];
}) {
  const { page, warnings } = props;
  if (warnings.length === 0) return null;
  return (
    <div className="govuk-inset-text">
      <h2 className="govuk-heading-s">To look at</h2>
      <ul className="govuk-list govuk-list--bullet">
        {warnings.map(({ section, message }) => (
          <li key={message}>
            {page ? (
              <a className="govuk-link" href={`${page}/${section}`}>
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
