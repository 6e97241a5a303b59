import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { type Query, textIn } from "@/app/query";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { PageTitle } from "@/components/ui/page-title";
import { RadiosField } from "@/components/ui/radios-field";
import { TextField } from "@/components/ui/text-field";
import { getRequirement } from "@/db/practice-cases/requirement";
import { getTeamSettings, settingsSeen } from "@/db/study/team";
import { changeTeamSettingsAction } from "./actions";
import { PracticeRequired } from "./practice-required";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const viewer = await viewerFor("/settings", query);
  const settings = await getTeamSettings(viewer);
  if (!settings) notFound();
  const { secondPersonConfirms, withheldUpTo, licence } = settings;
  return (
    <Shell viewer={viewer} current="/settings">
      <PageTitle title="Settings" facts={["How your team works"]} />
      <p className="govuk-body" role="status">
        {secondPersonConfirms
          ? "A second person confirms each commit."
          : "A lead commits a case alone."}{" "}
        {`What is published of a release leaves out counts from 1 to ${withheldUpTo}.`}{" "}
        {licence
          ? `The licence of the data is ${licence.title}.`
          : "No licence of the data is named."}
      </p>
      <ActionForm
        // What was saved stands in a form anew, as it is kept.
        key={textIn(query, "after")}
        action={changeTeamSettingsAction}
        // What was typed is of the settings as they stood when the page was opened.
        kept={{ seen: settingsSeen(settings) }}
      >
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
        <TextField
          name="withheldUpTo"
          label="Which counts are too small to be published?"
          hint="The largest one. Counts from 1 up to it are withheld from the tables for publication, and whatever would let a reader work them out. It holds for releases that are made from now on."
          inputMode="numeric"
          width="short"
          defaultValue={String(withheldUpTo)}
        />
        <TextField
          name="licence"
          label="Under what licence may the data be used? (optional)"
          hint="Its name, such as CC BY 4.0. It stands in the files of an export, and in those of releases that are made from now on. Without one they say that none is named."
          width="full"
          autoComplete="off"
          defaultValue={licence?.title ?? ""}
        />
        <TextField
          name="licenceAddress"
          label="Where can the licence be read? (if you name one)"
          hint="Its address, such as https://creativecommons.org/licenses/by/4.0/"
          width="full"
          autoComplete="off"
          defaultValue={licence?.address ?? ""}
        />
        <Button>Save</Button>
      </ActionForm>
      <PracticeRequired
        requirement={await getRequirement(viewer)}
        after={textIn(query, "required")}
      />
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
