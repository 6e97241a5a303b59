import { chartAboveTable } from "@/domain/tables/chart-in-words";
import { drawn, numbersLeftOut, wordHeight } from "@/domain/tables/drawing";
import { groupTags, patternTags } from "@/domain/tables/drawing-tags";
import type { LevelChart } from "@/domain/tables/level-chart";

/** A chart, drawn: for a desk and for print, and for where there is little room. */
export function LevelBars({ chart }: { chart: LevelChart }) {
  const isMissing = (kind: "wide" | "narrow") => drawn(chart, kind).leavesOut;
  return (
    <>
      <LevelPatterns />
      <Picture chart={chart} kind="wide" />
      <Picture chart={chart} kind="narrow" />
      {isMissing("narrow") && (
        <p className={isMissing("wide") ? "muted" : "muted level-bars-narrow"}>{numbersLeftOut}</p>
      )}
    </>
  );
}

function Picture({ chart, kind }: { chart: LevelChart; kind: "wide" | "narrow" }) {
  const { width, height, groups } = drawn(chart, kind);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${chart.title}. ${chartAboveTable(chart)}`}
      className={`level-bars level-bars-${kind}`}
      fontSize={wordHeight}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: words in it are escaped
      dangerouslySetInnerHTML={{ __html: groupTags(groups) }}
    />
  );
}

/** The patterns of the levels, which whatever is drawn on the page can use. */
export function LevelPatterns() {
  return (
    <svg
      width="0"
      height="0"
      aria-hidden="true"
      className="level-patterns"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: it holds nothing that anybody typed
      dangerouslySetInnerHTML={{ __html: patternTags() }}
    />
  );
}
