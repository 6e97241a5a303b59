import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { CheckboxesField } from "@/components/ui/checkboxes-field";
import { DataTable } from "@/components/ui/data-table";
import { PageTitle } from "@/components/ui/page-title";
import { TextField } from "@/components/ui/text-field";
import { listPeople } from "@/db/people";
import { roles, roleWords } from "@/domain/people";
import { addPersonAction } from "./actions";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage() {
  const viewer = await viewerFor("/people");
  const people = await listPeople(viewer);
  if (!people) notFound();
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
        ]}
        rows={people.map((person) => ({
          key: person.id,
          cells: [
            <a className="govuk-link" href={`/people/${person.id}`} key="name">
              {person.name}
            </a>,
            person.email,
            person.roles.map((role) => roleWords[role].label).join(", "),
            person.active ? "Open" : "Closed",
          ],
        }))}
      />
      <h2 className="govuk-heading-m">Add a person</h2>
      <ActionForm action={addPersonAction}>
        <TextField name="name" label="Name" autoComplete="off" />
        <TextField name="email" label="Email" type="email" autoComplete="off" />
        <CheckboxesField
          name="roles"
          legend="Roles"
          options={roles.map((role) => ({
            value: role,
            label: roleWords[role].label,
            hint: roleWords[role].does,
          }))}
        />
        <TextField
          name="password"
          label="First password"
          type="password"
          hint="At least 12 characters. Give it to the person yourself."
          autoComplete="new-password"
        />
        <Button>Add the person</Button>
      </ActionForm>
    </Shell>
  );
}
