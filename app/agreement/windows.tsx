import { TimeChart } from "@/components/agreement/time-chart";
import { DataTable } from "@/components/ui/data-table";
import type { OverTimeView, WindowView } from "@/db/agreement/over-time";
import { marks } from "@/domain/agreement/alpha-interval";
import { percentOf, withInterval } from "@/domain/agreement/figures";
import { fewCases } from "@/domain/agreement/warnings";
import { fewestToCut } from "@/domain/agreement/windows";
import { formatDate } from "@/domain/dates";
import { type Asked, addressOfLevels, addressOfPart } from "./asked";
import { fewCasesText } from "./words";

interface WindowsProps {
  readonly view: OverTimeView;
  readonly asked: Asked;
  readonly title: string;
}

/** Windows of cases as a chart, and as a table beneath. */
export function Windows({ view, asked, title }: WindowsProps) {
  const { windows } = view;
  if (windows.length < 2)
    return (
      <p className="govuk-body">
        Agreement over time needs {fewestToCut} cases or more that two coders rated. These choices
        hold {view.cases}.
      </p>
    );
  return (
    <>
      {windows.some(({ agreement }) => agreement.cases < fewCases) && (
        <p className="govuk-body">{fewCasesText}.</p>
      )}
      <TimeChart
        title={title}
        marks={marks}
        windows={windows.map(({ agreement, codebooks, joined }, place) => ({
          name: `Window ${place + 1}`,
          cases: agreement.cases,
          alpha: agreement.alpha.value,
          interval: agreement.interval,
          percent: agreement.percent.value,
          news: [...(codebooks.length > 0 ? ["New codebook"] : []), ...newcomers(joined)],
        }))}
      />
      <DataTable
        caption={`${title}, as a table`}
        captionHidden
        dense
        narrow="cards"
        columns={[
          { key: "window", label: "Window" },
          { key: "cases", label: "Cases", numeric: true },
          { key: "time", label: "Rated" },
          { key: "alpha", label: "Alpha (95% interval)" },
          { key: "percent", label: "Agreement", numeric: true },
          { key: "news", label: "New" },
        ]}
        rows={windows.map((window, place) => ({
          key: String(place),
          cells: [
            <a className="govuk-link" key="window" href={addressOfWindow(view, asked, place + 1)}>
              Window {place + 1}
            </a>,
            window.agreement.cases,
            timeInWords(window),
            alphaInWords(window),
            percentOf(window.agreement.percent),
            newsInWords(window),
          ],
        }))}
      />
    </>
  );
}

/** The figures of a window: of all factors one by one, or the levels of the one that it is of. */
function addressOfWindow({ factor }: OverTimeView, asked: Asked, number: number): string {
  const { coders, secondLook } = asked;
  const within = { ...asked, window: { factor, number, coders, secondLook } };
  return factor === null ? addressOfPart(within, null) : addressOfLevels(within, factor);
}

function newcomers(joined: readonly string[]): string[] {
  if (joined.length === 0) return [];
  if (joined.includes("You")) return ["You join"];
  return [joined.length === 1 ? "New coder" : `${joined.length} new coders`];
}

function timeInWords({ from, to }: WindowView): string {
  const [first, last] = [formatDate(from), formatDate(to)];
  return first === last ? first : `${first} to ${last}`;
}

function alphaInWords({ agreement: { alpha, interval, factors } }: WindowView): string {
  const words = withInterval(alpha, interval);
  return factors === null || alpha.value === null ? words : `${words}, mean of ${factors} factors`;
}

function newsInWords({ codebooks, joined }: WindowView): string {
  const news = [...codebooks.map((version) => `Codebook ${version}`), ...joined];
  return news.length === 0 ? "–" : news.join(", ");
}
