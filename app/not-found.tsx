import { Page } from "@/components/ui/page";
import { PageTitle } from "@/components/ui/page-title";

export const metadata = { title: "Page not found" };

export default function NotFoundPage() {
  return (
    <Page>
      <PageTitle title="Page not found" />
      <p className="govuk-body">
        There is nothing at this address, or nothing that is open to you. Check the address, or go
        to{" "}
        <a className="govuk-link" href="/">
          your work
        </a>
        .
      </p>
    </Page>
  );
}
