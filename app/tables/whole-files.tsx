import type { View } from "@/domain/tables/shown-table";
import { filesOfReport, reportLink } from "./links";

/** All tables and charts of the page as one file. */
export function WholeFiles({ view }: { view: View }) {
  const workbook = `/export/publication.xlsx?release=${view.release?.number}`;
  return (
    <ul className="govuk-list whole-files">
      <li>
        <a className="govuk-link" href={reportLink(filesOfReport(view))} download>
          Download these tables as a Word document
        </a>
      </li>
      {view.kind === "publication" && (
        <li>
          <a className="govuk-link" href={workbook} download>
            Download these tables as a workbook
          </a>
          , with a list of what is withheld
        </li>
      )}
    </ul>
  );
}
