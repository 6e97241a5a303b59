import type { Metadata } from "next";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { PageTitle } from "@/components/ui/page-title";
import { PasswordField } from "@/components/ui/password-field";
import { getSecondFactor } from "@/db/sign-in/second-factor";
import { roleWords } from "@/domain/people";
import { changePasswordAction } from "./actions";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const viewer = await viewerFor("/account");
  const hasSecondFactor = (await getSecondFactor(viewer)).kind === "on";
  return (
    <Shell viewer={viewer}>
      <PageTitle
        title="Your account"
        facts={[
          `Signed in as ${viewer.name}`,
          `Roles: ${viewer.roles.map((role) => roleWords[role].label).join(", ")}`,
        ]}
      />
      <h2 className="govuk-heading-m">Change your password</h2>
      <ActionForm action={changePasswordAction}>
        <PasswordField
          name="current"
          label="The password you have now"
          autoComplete="current-password"
        />
        <PasswordField
          name="next"
          label="New password"
          hint="At least 12 characters; several words are easy to remember. You are signed out everywhere else."
          autoComplete="new-password"
        />
        <Button>Change the password</Button>
      </ActionForm>
      <h2 className="govuk-heading-m">Second factor</h2>
      <p className="govuk-body">
        {hasSecondFactor
          ? "You sign in with your password and a code from your app."
          : "You sign in with your password alone."}{" "}
        <a className="govuk-link" href="/account/second-factor">
          {hasSecondFactor ? "See to your second factor" : "Set up a second factor"}
        </a>
      </p>
      <h2 className="govuk-heading-m">Sign out everywhere</h2>
      <p className="govuk-body">
        Ends your sign-in on every machine and browser, this one too. Drafts are saved as you go.
      </p>
      <form method="post" action="/sign-out">
        <Button look="secondary" name="everywhere" value="yes">
          Sign out everywhere
        </Button>
      </form>
    </Shell>
  );
}
