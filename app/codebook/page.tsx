import type { Metadata } from "next";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { currentCodebook } from "@/db/study/codebooks";
import type { Factor } from "@/domain/codebook/codebook";

export const metadata: Metadata = { title: "Codebook" };

export default async function CodebookPage() {
  const viewer = await viewerFor("/codebook");
  const codebook = await currentCodebook();
  const { criteria } = codebook;
  return (
    <Shell viewer={viewer} current="/codebook">
      <PageTitle title="Codebook" facts={[`Version ${codebook.version}`, "13 risk factors"]} />
      <p className="govuk-body">{codebook.referencePoint}</p>
      <SummaryList
        rows={[
          { key: "How recent", value: criteria.recency },
          { key: "How frequent", value: criteria.frequency },
          { key: "How severe", value: criteria.severity },
        ]}
      />
      {codebook.factors.map((factor) => (
        <FactorEntry factor={factor} key={factor.key} />
      ))}
      <h2 className="govuk-heading-m">Where it comes from</h2>
      <p className="govuk-body">{codebook.source}</p>
    </Shell>
  );
}

function FactorEntry({ factor }: { factor: Factor }) {
  const levels = factor.levels.map(({ label, score, anchor }) => ({
    key: `${label}, ${score}`,
    value: anchor === "" ? "–" : anchor,
  }));
  return (
    <section id={factor.key}>
      <h2 className="govuk-heading-m">
        {factor.number} {factor.label}
      </h2>
      <p className="govuk-body">{factor.definition}</p>
      <SummaryList
        rows={[
          ...levels,
          { key: "Use when", value: factor.useWhen },
          { key: "Do not use for", value: factor.doNotUseWhen },
          { key: "Evidence for the factor", value: factor.evidence },
        ]}
      />
    </section>
  );
}
