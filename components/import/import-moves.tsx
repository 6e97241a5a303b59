interface Props {
  readonly moves: readonly string[];
  readonly heading?: string;
}

/** The outputs that an import moves because it changes committed cases; nothing without one. */
export function ImportMoves({ moves, heading = "Committed cases change. That moves:" }: Props) {
  if (moves.length === 0) return null;
  return (
    <div className="govuk-inset-text moves">
      <h2 className="govuk-heading-s">{heading}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {moves.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </div>
  );
}
