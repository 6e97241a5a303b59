import { type Query, searchOf } from "@/app/query";
import type { Viewer } from "@/db/people/people";
import { mayExport, mayExportRatings } from "@/domain/workflow";
import { publicationLink } from "./links";

interface OtherTablesProps {
  readonly viewer: Viewer;
  /** What chooses the tables of the page. */
  readonly query: Query;
  /** The release that they are of; null for the dataset as it is now. */
  readonly release: number | null;
  /** The newest release that can be published; null where there is none. */
  readonly newest: number | null;
}

/** What is worked out of the same cases beside the tables of the team, and what may be published. */
export function OtherTables({ viewer, query, release, newest }: OtherTablesProps) {
  const coders = `/tables/coders${searchOf(query)}`;
  const links: [string, string, boolean][] = [
    [`/tables/analyses${searchOf(query)}`, analyses, true],
    [coders, "What reconciliation changed", mayExportRatings(viewer)],
    [`${coders}#other_themes`, "Themes of Other by sample", mayExportRatings(viewer)],
    [publicationLink(release), "Tables for publication", newest !== null],
  ];
  return (
    <ul className="govuk-list tables-links">
      {links.map(
        ([href, label, shown]) =>
          shown && (
            <li key={href}>
              <a className="govuk-link" href={href}>
                {label}
              </a>
            </li>
          ),
      )}
      {mayExport(viewer) && (
        <li>
          <a className="govuk-link" href="/releases">
            Releases
          </a>
          {newest === null &&
            ": there is none yet. Tables for publication are made from a release."}
        </li>
      )}
    </ul>
  );
}

const analyses = "Case mix, intervals, factors together, index children and practice";
