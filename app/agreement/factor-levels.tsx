import { LevelTable } from "@/components/agreement/level-table";
import type { FactorDetail } from "@/db/agreement/factor";
import { type Asked, addressOf } from "./asked";
import { stageWords } from "./stage-words";
import { levelLabels } from "./words";

interface FactorLevelsProps {
  readonly detail: FactorDetail;
  readonly asked: Asked;
}

/** The table of levels of a factor: of all ratings, of a pair of coders, or of a stage. */
export function FactorLevels({ detail, asked }: FactorLevelsProps) {
  const { title, note, isPart } = wordsFor(detail);
  return (
    <>
      <h2 className="govuk-heading-m" id="levels">
        {title}
      </h2>
      <LevelTable {...levelTable(detail, asked)} />
      <p className="muted">{note}</p>
      {isPart && (
        <p>
          <a
            className="govuk-link"
            href={`${addressOf({ ...asked, stage: null, pair: null, cell: null })}#levels`}
          >
            All first ratings together
          </a>
        </p>
      )}
    </>
  );
}

function wordsFor({ pair, stage }: FactorDetail) {
  if (stage) return { ...stageWords[stage], isPart: true };
  if (pair)
    return {
      ...{ title: `${pair[0].label} beside ${pair[1].label}`, line: pair[0].label },
      ...{ column: pair[1].label, isPart: true },
      note: "Each case that both rated, by the level that each gave.",
    };
  return {
    ...{ title: "Level by level", line: "One rating", column: "Another rating", isPart: false },
    note: "Each pair of ratings of a case, by its two levels, in both orders. A case of three ratings is three pairs.",
  };
}

function levelTable(detail: FactorDetail, asked: Asked) {
  const { codebook, view, scale, table, pair, stage, behind, pairs } = detail;
  const { line, column } = wordsFor(detail);
  const labels = levelLabels(codebook, view.factor, scale);
  const order = [...scale.keys()].reverse();
  const leadsToCases = pairs !== null || view.own !== null;
  return {
    caption:
      pair || stage
        ? `Lines: ${line}; columns: ${column}`
        : "Lines: one rating; columns: another rating of the same case",
    lineName: line,
    columnName: column,
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
