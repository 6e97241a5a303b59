import type { ReactNode } from "react";
import { type Query, searchOf } from "@/app/query";
import { Shell } from "@/app/shell";
import { SharedCaveats } from "@/components/tables/table-section";
import { PageTitle } from "@/components/ui/page-title";
import { expectDocuments } from "@/db/exports/apart";
import type { Viewer } from "@/db/people/people";
import type { Outcome } from "@/domain/outcome";
import { mayExport } from "@/domain/workflow";
import { WhyNot } from "./why-not";

interface BesideTablesProps {
  readonly viewer: Viewer;
  readonly query: Query;
  /** The release that was asked for; null for the dataset as it is now. */
  readonly release: number | null;
  readonly title: string;
  readonly facts: readonly string[];
  readonly filter: ReactNode;
  /** What there is to show, or why there is nothing. */
  readonly shown: Outcome<object | null>;
  /** What stands there when there is nothing to show yet. */
  readonly nothing: string;
  readonly children: ReactNode;
}

/** A page of what is worked out beside the tables of the report. */
export function BesideTables(props: BesideTablesProps) {
  const { viewer, query, release, title, facts, filter, shown, nothing, children } = props;
  if (mayExport(viewer)) expectDocuments();
  return (
    <Shell viewer={viewer} current="/tables">
      <PageTitle title={title} facts={facts} />
      <p className="govuk-body tables-links">
        <a className="govuk-link" href={`/tables${searchOf(query)}`}>
          Tables and charts of the report
        </a>
      </p>
      {filter}
      {shown.kind === "refused" && (
        <WhyNot release={release} message={shown.problems[0]?.message} mayChoose />
      )}
      {shown.kind === "done" && !shown.value && <p className="govuk-body">{nothing}</p>}
      {shown.kind === "done" && shown.value && <SharedCaveats />}
      {children}
    </Shell>
  );
}
