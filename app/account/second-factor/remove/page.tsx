import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { PageTitle } from "@/components/ui/page-title";
import { PasswordField } from "@/components/ui/password-field";
import { getSecondFactor, isSecondFactorRequired } from "@/db/sign-in/second-factor";
import { removeSecondFactorAction } from "../actions";

export const metadata: Metadata = { title: "Remove your second factor" };

export default async function RemoveSecondFactorPage() {
  const viewer = await viewerFor("/account/second-factor/remove");
  const isOn = (await getSecondFactor(viewer)).kind === "on";
  if (!isOn || (await isSecondFactorRequired())) redirect("/account/second-factor");
  return (
    <Shell viewer={viewer}>
      <PageTitle title="Remove your second factor" />
      <p className="govuk-body">
        You then sign in with your password alone. Your recovery codes stop working.
      </p>
      <ActionForm action={removeSecondFactorAction}>
        <PasswordField name="password" label="Your password" autoComplete="current-password" />
        <div className="buttons">
          <Button look="warning">Remove the second factor</Button>
          <a className="govuk-link" href="/account/second-factor">
            Keep it
          </a>
        </div>
      </ActionForm>
    </Shell>
  );
}
