import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { PageTitle } from "@/components/ui/page-title";
import { RadiosField } from "@/components/ui/radios-field";
import { getTeamSettings } from "@/db/team";
import { changeTeamSettingsAction } from "./actions";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const viewer = await viewerFor("/settings");
  const settings = await getTeamSettings(viewer);
  if (!settings) notFound();
  const { secondPersonConfirms } = settings;
  return (
    <Shell viewer={viewer} current="/settings">
      <PageTitle title="Settings" facts={["How your team works"]} />
      <h2 className="govuk-heading-m">Commits to the dataset</h2>
      <p className="govuk-body" role="status">
        {secondPersonConfirms
          ? "A second person confirms each commit."
          : "A lead commits a case alone."}
      </p>
      <ActionForm action={changeTeamSettingsAction}>
        <RadiosField
          name="secondPerson"
          legend="Does a second person confirm each commit?"
          options={[
            {
              value: "yes",
              label: "Yes",
              hint: "What one lead commits is a proposal, until another lead or a coder of the case confirms it. Nobody decides alone on a case that they coded.",
            },
            { value: "no", label: "No" },
          ]}
          defaultValue={secondPersonConfirms ? "yes" : "no"}
        />
        <Button>Save</Button>
      </ActionForm>
      <h2 className="govuk-heading-m">What the record of a case can be</h2>
      <ul className="govuk-list">
        <li>
          <a className="govuk-link" href="/code-lists">
            Code lists
          </a>
        </li>
        <li>
          <a className="govuk-link" href="/samples">
            Samples
          </a>
        </li>
      </ul>
    </Shell>
  );
}
