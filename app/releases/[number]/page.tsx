import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Shell } from "@/app/shell";
import { publicationLink } from "@/app/tables/links";
import { viewerFor } from "@/app/viewer";
import { ChangesTables } from "@/components/releases/changes-tables";
import { FewDiffer } from "@/components/releases/few-differ";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { getRelease } from "@/db/releases/releases";
import { casesInWords } from "@/domain/cases";
import { formatDate, formatDateTime } from "@/domain/dates";
import { releaseNumberFrom } from "@/domain/releases/release";
import { samplesInLines, whyNotTold } from "../words";

interface Props {
  params: Promise<{ number: string }>;
}

export const metadata: Metadata = { title: "Release" };

export default async function ReleasePage({ params }: Props) {
  const { number: asked } = await params;
  const viewer = await viewerFor(`/releases/${asked}`);
  const number = releaseNumberFrom(asked);
  const release = number === null ? null : await getRelease(viewer, number);
  if (!release) notFound();
  const { told, changes } = release;
  return (
    <Shell viewer={viewer} current="/export">
      <PageTitle
        title={`Release ${release.number}`}
        facts={[formatDate(release.madeAt), casesInWords(release.cases)]}
      />
      {!told && <Notice>{whyNotTold(release)}</Notice>}
      <SummaryList
        rows={[
          ...(told ? [{ key: "Note", value: <span className="written">{told.note}</span> }] : []),
          {
            key: "Made",
            value: `${formatDateTime(release.madeAt)}, ${release.madeBy ?? "Concord"}`,
          },
          { key: "Cases by sample", lines: samplesInLines(release.samples) },
          ...(told ? [{ key: "SHA-256", value: <code className="hash">{told.sha256}</code> }] : []),
        ]}
      />
      {told && (
        <ButtonLink href={`/export?release=${release.number}`}>Export this release</ButtonLink>
      )}
      <FewDiffer differing={release.differing} withheldUpTo={release.withheldUpTo} />
      {told && (
        <ul className="govuk-list">
          <li>
            <a className="govuk-link" href={`/tables?release=${release.number}`}>
              Tables of this release for the team
            </a>
          </li>
          <li>
            <a className="govuk-link" href={publicationLink(release.number)}>
              Tables of this release for publication
            </a>
          </li>
        </ul>
      )}
      {told && <h2>Changes</h2>}
      {changes && (
        <>
          <p className="govuk-body">
            Since{" "}
            <a className="govuk-link" href={`/releases/${release.number - 1}`}>
              release {release.number - 1}
            </a>
            .
          </p>
          <ChangesTables changes={changes} />
        </>
      )}
      {told && !changes && <p className="govuk-body">This is the first release.</p>}
      <p>
        <a className="govuk-link" href="/releases">
          All releases
        </a>
      </p>
    </Shell>
  );
}
