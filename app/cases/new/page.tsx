import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { knownSamples } from "@/app/cases/samples";
import { codeOptions } from "@/app/cases/words";
import { codersToAssign } from "@/app/practice/words";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { SampleField } from "@/components/cases/sample-field";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { CheckboxesField } from "@/components/ui/checkboxes-field";
import { PageTitle } from "@/components/ui/page-title";
import { RadiosField } from "@/components/ui/radios-field";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { listCoders } from "@/db/people/people";
import { listYetToPractise } from "@/db/practice-cases/requirement";
import { currentCodeLists } from "@/db/study/code-lists";
import { mayRegisterCase } from "@/domain/workflow";
import { registerCaseAction } from "./actions";

export const metadata: Metadata = { title: "Register a case" };

export default async function NewCasePage() {
  const viewer = await viewerFor("/cases/new");
  if (!mayRegisterCase(viewer)) notFound();
  const coders = await listCoders(viewer);
  const lists = await currentCodeLists();
  return (
    <Shell viewer={viewer} current="/cases">
      <PageTitle title="Register a case" />
      <ActionForm action={registerCaseAction}>
        <TextField
          name="reference"
          label="Reference"
          hint="A pseudonym such as 2016-09: never a name, a date of birth or a court number"
          width="short"
          autoComplete="off"
          watched
        />
        <SampleField known={await knownSamples(viewer)} />
        <RadiosField name="caseType" legend="Case type" options={codeOptions(lists.case_type)} />
        <SelectField
          name="incidentType"
          label="Index incident type"
          empty="Select the index incident type"
          options={codeOptions(lists.incident_type)}
        />
        {coders.length > 0 && (
          <CheckboxesField
            name="coders"
            legend="Coders"
            hint="Select two or three, or assign them later"
            options={codersToAssign(coders, await listYetToPractise(viewer))}
          />
        )}
        <Button>Register the case</Button>
      </ActionForm>
    </Shell>
  );
}
