/** The outputs that an import moves because it changes committed cases; nothing without one. */
export function ImportMoves({ moves }: { readonly moves: readonly string[] }) {
  if (moves.length === 0) return null;
  return (
    <div className="govuk-inset-text moves">
      <h2 className="govuk-heading-s">Committed cases change. That moves:</h2>
      <ul className="govuk-list govuk-list--bullet">
        {moves.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </div>
  );
}
