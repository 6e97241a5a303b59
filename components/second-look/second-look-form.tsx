import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";
import { type FactorAgain, ReadAgain } from "./read-again";

/** The factors to read again, each with what the coder gave first beside it. */
export function SecondLookForm(props: {
  factors: readonly FactorAgain[];
  themes: readonly { readonly key: string; readonly label: string }[];
  /** The revision that is shown, sent along as "revision". */
  revision: number;
  action: FormAction;
}) {
  const { factors } = props;
  return (
    <ActionForm action={props.action} hidden={{ revision: String(props.revision) }}>
      {factors.map((factor) => (
        <ReadAgain factor={factor} themes={props.themes} key={factor.key} />
      ))}
      <div className="buttons">
        <Button name="intent" value="check">
          Check your second look
        </Button>
        {factors.length > 0 && (
          <Button name="intent" value="save" look="secondary">
            Save and go on later
          </Button>
        )}
      </div>
    </ActionForm>
  );
}
