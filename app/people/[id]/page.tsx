import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { PageTitle } from "@/components/ui/page-title";
import { PasswordField } from "@/components/ui/password-field";
import { RadiosField } from "@/components/ui/radios-field";
import { TextField } from "@/components/ui/text-field";
import { getPerson } from "@/db/people/people";
import { accountSeen } from "@/domain/people";
import { RolesField } from "../roles-field";
import {
  changeAccountAction,
  correctPersonAction,
  giveFirstPasswordAction,
  removeSecondFactorOfAction,
} from "./actions";

export const metadata: Metadata = { title: "Change an account" };

export default async function PersonPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await viewerFor(`/people/${id}`);
  const person = await getPerson(viewer, id);
  if (!person) notFound();
  return (
    <Shell viewer={viewer} current="/people">
      <PageTitle title={person.name} facts={[person.email]} />
      <ActionForm
        action={changeAccountAction.bind(null, id)}
        // What is chosen is for the account as it stood when the page was opened.
        kept={{ seen: accountSeen(person) }}
      >
        <RolesField defaultValues={person.roles} />
        <RadiosField
          name="active"
          legend="May this person sign in?"
          options={[
            { value: "yes", label: "Yes" },
            {
              value: "no",
              label: "No, the account is closed",
              hint: "They are signed out at once. What they rated stays. A case that waits for them waits on, until a lead replaces them on the board.",
            },
          ]}
          defaultValue={person.active ? "yes" : "no"}
        />
        <Button>Save the account</Button>
      </ActionForm>
      <h2 className="govuk-heading-m">Name and email</h2>
      <p className="govuk-body">
        For a slip, or a new name. What was done under the old one stays theirs.
      </p>
      <ActionForm action={correctPersonAction.bind(null, id)} kept={{ seen: accountSeen(person) }}>
        <TextField name="name" label="Name" autoComplete="off" defaultValue={person.name} />
        <TextField
          name="email"
          label="Email"
          type="email"
          hint="They sign in with it from now on: tell them."
          autoComplete="off"
          defaultValue={person.email}
        />
        <Button look="secondary">Save name and email</Button>
      </ActionForm>
      {person.id !== viewer.id && (
        <>
          <h2 className="govuk-heading-m">New first password</h2>
          <p className="govuk-body">
            For when {person.name} has forgotten theirs, and you are sure that it is they who ask.
            They are signed out everywhere, and should choose another password when they sign in.
          </p>
          <ActionForm action={giveFirstPasswordAction.bind(null, id)}>
            <PasswordField
              name="password"
              label="First password"
              hint="At least 12 characters. Give it to the person yourself."
              autoComplete="new-password"
            />
            <Button look="secondary">Give this password</Button>
          </ActionForm>
        </>
      )}
      <h2 className="govuk-heading-m">Second factor</h2>
      {person.secondFactorId && id === viewer.id ? (
        <p className="govuk-body">
          You sign in with a password and a code from an app. Change that{" "}
          <a className="govuk-link" href="/account">
            under your account
          </a>
          .
        </p>
      ) : person.secondFactorId ? (
        <>
          <p className="govuk-body">
            {person.name} signs in with a password and a code from an app. Remove the second factor
            when they have lost the app and their recovery codes, and when you are sure that it is
            they who ask. That signs them out everywhere; then they sign in with their password
            alone until they set up another.
          </p>
          <ActionForm
            action={removeSecondFactorOfAction.bind(null, id)}
            kept={{ secondFactor: person.secondFactorId }}
          >
            <Button look="warning">Remove the second factor</Button>
          </ActionForm>
        </>
      ) : (
        <p className="govuk-body">{person.name} has none.</p>
      )}
    </Shell>
  );
}
