import { ActionForm } from "@/components/ui/action-form";
import { Button, ButtonLink } from "@/components/ui/button";
import type { CaseView } from "@/db/cases/cases";
import { takeBackAction } from "./actions";

interface Props {
  readonly found: CaseView;
  /** Who opened the page. */
  readonly personId: string;
}

/** What the viewer can do with the case now. */
export function CaseActions({ found, personId }: Props) {
  const { reference, may } = found;
  const page = `/cases/${reference}`;
  return (
    <>
      {may.rate && <ButtonLink href={`${page}/rate`}>Rate</ButtonLink>}
      {may.readAgain && <ButtonLink href={`${page}/second-look`}>Read again</ButtonLink>}
      {may.reconcile && <ButtonLink href={`${page}/reconcile`}>Reconcile</ButtonLink>}
      {may.handBack && (
        <ButtonLink href={`${page}/hand-back`} look="secondary">
          Hand back
        </ButtonLink>
      )}
      {may.takeBack && (
        <ActionForm action={takeBackAction.bind(null, { reference, personId })}>
          <Button look="secondary">Take your submission back</Button>
        </ActionForm>
      )}
      {may.reopen && (
        <ButtonLink href={`${page}/reopen`} look="secondary">
          Reopen
        </ButtonLink>
      )}
    </>
  );
}
