import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import type { CaseView } from "@/db/cases/cases";
import {
  beginSecondLookAction,
  endSecondLookAction,
  holdOpeningAction,
  openCaseAction,
} from "./actions";

/** The forms with which a lead says how a case opens: by itself, when asked, after a second look. */
export function OpeningForms({ found }: { found: CaseView }) {
  const { reference, may } = found;
  return (
    <>
      {may.hold && (
        <Details summary="Second look before it opens">
          <p>
            This case opens by itself when every coder has submitted. If it waits for a lead
            instead, a lead then opens it, or begins a second look first.
          </p>
          <p>This cannot be undone: the case never opens by itself again.</p>
          <ActionForm action={holdOpeningAction.bind(null, reference)}>
            <Button look="secondary">Wait for a lead</Button>
          </ActionForm>
        </Details>
      )}
      {may.endSecondLook && (
        <section aria-labelledby="end-second-look">
          <h3 id="end-second-look">End the second look</h3>
          <ActionForm action={endSecondLookAction.bind(null, reference)}>
            <TextArea
              name="reason"
              label="Reason"
              hint="The case opens. For whoever has not submitted a second look, what they gave first stands."
              rows={2}
            />
            <Button look="secondary">End it and open the case</Button>
          </ActionForm>
        </section>
      )}
    </>
  );
}

/**
 * Tells a lead that a case will wait for them, and what they choose between when it does; nothing
 * for everybody else.
 */
export function WaitingForLead({ found }: { found: CaseView }) {
  const { reference, may } = found;
  if (found.willWait)
    return (
      <Notice>
        When every coder has submitted, this case waits for a lead, who then opens it or begins a
        second look first.
      </Notice>
    );
  if (!may.open) return null;
  return (
    <Notice>
      <p>
        Every coder has submitted, and this case waits for a lead. Open it, or begin a second look
        first: each coder is then told which factors to read again, not how levels differ, and
        submits once more. Either can be done once and cannot be undone.
      </p>
      <div className="buttons">
        <ActionForm action={openCaseAction.bind(null, reference)}>
          <Button>Open the case</Button>
        </ActionForm>
        {may.beginSecondLook && (
          <ActionForm action={beginSecondLookAction.bind(null, reference)}>
            <Button look="secondary">Begin a second look</Button>
          </ActionForm>
        )}
      </div>
    </Notice>
  );
}
