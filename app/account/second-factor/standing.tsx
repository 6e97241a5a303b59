import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PasswordField } from "@/components/ui/password-field";
import { SummaryList } from "@/components/ui/summary-list";
import type { SecondFactor } from "@/db/sign-in/second-factor";
import { formatDate } from "@/domain/dates";

type On = Extract<SecondFactor, { kind: "on" }>;

const fewCodes = 2;

/** Since when the second factor is on, and what to see to. */
export function HowItStands({ own, required }: { own: On; required: boolean }) {
  return (
    <>
      {own.keyLost && (
        <Notice>
          Concord can no longer check the codes of your app: what it checks them with was lost. Only
          your recovery codes work.{" "}
          {required
            ? "Ask an admin to remove this second factor, then set up another."
            : "Remove this second factor, then set up another."}
        </Notice>
      )}
      {own.codesLeft <= fewCodes && (
        <Notice>
          {leftWords(own.codesLeft)} Make new ones, or you will need an admin when you lose your
          app.
        </Notice>
      )}
      <SummaryList
        rows={[
          { key: "On since", value: formatDate(own.since) },
          { key: "Recovery codes left", value: `${own.codesLeft} of 10` },
        ]}
      />
    </>
  );
}

function leftWords(codes: number): string {
  if (codes === 0) return "You have no recovery codes left.";
  return codes === 1 ? "You have 1 recovery code left." : `You have ${codes} recovery codes left.`;
}

/** The fields of the form that makes new recovery codes. */
export function NewCodes() {
  return (
    <>
      <h2 className="govuk-heading-m">Recovery codes</h2>
      <p className="govuk-body">
        Each signs you in once without your app. New ones take the place of all that you have.
      </p>
      <OwnPassword />
      <Button>Make new recovery codes</Button>
    </>
  );
}

/** The way to remove the second factor, or why there is none. */
export function Removal({ required }: { required: boolean }) {
  return (
    <>
      <h2 className="govuk-heading-m">Another app, or none</h2>
      {required ? (
        <p className="govuk-body">
          Everyone in this study signs in with a second factor, so you cannot remove yours. To use
          another app, ask an admin to remove it, then set up another.
        </p>
      ) : (
        <>
          <p className="govuk-body">
            To use another app, remove this second factor and set up another.
          </p>
          <ButtonLink href="/account/second-factor/remove" look="secondary">
            Remove the second factor
          </ButtonLink>
        </>
      )}
    </>
  );
}

/** Asks for the password again, before sign-in is changed. */
export function OwnPassword() {
  return <PasswordField name="password" label="Your password" autoComplete="current-password" />;
}
