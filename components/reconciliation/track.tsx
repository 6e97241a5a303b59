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
      <p className="track-words" aria-hidden="true">
        {points
          .map((level) => standingAt(level.key, row.given))
          .filter(Boolean)
          .join(" · ")}
      </p>
      {row.given.filter(hasMoved).map(({ letter, first }) => (
        <p className="at-first track-first" aria-hidden="true" key={letter}>
          {letter} at first {first?.levelLabel}
        </p>
      ))}
    </>
  );
}

// Such as "A, C Not indicated"; "" where nobody stands.
function standingAt(levelKey: string, all: readonly Given[]): string {
  const given = all.filter((one) => one.levelKey === levelKey);
  const [first] = given;
  return first ? `${given.map(({ letter }) => letter).join(", ")} ${first.levelLabel}` : "";
}

// Whether the coder holds another level than at first.
function hasMoved({ first, levelLabel }: Given): boolean {
  return first !== null && first.levelLabel !== levelLabel;
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
  return given
    .map((one) => {
      const words = `${one.coder} ${one.levelLabel}`;
      return hasMoved(one) ? `${words} (at first ${one.first?.levelLabel})` : words;
    })
    .join(", ");
}
