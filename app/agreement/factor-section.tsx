import { LevelsGiven } from "@/components/agreement/levels-given";
import { LevelPatterns } from "@/components/tables/level-bars";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList, type SummaryRow } from "@/components/ui/summary-list";
import type { FactorDetail } from "@/db/agreement/factor";
import type { OverTimeView } from "@/db/agreement/over-time";
import { figureOf, percentOf, withInterval } from "@/domain/agreement/figures";
import { resampling } from "@/domain/agreement/team-agreement";
import { casesInWords } from "@/domain/cases";
import { findFactor } from "@/domain/codebook/codebook";
import { type Asked, addressOfPart } from "./asked";
import { CellCases } from "./cell-cases";
import { choiceFacts } from "./choice-facts";
import { FactorLevels } from "./factor-levels";
import { levelCounts, ownWords, warningsIn } from "./factor-lines";
import { FactorPairs } from "./factor-pairs";
import { HowToRead } from "./how-to-read";
import { WindowNote } from "./window-note";
import { Windows } from "./windows";
import { belowMarks, codersInWords } from "./words";

interface FactorSectionProps {
  readonly detail: FactorDetail;
  readonly overTime: OverTimeView;
  readonly asked: Asked;
}

/** How far coders agree on one factor, level by level. */
export function FactorSection({ detail, overTime, asked }: FactorSectionProps) {
  const { view, codebook, behind } = detail;
  const label = findFactor(codebook, view.factor)?.label ?? view.factor;
  return (
    <>
      <p>
        <a className="govuk-back-link" href={addressOfPart(asked, null)}>
          All factors
        </a>
      </p>
      <PageTitle
        title={`Agreement on ${label}`}
        facts={[
          "Before coders talked",
          `${casesInWords(view.alpha.cases)} with two ratings or more`,
          codersInWords(view.coders),
          ...choiceFacts(asked, detail.compared),
        ]}
      />
      <WindowNote asked={asked} />
      <SummaryList rows={figuresOf(detail)} />
      <LevelPatterns />
      <h2 className="govuk-heading-m">Levels given, highest first</h2>
      <LevelsGiven coders={levelCounts(view, codebook)} />
      {ownWords(view) && <p className="own-difference">{ownWords(view)}</p>}
      <FactorLevels detail={detail} asked={asked} />
      {behind && asked.cell && <CellCases detail={detail} cell={asked.cell} behind={behind} />}
      {detail.pairs && <FactorPairs detail={detail} asked={asked} />}
      <h2 className="govuk-heading-m">Over time</h2>
      <Windows view={overTime} asked={asked} title={`Agreement on ${label} over time`} />
      <HowToRead />
    </>
  );
}

function figuresOf({ view, codebook, codebooks }: FactorDetail): SummaryRow[] {
  const { alpha, resampled, percent, ac2, fleiss } = view;
  const dropped =
    resampled.dropped > 0 ? `${resampled.dropped} without variation were dropped` : "";
  const notes = [
    ...(resampled.below.length > 0
      ? [`In resamples of the cases: ${belowMarks(resampled.below)}`]
      : []),
    ...(resampled.interval
      ? [`${resampled.resamples.toLocaleString("en-GB")} resamples, seed ${resampling.seed}`]
      : []),
    ...(dropped ? [dropped] : []),
  ];
  return [
    {
      key: "Krippendorff’s alpha, ordinal",
      lines: [withInterval(alpha, resampled.interval), ...notes],
    },
    { key: "Agreement", lines: [percentOf(percent)] },
    { key: "Within one", lines: [percentOf(view.withinOne)] },
    { key: "Presence", lines: [percentOf(view.presence)] },
    {
      key: "Gwet’s AC2, quadratic weights",
      lines: [
        withInterval(ac2, ac2.interval),
        ...(ac2.noVariation
          ? ["Every rating is the same: it says nothing of telling levels apart"]
          : []),
      ],
    },
    { key: "Fleiss’ kappa, all ratings there are", lines: [figureOf(fleiss)] },
    { key: "Keep in mind", lines: warningsIn(view, { codebook, codebooks }) },
  ].filter(({ lines }) => lines.length > 0);
}
