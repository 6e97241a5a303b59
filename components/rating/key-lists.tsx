import type { FactorView } from "./rating-form-state";
import { factorKeys } from "./rating-keys";

/** What the keys besides letters and digits do. */
const otherKeys = [
  { key: "n", does: "Go to the next factor without a level" },
  { key: "w", does: "Write the note of the factor in hand" },
  { key: "Esc", does: "Leave the note, back to its levels" },
  { key: "u", does: "Unsure, or no longer unsure" },
  { key: "?", does: "Show these keys" },
] as const;

/** What each key of the rating page does. */
export function KeyLists({
  factors,
}: {
  factors: readonly Pick<FactorView, "key" | "label" | "levels">[];
}) {
  const inOrder = [...(factors[0]?.levels ?? [])].reverse();
  return (
    <>
      <p>
        They work while a factor, or anything else in this form, has the focus, and never while you
        type.
      </p>
      <div className="key-lists">
        <dl>
          {factors.map(({ key, label }, index) => (
            <Key key={key} name={factorKeys[index] ?? ""} does={label} />
          ))}
        </dl>
        <dl>
          {inOrder.map(({ key, score, label }) => (
            <Key key={key} name={String(score)} does={label} />
          ))}
          {otherKeys.map(({ key, does }) => (
            <Key key={key} name={key} does={does} />
          ))}
        </dl>
      </div>
      <p>
        On child protection plan takes 0 for No, 2 for Yes, previously, and 3 for Yes, currently.
      </p>
    </>
  );
}

function Key({ name, does }: { name: string; does: string }) {
  return (
    <div>
      <dt>
        <kbd>{name}</kbd>
      </dt>
      <dd>{does}</dd>
    </div>
  );
}
