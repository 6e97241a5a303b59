import { Details } from "@/components/ui/details";
import type { OverTimeView } from "@/db/agreement/over-time";
import { windowResampling } from "@/domain/agreement/over-time";
import { casesInWords } from "@/domain/cases";
import type { Asked } from "./asked";
import { Frame } from "./frame";
import { Windows } from "./windows";

interface OverTimeProps {
  readonly view: OverTimeView;
  readonly asked: Asked;
  readonly mayExport: boolean;
}

/** How far coders agreed on all factors over time. */
export function OverTime({ view, asked, mayExport }: OverTimeProps) {
  return (
    <Frame
      view={view}
      asked={asked}
      title="Agreement over time"
      facts={["Before coders talked", casesInWords(view.cases), "All factors"]}
      mayExport={mayExport}
    >
      <Windows view={view} asked={asked} title="Agreement over time, all factors" />
      <Details summary="How to read these figures">
        <ul className="govuk-list govuk-list--bullet">
          <li>
            <b>Windows</b> hold the same number of cases that two coders rated, or one more, in the
            order in which their last independent ratings were submitted. Imported ratings stand at
            the day of their import, in the order of the references.
          </li>
          <li>
            <b>Alpha</b> is the mean of the factors’ alphas: Krippendorff’s, ordinal, of each factor
            by itself. A factor on which every rating of a window is the same, or that no two coders
            rated there, has none and is left out. <b>Agreement</b> is the mean of the factors’
            percent agreement. The page of a factor has its own windows.
          </li>
          <li>
            <b>The interval</b> is a bootstrap over the cases of the window, each with all its
            factors: {windowResampling.resamples.toLocaleString("en-GB")} resamples, seed{" "}
            {windowResampling.seed}. Windows whose intervals overlap widely need not differ.
          </li>
          <li>
            <b>New</b> are codebook versions that no earlier case of these windows was rated by
            {view.everyCoder
              ? ", and coders who rated no earlier case at all. In the first window of all nobody is new."
              : "."}{" "}
            A case keeps the version that it was registered under, so windows can have cases of an
            older one too.
          </li>
        </ul>
      </Details>
    </Frame>
  );
}
