import type { Given, ReconciliationRow } from "./reconciliation-view";

/** Where each coder stands on a factor: a mark with letter and shape per coder. */
export function Track({ row }: { row: ReconciliationRow }) {
  const points = [...row.factor.levels].sort((a, b) => a.score - b.score);
  return (
    <>
      <span className="govuk-visually-hidden">{inWords(row.given)}</span>
      <div className="track" aria-hidden="true">
        {points.map((level) => (
          <span className={`track-point at-${level.score}`} key={level.key}>
            {row.given
              .filter((given) => given.levelKey === level.key)
              .map(({ letter }) => (
                <Mark letter={letter} key={letter} />
              ))}
          </span>
        ))}
      </div>
    </>
  );
}

/** A coder's mark, told apart by letter and shape. */
export function Mark({ letter }: { letter: string }) {
  return (
    <span className={`mark mark-${letter}`}>
      <span>{letter}</span>
    </span>
  );
}

function inWords(given: readonly Given[]): string {
  return given.map(({ coder, levelLabel }) => `${coder} ${levelLabel}`).join(", ");
}
