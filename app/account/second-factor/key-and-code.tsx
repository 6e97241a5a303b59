import { QrCode } from "@/components/account/qr-code";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import type { SecondFactor } from "@/db/sign-in/second-factor";

/** The key for the app, and the field for the first code that it makes of it. */
export function KeyAndCode({ begun }: { begun: Extract<SecondFactor, { kind: "begun" }> }) {
  return (
    <>
      <h2 className="govuk-heading-m">1. Give your app the key</h2>
      <p className="govuk-body">Scan this picture with your authenticator app.</p>
      <QrCode
        text={begun.address}
        label="QR code with the key for your app. The same key is written below."
      />
      <p className="govuk-body">
        Or type this key into the app: <code className="key">{inFours(begun.key)}</code>
      </p>
      <h2 className="govuk-heading-m">2. Enter the code that it shows</h2>
      <TextField
        name="code"
        label="Code"
        hint="Six figures"
        autoComplete="one-time-code"
        inputMode="numeric"
        width="short"
      />
      <Button>Turn it on</Button>
    </>
  );
}

function inFours(key: string): string {
  return key.replaceAll(/.{4}(?=.)/g, "$& ");
}
