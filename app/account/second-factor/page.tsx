import type { Metadata } from "next";
import { Shell } from "@/app/shell";
import { currentNewcomer, viewerFor } from "@/app/viewer";
import { RecoveryCodesForm } from "@/components/account/recovery-codes-form";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageTitle } from "@/components/ui/page-title";
import { getSecondFactor, isSecondFactorRequired } from "@/db/sign-in/second-factor";
import {
  beginSecondFactorAction,
  confirmSecondFactorAction,
  renewRecoveryCodesAction,
} from "./actions";
import { KeyAndCode } from "./key-and-code";
import { HowItStands, NewCodes, OwnPassword, Removal } from "./standing";

export const metadata: Metadata = { title: "Second factor" };

/** The page of one's own second factor: the only one for somebody who must have one first. */
export default async function SecondFactorPage() {
  const newcomer = await currentNewcomer();
  const viewer = newcomer ?? (await viewerFor("/account/second-factor"));
  const own = await getSecondFactor(viewer);
  const required = await isSecondFactorRequired();
  const renewal = own.kind === "on" && <NewCodes />;
  return (
    <Shell viewer={viewer} newcomer={newcomer !== null}>
      <PageTitle title="Second factor" />
      {newcomer && (
        <Notice>
          Everyone in this study signs in with a password and a second factor. Set yours up to go
          on.
        </Notice>
      )}
      <RecoveryCodesForm
        action={confirmSecondFactorAction}
        rest={
          <>
            {own.kind === "none" && <SetUp />}
            {own.kind === "begun" && <BeginAgain />}
            {own.kind === "on" && <HowItStands own={own} required={required} />}
            <RecoveryCodesForm
              action={renewRecoveryCodesAction}
              rest={own.kind === "on" && <Removal required={required} />}
            >
              {renewal}
            </RecoveryCodesForm>
          </>
        }
      >
        {own.kind === "begun" && <KeyAndCode begun={own} />}
      </RecoveryCodesForm>
    </Shell>
  );
}

function SetUp() {
  return (
    <>
      <p className="govuk-body">
        A second factor is an app on your telephone, or in your password manager, that shows a new
        code every thirty seconds. You enter it after your password, so that somebody who learns
        your password still cannot sign in as you. Any authenticator app will do. It needs no
        connection, and learns nothing of your work.
      </p>
      <ActionForm action={beginSecondFactorAction}>
        <OwnPassword />
        <Button>Set up a second factor</Button>
      </ActionForm>
    </>
  );
}

function BeginAgain() {
  return (
    <>
      <h2 className="govuk-heading-m">If it does not work</h2>
      <p className="govuk-body">
        Check that the clock of the device with the app is right. Or begin again: the key above is
        then worth nothing, and can be removed from the app. Until the second factor is on, you sign
        in with your password alone.
      </p>
      <ActionForm action={beginSecondFactorAction}>
        <OwnPassword />
        <Button look="secondary">Begin again with a new key</Button>
      </ActionForm>
    </>
  );
}
