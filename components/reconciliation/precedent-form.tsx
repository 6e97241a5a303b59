import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";
import { TextField } from "@/components/ui/text-field";
import { RowForm } from "./row-form";

/** Makes a decided disagreement a precedent, or takes the precedent back. */
export function PrecedentForm(props: {
  factor: { readonly key: string; readonly label: string };
  /** "" when it is no precedent yet. */
  summary: string;
  make: FormAction;
  takeBack: FormAction;
}) {
  const { factor, summary, make, takeBack } = props;
  if (summary !== "")
    return (
      <ActionForm action={takeBack} hidden={{ factor: factor.key }} className="own-precedent">
        <p>
          <b>Precedent:</b> {summary}
        </p>
        <TakeBack label={factor.label} />
      </ActionForm>
    );
  return (
    <RowForm factor={factor} what="Make this a precedent" revision={0} action={make}>
      <TextField
        name={`${factor.key}.summary`}
        label="Summary"
        hint="One sentence for later cases. It is shown on Precedents once this case is committed."
        width="full"
        autoComplete="off"
      />
      <Button look="secondary">
        Make a precedent<span className="govuk-visually-hidden"> on {factor.label}</span>
      </Button>
    </RowForm>
  );
}

/** The button that takes a precedent back. */
export function TakeBack({ label }: { label: string }) {
  return (
    <button type="submit" className="link-button">
      Take this precedent back<span className="govuk-visually-hidden"> on {label}</span>
    </button>
  );
}
