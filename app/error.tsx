"use client";

import { Page } from "@/components/ui/page";
import { PageTitle } from "@/components/ui/page-title";

export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <Page>
      <PageTitle title="Something went wrong" />
      <p className="govuk-body">
        Concord could not do this. What was saved before is safe. Go back and try again; if it
        happens again, tell whoever runs Concord the number below and what you were doing.
      </p>
      {error.digest && <p className="govuk-body">Number: {error.digest}</p>}
      <p className="govuk-body">
        <a className="govuk-link" href="/">
          Go to your work
        </a>
      </p>
    </Page>
  );
}
