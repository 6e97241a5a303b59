import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { CheckboxesField } from "@/components/ui/checkboxes-field";
import { PageTitle } from "@/components/ui/page-title";
import { RadiosField } from "@/components/ui/radios-field";
import { getPerson } from "@/db/people";
import { roles, roleWords } from "@/domain/people";
import { changeAccountAction } from "./actions";

export const metadata: Metadata = { title: "Change an account" };

export default async function PersonPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await viewerFor(`/people/${id}`);
  const person = await getPerson(viewer, id);
  if (!person) notFound();
  return (
    <Shell viewer={viewer} current="/people">
      <PageTitle title={person.name} facts={[person.email]} />
      <ActionForm action={changeAccountAction.bind(null, id)}>
        <CheckboxesField
          name="roles"
          legend="Roles"
          options={roles.map((role) => ({
            value: role,
            label: roleWords[role].label,
            hint: roleWords[role].does,
          }))}
          defaultValues={person.roles}
        />
        <RadiosField
          name="active"
          legend="May this person sign in?"
          options={[
            { value: "yes", label: "Yes" },
            {
              value: "no",
              label: "No, the account is closed",
              hint: "They are signed out at once. What they rated stays.",
            },
          ]}
          defaultValue={person.active ? "yes" : "no"}
        />
        <Button>Save the account</Button>
      </ActionForm>
    </Shell>
  );
}
