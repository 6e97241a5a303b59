import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import type { Query } from "@/app/query";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { FactorsTable } from "@/components/agreement/factors-table";
import { type AgreementView, getAgreement } from "@/db/agreement/agreement";
import { getFactorAgreement } from "@/db/agreement/factor";
import { getAgreementOverTime } from "@/db/agreement/over-time";
import { getRiskRatings } from "@/db/agreement/risk-ratings";
import { getAgreementStages } from "@/db/agreement/stages";
import type { Viewer } from "@/db/people/people";
import { casesInWords } from "@/domain/cases";
import { findFactor } from "@/domain/codebook/codebook";
import { mayExport } from "@/domain/workflow";
import { type Asked, askedIn } from "./asked";
import { factorLines, hasFewCases, levelKey } from "./factor-lines";
import { FactorSection } from "./factor-section";
import { Frame } from "./frame";
import { HowToRead } from "./how-to-read";
import { OverTime } from "./over-time";
import { PairsSection } from "./pairs-section";
import { releaseOf } from "./release-of";
import { RiskRatingSection } from "./risk-rating-section";
import { RiskRatings } from "./risk-ratings";
import { StagesSection } from "./stages-section";
import { codersInWords, fewCasesText } from "./words";

export const metadata: Metadata = { title: "Agreement" };

export default async function AgreementPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const viewer = await viewerFor("/agreement", query);
  const asked = { ...askedIn(query), releases: await releaseOf(viewer, query) };
  // Read before anything is drawn: how long it takes must not show in the order of the answer.
  const content = await contentFor(viewer, asked);
  return (
    <Shell viewer={viewer} current="/agreement">
      {content}
    </Shell>
  );
}

async function contentFor(viewer: Viewer, asked: Asked): Promise<ReactNode> {
  const { factor, view } = asked;
  if (factor !== null && asked.problems.length === 0) {
    const detail = await getFactorAgreement(viewer, { ...asked, factor });
    const overTime = await getAgreementOverTime(viewer, asked);
    if (detail && overTime)
      return <FactorSection detail={detail} overTime={overTime} asked={asked} />;
    return nothingOn(viewer, asked, factor);
  }
  if (view === "stages") {
    const stages = (await getAgreementStages(viewer, asked)) ?? notFound();
    return <StagesSection view={stages} asked={asked} mayExport={mayExport(viewer)} />;
  }
  if (view === "time") {
    const overTime = (await getAgreementOverTime(viewer, asked)) ?? notFound();
    return <OverTime view={overTime} asked={asked} mayExport={mayExport(viewer)} />;
  }
  if (view === "risk") {
    const riskRatings = (await getRiskRatings(viewer, asked)) ?? notFound();
    return <RiskRatings view={riskRatings} asked={asked} />;
  }
  const agreement = (await getAgreement(viewer, asked)) ?? notFound();
  return <AllFactors view={agreement} asked={asked} mayExport={mayExport(viewer)} />;
}

/** A factor is not found, unless it is only that no case fits the choices. */
async function nothingOn(viewer: Viewer, asked: Asked, factor: string): Promise<ReactNode> {
  const view = await getAgreement(viewer, asked);
  const found = view && findFactor(view.codebook, factor);
  if (!found || view.cases > 0) notFound();
  return (
    <Frame
      view={view}
      asked={asked}
      title={`Agreement on ${found.label}`}
      facts={baseOf(view)}
      mayExport={false}
    >
      {null}
    </Frame>
  );
}

interface AllFactorsProps {
  readonly view: AgreementView;
  readonly asked: Asked;
  readonly mayExport: boolean;
}

function AllFactors({ view, asked, mayExport }: AllFactorsProps) {
  return (
    <Frame
      view={view}
      asked={asked}
      title="Agreement"
      facts={["Before coders talked", ...baseOf(view)]}
      mayExport={mayExport}
    >
      <h2 className="govuk-heading-m">Risk factors, those that need attention first</h2>
      {hasFewCases(view) && <p className="govuk-body">{fewCasesText}, for every factor.</p>}
      <FactorsTable
        caption="Agreement on each risk factor"
        lines={factorLines(view, asked)}
        levelKey={levelKey(view.codebook)}
      />
      <RiskRatingSection view={view} asked={asked} />
      {view.pairs && <PairsSection view={view} asked={asked} />}
      <HowToRead />
    </Frame>
  );
}

function baseOf({ cases, coders }: AgreementView): string[] {
  return [casesInWords(cases), codersInWords(coders)];
}
