import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { PageTitle } from "@/components/ui/page-title";
import { PasswordField } from "@/components/ui/password-field";
import { RadiosField } from "@/components/ui/radios-field";
import { TextField } from "@/components/ui/text-field";
import { listPeople, type PersonRow } from "@/db/people/people";
import { isSecondFactorRequired } from "@/db/sign-in/second-factor";
import { roleWords } from "@/domain/people";
import { addPersonAction, requireSecondFactorAction } from "./actions";
import { RolesField } from "./roles-field";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage() {
  const viewer = await viewerFor("/people");
  const people = await listPeople(viewer);
  if (!people) notFound();
  const required = await isSecondFactorRequired();
  return (
    <Shell viewer={viewer} current="/people">
      <PageTitle title="People" />
      <DataTable
        caption="Accounts"
        captionHidden
        narrow="cards"
        columns={[
          { key: "name", label: "Name" },
          { key: "email", label: "Email" },
          { key: "roles", label: "Roles" },
          { key: "account", label: "Account" },
          { key: "secondFactor", label: "Second factor" },
        ]}
        rows={people.map((person) => ({
          key: person.id,
          cells: [
            <a className="govuk-link" href={`/people/${person.id}`} key="name">
              {person.name}
            </a>,
            person.email,
            person.roles.map((role) => roleWords[role].label).join(", "),
            accountWords(person),
            person.secondFactorId ? "Set up" : "None",
          ],
        }))}
      />
      <h2 className="govuk-heading-m">Add a person</h2>
      <ActionForm action={addPersonAction}>
        <TextField name="name" label="Name" autoComplete="off" />
        <TextField name="email" label="Email" type="email" autoComplete="off" />
        <RolesField />
        <PasswordField
          name="password"
          label="First password"
          hint="At least 12 characters. Give it to the person yourself."
          autoComplete="new-password"
        />
        <Button>Add the person</Button>
      </ActionForm>
      <SecondFactorForAll required={required} />
    </Shell>
  );
}

function SecondFactorForAll({ required }: { required: boolean }) {
  return (
    <>
      <h2 className="govuk-heading-m">Second factor</h2>
      <p className="govuk-body" role="status">
        {required
          ? "Everyone must sign in with a password and a code from an app."
          : "Each person decides whether they also sign in with a code from an app."}
      </p>
      <ActionForm action={requireSecondFactorAction}>
        <RadiosField
          name="required"
          legend="Must everyone have a second factor?"
          options={[
            {
              value: "yes",
              label: "Yes",
              hint: "Whoever has none is led to set one up before anything else, from their next click.",
            },
            { value: "no", label: "No" },
          ]}
          defaultValue={required ? "yes" : "no"}
        />
        <Button>Save</Button>
      </ActionForm>
    </>
  );
}

function accountWords({ active, firstPassword }: PersonRow): string {
  if (!active) return "Closed";
  return firstPassword ? "Open, first password" : "Open";
}
