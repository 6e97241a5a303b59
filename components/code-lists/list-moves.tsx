/** The outputs that an edit of a code list moves. */
export function ListMoves({ moves }: { readonly moves: readonly string[] }) {
  return (
    <div className="govuk-inset-text moves">
      <h2 className="govuk-heading-s">
        What changes when a value of committed cases is renamed or counts differently
      </h2>
      <ul className="govuk-list govuk-list--bullet">
        {moves.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </div>
  );
}
