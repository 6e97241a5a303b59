import type { Factor } from "@/domain/codebook/codebook";

/** What the codebook says of a factor. */
export type Guided = Pick<Factor, "definition" | "useWhen" | "doNotUseWhen" | "levels">;

/** How a factor is rated: what it is, what its levels mean, when to use it and when not. */
export function Guidance(props: {
  factor: Guided;
  /** False where what the levels mean stands beside them already. */
  withLevels?: boolean;
}) {
  const { definition, useWhen, doNotUseWhen, levels } = props.factor;
  const anchored = props.withLevels === false ? [] : levels.filter(({ anchor }) => anchor !== "");
  return (
    <div className="guidance">
      <p>{definition}</p>
      {anchored.length > 0 && (
        <dl>
          {anchored.map((level) => (
            <div key={level.key}>
              <dt>{level.label}</dt>
              <dd>{level.anchor}</dd>
            </div>
          ))}
        </dl>
      )}
      {useWhen && (
        <p>
          <b>Use when:</b> {useWhen}
        </p>
      )}
      {doNotUseWhen && (
        <p>
          <b>Do not use when:</b> {doNotUseWhen}
        </p>
      )}
    </div>
  );
}
