import type { ReactNode } from "react";
import { LevelPatterns } from "@/components/tables/level-bars";
import { DataTable } from "@/components/ui/data-table";
import { IntervalPlot, type IntervalPlotProps } from "./interval-plot";
import { LevelCounts, type LevelCountsProps } from "./level-counts";
import { LevelKey, type LevelKeyProps } from "./levels-given";

export interface FactorLine {
  readonly key: string;
  readonly label: string;
  /** The page of the factor, with its levels. */
  readonly href: string;
  /** What to keep in mind with its figures. */
  readonly warnings: readonly string[];
  /** Alpha in words, or why there is none. */
  readonly alpha: string;
  /** Null where there is nothing to draw. */
  readonly plot: IntervalPlotProps | null;
  readonly percent: string;
  readonly withinOne: string;
  readonly presence: string;
  readonly ac2: string;
  readonly cases: number;
  readonly coders: number;
  readonly levels: readonly LevelCountsProps[];
  /** How the reader stands to the others; "" for leads. */
  readonly own: string;
}

const columns = [
  { key: "factor", label: "Risk factor" },
  { key: "alpha", label: "Alpha (95% interval)" },
  { key: "plot", label: "Against .667 and .800" },
  { key: "percent", label: "Agreement", numeric: true },
  { key: "within", label: "Within one", numeric: true },
  { key: "presence", label: "Presence", numeric: true },
  { key: "ac2", label: "AC2", numeric: true },
  { key: "cases", label: "Cases", numeric: true },
  { key: "coders", label: "Coders", numeric: true },
  { key: "levels", label: "Levels given, highest first" },
];

export interface FactorsTableProps {
  readonly caption: string;
  readonly lines: readonly FactorLine[];
  readonly levelKey: LevelKeyProps;
}

/** How far coders agree on each factor, a line each, in the order given. */
export function FactorsTable(props: FactorsTableProps) {
  return (
    <div className="factors-agreement">
      <LevelPatterns />
      <LevelKey {...props.levelKey} />
      <DataTable
        caption={props.caption}
        captionHidden
        dense
        narrow="cards"
        columns={columns}
        rows={props.lines.map((line) => ({ key: line.key, cells: cellsOf(line) }))}
      />
    </div>
  );
}

function cellsOf(line: FactorLine): ReactNode[] {
  // Every figure leads to the levels behind it. The keyboard gets there by the name of the factor.
  const figure = (text: string | number) => (
    <a className="govuk-link figure-link" href={line.href} tabIndex={-1}>
      {text}
    </a>
  );
  return [
    <>
      <a className="govuk-link" href={line.href}>
        {line.label}
      </a>
      {line.warnings.length > 0 && (
        <ul className="agreement-warnings">
          {line.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
    </>,
    <span key="alpha" className="alpha-words">
      {figure(line.alpha)}
    </span>,
    line.plot && <IntervalPlot {...line.plot} />,
    figure(line.percent),
    figure(line.withinOne),
    figure(line.presence),
    figure(line.ac2),
    figure(line.cases),
    figure(line.coders),
    <>
      {line.levels.map((one) => (
        <LevelCounts key={one.label} {...one} />
      ))}
      {line.own && <p className="own-difference">{line.own}</p>}
    </>,
  ];
}
