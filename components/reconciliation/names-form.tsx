import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";
import type { ReconciliationView } from "./reconciliation-view";
import { Mark } from "./track";

/** Who the letters are, where the team shows names; a lead turns that on and off. */
export function Names(props: {
  coders: ReconciliationView["coders"];
  shown: boolean;
  /** Absent for those who only look on. */
  showNames?: FormAction;
}) {
  const { coders, shown, showNames } = props;
  return (
    <div className="names">
      {shown ? (
        <ul>
          {coders.map(({ letter, name }) => (
            <li key={letter}>
              <Mark letter={letter} /> {name}
            </li>
          ))}
        </ul>
      ) : (
        <p className="muted">Names are hidden: the coders are {lettersOf(coders)}.</p>
      )}
      {showNames && (
        <ActionForm action={showNames} hidden={{ shown: shown ? "no" : "yes" }}>
          <Button look="secondary">{shown ? "Hide names" : "Show names to everybody here"}</Button>
        </ActionForm>
      )}
    </div>
  );
}

function lettersOf(coders: ReconciliationView["coders"]): string {
  return coders
    .map(({ letter }) => letter)
    .join(", ")
    .replace(/, (?=\w$)/, " and ");
}
