import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { type Query, textIn } from "@/app/query";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { PageTitle } from "@/components/ui/page-title";
import { TextField } from "@/components/ui/text-field";
import { listSampleDates, type SampleWithCases } from "@/db/study/samples";
import { casesInWords } from "@/domain/cases";
import { dayInWords } from "@/domain/dates";
import { daysSeen } from "@/domain/samples";
import { recordSampleDatesAction } from "./actions";

export const metadata: Metadata = { title: "Samples" };

export default async function SamplesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const viewer = await viewerFor("/samples", query);
  const samples = await listSampleDates(viewer);
  if (!samples) notFound();
  return (
    <Shell viewer={viewer} current="/settings">
      <PageTitle title="Samples" />
      <p className="govuk-body">
        A sample is there as soon as a case is in it. Here you say when its submissions came in, and
        name the next one.
      </p>
      <p className="govuk-body">
        In tables the newest sample is the one that began last. Where a sample of the tables has no
        day, their names decide: 2015 comes after 2014, and Wave 10 after Wave 9. A release goes by
        the days that were recorded when it was made.
      </p>
      <ActionForm
        // What was saved stands in a form anew, as it is kept.
        key={textIn(query, "after")}
        action={recordSampleDatesAction}
        hidden={{ count: String(samples.length + 1) }}
        // What was typed is of the samples as they stood when the page was opened.
        kept={{ seen: daysSeen(samples) }}
      >
        {samples.map((sample, index) => (
          <SampleFields key={sample.name} sample={sample} index={index} />
        ))}
        <SampleFields sample={null} index={samples.length} />
        <Button>Save the samples</Button>
      </ActionForm>
    </Shell>
  );
}

function SampleFields({ sample, index }: { sample: SampleWithCases | null; index: number }) {
  const name = `samples.${index}.`;
  const day = (date: string | null | undefined) => (date ? dayInWords(date) : "");
  return (
    <fieldset className="govuk-fieldset repeated-row">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
        {sample ? `Sample ${sample.name}, ${casesInWords(sample.cases)}` : "A new sample"}
      </legend>
      <div className="repeated-fields">
        {sample ? (
          <input type="hidden" name={`${name}name`} value={sample.name} />
        ) : (
          <TextField name={`${name}name`} label="Name" width="short" autoComplete="off" />
        )}
        <TextField
          name={`${name}startsOn`}
          label="First day"
          hint="For example, 1 April 2015"
          defaultValue={day(sample?.startsOn)}
          autoComplete="off"
        />
        <TextField
          name={`${name}endsOn`}
          label="Last day"
          hint="For example, 31 March 2016"
          defaultValue={day(sample?.endsOn)}
          autoComplete="off"
        />
      </div>
    </fieldset>
  );
}
