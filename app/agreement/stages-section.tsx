import { DataTable } from "@/components/ui/data-table";
import type { StagesView } from "@/db/agreement/stages";
import type { StageTable } from "@/domain/agreement/crossings";
import { figure, percent, percentOf } from "@/domain/agreement/figures";
import type { MeanOfFactors } from "@/domain/agreement/mean-of-factors";
import type { Value } from "@/domain/agreement/result";
import type { Nearness, Stages } from "@/domain/agreement/stages";
import { casesInWords } from "@/domain/cases";
import { findFactor } from "@/domain/codebook/codebook";
import { type Asked, addressOf, addressOfLevels } from "./asked";
import { Frame } from "./frame";
import { HowToReadStages } from "./how-to-read-stages";
import { countInWords } from "./words";

interface StagesProps {
  readonly view: StagesView;
  readonly asked: Asked;
  readonly mayExport: boolean;
}

/** From the first ratings over the second look to the agreed level, a line for each factor. */
export function StagesSection({ view, asked, mayExport }: StagesProps) {
  return (
    <Frame
      view={view}
      asked={asked}
      title="Agreement before and after discussion"
      facts={[
        casesInWords(view.cases),
        countInWords(view.secondLooks, "second look"),
        `${view.all.agreed.cases} with agreed levels`,
      ]}
      mayExport={mayExport}
    >
      <h2 className="govuk-heading-m">From first ratings to second looks</h2>
      {view.secondLooks > 0 ? (
        <SecondLooks view={view} asked={asked} />
      ) : (
        <p className="govuk-body">None of these cases had a second look.</p>
      )}
      <h2 className="govuk-heading-m">From what coders held to agreed levels</h2>
      {view.all.agreed.cases > 0 ? (
        <Agreed view={view} asked={asked} />
      ) : (
        <p className="govuk-body">None of these cases has agreed levels yet.</p>
      )}
      <HowToReadStages />
    </Frame>
  );
}

type PartProps = Pick<StagesProps, "view" | "asked">;

function SecondLooks({ view, asked }: PartProps) {
  return (
    <DataTable
      caption="Agreement of cases with a second look, before and after it"
      captionHidden
      dense
      narrow="cards"
      columns={[
        { key: "factor", label: "Risk factor" },
        { key: "cases", label: "Cases", numeric: true },
        { key: "percentBefore", label: "Agreement before", numeric: true },
        { key: "percentAfter", label: "Agreement after", numeric: true },
        { key: "alphaBefore", label: "Alpha before", numeric: true },
        { key: "alphaAfter", label: "Alpha after", numeric: true },
        { key: "changed", label: "Ratings changed", numeric: true },
      ]}
      rows={lines(view, asked, ({ secondLook: { before, after, ratings, changed } }) => [
        { text: before.cases, to: "before" },
        { text: percentOf(before.percent), to: "before" },
        { text: percentOf(after.percent), to: "again" },
        { text: alphaOf(before.alpha), to: "before" },
        { text: alphaOf(after.alpha), to: "again" },
        { text: `${changed} of ${ratings}`, to: "changed" },
      ])}
    />
  );
}

function Agreed({ view, asked }: PartProps) {
  const withSecondLook = view.secondLooks > 0;
  return (
    <DataTable
      caption="How near ratings were to the agreed level"
      captionHidden
      dense
      narrow="cards"
      columns={[
        { key: "factor", label: "Risk factor" },
        { key: "cases", label: "Cases", numeric: true },
        { key: "exact", label: "First ratings: the agreed level", numeric: true },
        { key: "within", label: "First ratings: within one of it", numeric: true },
        ...(withSecondLook
          ? [
              { key: "heldExact", label: "After second looks: the agreed level", numeric: true },
              { key: "heldWithin", label: "After second looks: within one of it", numeric: true },
            ]
          : []),
        { key: "changed", label: "Ratings that discussion changed", numeric: true },
      ]}
      rows={lines(view, asked, ({ agreed: { cases, first, held } }) => [
        { text: cases, to: "first-agreed" },
        { text: share(first, "exact"), to: "first-agreed" },
        { text: share(first, "withinOne"), to: "first-agreed" },
        ...(withSecondLook
          ? ([
              { text: share(held, "exact"), to: "held-agreed" },
              { text: share(held, "withinOne"), to: "held-agreed" },
            ] as const)
          : []),
        { text: `${held.ratings - held.exact} of ${held.ratings}`, to: "held-agreed" },
      ])}
    />
  );
}

/** A figure, and the table of levels behind it: of first ratings before a second look, or of a stage. */
interface StageFigure {
  readonly text: string | number;
  readonly to: StageTable | "before";
}

/** All factors together first, and then each. */
function lines(
  { all, factors, codebook }: StagesView,
  asked: Asked,
  cellsOf: (stages: Stages) => StageFigure[],
) {
  const figures = cellsOf(all).map(({ text }) => text);
  return [
    { key: "all", look: "total" as const, cells: ["All factors", ...figures] },
    ...factors.map((stages) => ({
      key: stages.factor,
      cells: [
        <a
          className="govuk-link"
          key="factor"
          href={addressOf({ ...asked, view: null, factor: stages.factor })}
        >
          {findFactor(codebook, stages.factor)?.label ?? stages.factor}
        </a>,
        ...cellsOf(stages).map((figure, place) => (
          <a
            className="govuk-link"
            key={String(place)}
            href={addressOfFigure(asked, stages.factor, figure)}
          >
            {figure.text}
          </a>
        )),
      ],
    })),
  ];
}

function addressOfFigure(asked: Asked, factor: string, { to }: StageFigure): string {
  return to === "before"
    ? addressOfLevels({ ...asked, secondLook: "with" }, factor)
    : addressOfLevels(asked, factor, to);
}

/** Alpha; of all factors with how many it is the mean of. */
function alphaOf(alpha: Value | MeanOfFactors): string {
  if (alpha.value === null) return "–";
  const text = figure(alpha.value);
  return "factors" in alpha ? `${text} (mean of ${alpha.factors})` : text;
}

function share(nearness: Nearness, of: "exact" | "withinOne"): string {
  return nearness.ratings === 0 ? "–" : percent(nearness[of] / nearness.ratings);
}
