import { codersToAssign } from "@/app/practice/words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { CheckboxesField } from "@/components/ui/checkboxes-field";
import { Details } from "@/components/ui/details";
import { Notice } from "@/components/ui/notice";
import { RadiosField } from "@/components/ui/radios-field";
import { TextArea } from "@/components/ui/text-area";
import type { CaseView } from "@/db/cases/cases";
import type { Coder } from "@/db/people/people";
import { assignAction, goOnWithoutAction } from "./actions";

interface Props {
  readonly found: CaseView;
  /** Everyone who can be assigned; empty for those who do not assign. */
  readonly coders: readonly Coder[];
  /** The ids of those who cannot begin before they have practised. */
  readonly yetToPractise: readonly string[];
}

/** The forms with which a lead assigns coders, and goes on without one. */
export function CoderForms({ found, coders, yetToPractise }: Props) {
  const { may } = found;
  const assigned = found.coders ?? [];
  const free = coders.filter((coder) => !assigned.some((one) => one.id === coder.id));
  const waitedFor = assigned.filter((coder) => !coder.submitted);
  return (
    <>
      {may.assign && found.needsCoders && assigned.length > 0 && (
        <Notice>
          This case needs another coder: two are needed, and one is left. Nobody sees what they rate
          before another has submitted too.
        </Notice>
      )}
      {may.assign && free.length > 0 && (
        <Details
          summary={assigned.length === 0 ? "Assign coders" : "Assign another coder"}
          open={found.needsCoders}
        >
          <ActionForm action={assignAction.bind(null, found.reference)}>
            <span id="assign" />
            <CheckboxesField
              name="coders"
              legend="Coders to assign"
              hint={
                found.needsCoders
                  ? "Two or three for a case"
                  : "Whoever joins is blind until they submit. Until then the case is closed to the others too."
              }
              options={codersToAssign(free, yetToPractise)}
            />
            <Button look="secondary">Assign</Button>
          </ActionForm>
        </Details>
      )}
      {may.assign && coders.length === 0 && (
        <p className="muted">There is nobody to assign yet: add people with the role Coder.</p>
      )}
      {may.assign && !may.goOnWithout && !found.needsCoders && waitedFor.length > 0 && (
        <p className="muted">
          To go on without a coder who will not submit, assign another first: two are needed.
        </p>
      )}
      {may.goOnWithout && (
        <Details summary="Go on without a coder">
          <ActionForm action={goOnWithoutAction.bind(null, found.reference)}>
            <RadiosField
              name="coder"
              legend="Who has not submitted and will not?"
              options={waitedFor.map((coder) => ({ value: coder.id, label: coder.name }))}
            />
            <TextArea
              name="reason"
              label="Reason"
              hint="They cannot be assigned to this case again. What they drafted never counts."
              rows={2}
            />
            <Button look="secondary">Go on without them</Button>
          </ActionForm>
        </Details>
      )}
    </>
  );
}
