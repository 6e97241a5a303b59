import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import type { Query } from "@/app/query";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { AgreementFilter } from "@/components/agreement/agreement-filter";
import { FactorsTable } from "@/components/agreement/factors-table";
import { PageTitle } from "@/components/ui/page-title";
import { type AgreementView, getAgreement } from "@/db/agreement/agreement";
import { getFactorAgreement } from "@/db/agreement/factor";
import type { Viewer } from "@/db/people";
import { casesInWords } from "@/domain/cases";
import { type Asked, askedIn } from "./asked";
import { factorLines, hasFewCases } from "./factor-lines";
import { FactorSection } from "./factor-section";
import { HowToRead } from "./how-to-read";
import { PairsSection } from "./pairs-section";
import { RiskRatingSection } from "./risk-rating-section";
import { codersInWords, fewCasesText } from "./words";

export const metadata: Metadata = { title: "Agreement" };

export default async function AgreementPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const viewer = await viewerFor("/agreement", query);
  const asked = askedIn(query);
  // Read before anything is drawn: how long it takes must not show in the order of the answer.
  const content = await contentFor(viewer, asked);
  return (
    <Shell viewer={viewer} current="/agreement">
      {content}
    </Shell>
  );
}

async function contentFor(viewer: Viewer, asked: Asked): Promise<ReactNode> {
  const { factor } = asked;
  if (factor !== null) {
    const detail = (await getFactorAgreement(viewer, { ...asked, factor })) ?? notFound();
    return <FactorSection detail={detail} asked={asked} />;
  }
  const view = (await getAgreement(viewer, asked)) ?? notFound();
  return <AllFactors view={view} asked={asked} />;
}

function AllFactors({ view, asked }: { view: AgreementView; asked: Asked }) {
  return (
    <>
      <PageTitle title="Agreement" facts={["Before coders talked", ...baseOf(view)]} />
      <AgreementFilter
        key={JSON.stringify(asked)}
        samples={view.samples}
        chosenSamples={asked.samples}
        secondLook={asked.secondLook ?? ""}
        coders={view.everyCoder?.map(({ key, label }) => ({ value: key, label })) ?? null}
        chosenCoders={asked.coders}
        names={asked.names}
      />
      {view.cases === 0 ? (
        <p className="govuk-body">
          {view.samples.length > 0
            ? "No case with independent ratings fits these choices."
            : "No case has independent ratings that can be compared yet. They count once a case has opened."}
        </p>
      ) : (
        <>
          <h2 className="govuk-heading-m">Risk factors, those that need attention first</h2>
          {hasFewCases(view) && <p className="govuk-body">{fewCasesText}, for every factor.</p>}
          <FactorsTable caption="Agreement on each risk factor" lines={factorLines(view, asked)} />
          <RiskRatingSection view={view} />
          {view.pairs && <PairsSection view={view} asked={asked} />}
          <HowToRead />
        </>
      )}
    </>
  );
}

function baseOf({ cases, coders }: AgreementView): string[] {
  return [casesInWords(cases), codersInWords(coders)];
}
