import { PageTitle } from "@/components/ui/page-title";
import { Frame } from "./shell";
import { pageViewer } from "./viewer";

export const metadata = { title: "Page not found" };

export default async function NotFoundPage() {
  return (
    <Frame viewer={await pageViewer()}>
      <PageTitle title="Page not found" />
      <p className="govuk-body">
        There is nothing at this address, or nothing that is open to you. Check the address, or go
        to{" "}
        <a className="govuk-link" href="/">
          your work
        </a>
        .
      </p>
    </Frame>
  );
}
