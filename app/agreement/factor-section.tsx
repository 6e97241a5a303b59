import { LevelCounts } from "@/components/agreement/level-counts";
import { LevelTable } from "@/components/agreement/level-table";
import { LevelPatterns } from "@/components/tables/level-bars";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList, type SummaryRow } from "@/components/ui/summary-list";
import type { FactorDetail } from "@/db/agreement/factor";
import type { OverTimeView } from "@/db/agreement/over-time";
import { figureOf, percentOf, withInterval } from "@/domain/agreement/figures";
import { resampling } from "@/domain/agreement/team-agreement";
import { casesInWords } from "@/domain/cases";
import { findFactor } from "@/domain/codebook/codebook";
import { dayInWords } from "@/domain/dates";
import { type Asked, addressOf, addressOfPart } from "./asked";
import { CellCases } from "./cell-cases";
import { levelCounts, ownWords, warningsIn } from "./factor-lines";
import { FactorPairs } from "./factor-pairs";
import { HowToRead } from "./how-to-read";
import { Windows } from "./windows";
import { belowMarks, codersInWords, levelLabels } from "./words";

interface FactorSectionProps {
  readonly detail: FactorDetail;
  readonly overTime: OverTimeView;
  readonly asked: Asked;
}

/** How far coders agree on one factor, level by level. */
export function FactorSection({ detail, overTime, asked }: FactorSectionProps) {
  const { view, codebook, pair, behind } = detail;
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
          ...periodFacts(asked),
        ]}
      />
      <SummaryList rows={figuresOf(detail)} />
      <svg width="0" height="0" aria-hidden="true" className="level-patterns">
        <LevelPatterns />
      </svg>
      <h2 className="govuk-heading-m">Levels given, highest first</h2>
      {levelCounts(view, codebook).map((one) => (
        <LevelCounts key={one.label} {...one} />
      ))}
      {ownWords(view) && <p className="own-difference">{ownWords(view)}</p>}
      <h2 className="govuk-heading-m" id="levels">
        {pair ? `${pair[0].label} beside ${pair[1].label}` : "Level by level"}
      </h2>
      <LevelTable {...levelTable(detail, asked)} />
      <p className="muted">
        {pair
          ? "Each case that both rated, by the level that each gave."
          : "Each pair of ratings of a case, by its two levels, in both orders. A case of three ratings is three pairs."}
      </p>
      {pair && (
        <p>
          <a
            className="govuk-link"
            href={`${addressOf({ ...asked, pair: null, cell: null })}#levels`}
          >
            All pairs together
          </a>
        </p>
      )}
      {behind && asked.cell && <CellCases detail={detail} cell={asked.cell} behind={behind} />}
      {detail.pairs && <FactorPairs detail={detail} asked={asked} />}
      <h2 className="govuk-heading-m">Over time</h2>
      <Windows view={overTime} title={`Agreement on ${label} over time`} />
      <HowToRead />
    </>
  );
}

/** The period, where the page does not show it as a choice. */
function periodFacts({ period: { from, to } }: Asked): string[] {
  return [
    ...(from === null ? [] : [`rated from ${dayInWords(from)}`]),
    ...(to === null ? [] : [`rated to ${dayInWords(to)}`]),
  ];
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

function levelTable(
  { codebook, view, scale, table, pair, behind, pairs }: FactorDetail,
  asked: Asked,
) {
  const labels = levelLabels(codebook, view.factor, scale);
  const order = [...scale.keys()].reverse();
  const leadsToCases = pairs !== null || view.own !== null;
  return {
    caption: pair
      ? `Lines: ${pair[0].label}; columns: ${pair[1].label}`
      : "Lines: one rating; columns: another rating of the same case",
    lineName: pair ? pair[0].label : "One rating",
    columnName: pair ? pair[1].label : "Another rating",
    levels: order.map((place) => labels[place] ?? ""),
    cells: order.map((k) =>
      order.map((l) => {
        const cell: [number, number] = [scale[k] ?? 0, scale[l] ?? 0];
        return {
          key: cell.join("-"),
          n: table[k]?.[l] ?? 0,
          href: leadsToCases ? `${addressOf({ ...asked, cell })}#cases` : null,
          chosen: behind !== null && asked.cell?.join() === cell.join(),
        };
      }),
    ),
  };
}
