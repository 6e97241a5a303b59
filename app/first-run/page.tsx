import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Shell } from "@/app/shell";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { CheckboxesField } from "@/components/ui/checkboxes-field";
import { PageTitle } from "@/components/ui/page-title";
import { PasswordField } from "@/components/ui/password-field";
import { TextField } from "@/components/ui/text-field";
import { awaitsFirstAccount } from "@/db/people/first-run";
import { makeFirstAccountAction } from "./actions";

export const metadata: Metadata = { title: "Make the first account" };

export default async function FirstRunPage() {
  if (!(await awaitsFirstAccount())) notFound();
  return (
    <Shell viewer={null}>
      <PageTitle title="Make the first account" />
      <p className="govuk-body">
        This study is new and has no accounts. The first account leads the study and looks after the
        others’ accounts.
      </p>
      <ActionForm action={makeFirstAccountAction}>
        <TextField
          name="code"
          label="One-time code"
          hint="Concord printed it on the console when it started, such as ABCD-2345-EFGH"
          autoComplete="off"
        />
        <TextField name="name" label="Your name" autoComplete="name" />
        <TextField name="email" label="Email" type="email" autoComplete="username" />
        <PasswordField
          name="password"
          label="Password"
          hint="At least 12 characters; several words are easy to remember"
          autoComplete="new-password"
        />
        <CheckboxesField
          name="coder"
          legend="Do you also rate cases?"
          options={[{ value: "yes", label: "Yes, I am a coder too" }]}
        />
        <Button>Make the account</Button>
      </ActionForm>
    </Shell>
  );
}
