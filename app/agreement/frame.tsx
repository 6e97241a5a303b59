import type { ReactNode } from "react";
import { AgreementFilter } from "@/components/agreement/agreement-filter";
import { Notice } from "@/components/ui/notice";
import { PageTitle } from "@/components/ui/page-title";
import type { ToChoose } from "@/db/agreement/choice";
import { reportFiles } from "@/domain/agreement/report-files";
import { type AgreementPart, type Asked, addressOfPart, addressOfReport } from "./asked";
import { WindowNote } from "./window-note";

interface FrameProps {
  readonly view: ToChoose & { readonly cases: number };
  readonly asked: Asked;
  readonly title: string;
  readonly facts: readonly string[];
  /** Whether the reader may take the reliability report away. */
  readonly mayExport: boolean;
  readonly children: ReactNode;
}

const parts: readonly { readonly view: AgreementPart | null; readonly label: string }[] = [
  { view: null, label: "First ratings" },
  { view: "stages", label: "Before and after discussion" },
  { view: "time", label: "Over time" },
];

/** What stands around each part of agreement: its choices, and the way to the others. */
export function Frame({ view, asked, title, facts, mayExport, children }: FrameProps) {
  const kept = {
    ...(asked.view && { view: asked.view }),
    ...(asked.factor && { factor: asked.factor }),
  };
  return (
    <>
      <PageTitle
        title={title}
        facts={[...(asked.releases?.words ? [asked.releases.words] : []), ...facts]}
      />
      <nav aria-label="Parts of agreement">
        <ul className="agreement-parts">
          {parts.map((part) => (
            <li key={part.label}>
              <a
                className="govuk-link"
                href={addressOfPart(asked, part.view)}
                aria-current={part.view === asked.view && !asked.factor ? "page" : undefined}
              >
                {part.label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <AgreementFilter
        key={JSON.stringify(asked)}
        releases={asked.releases?.choices ?? []}
        release={asked.release === null ? "" : String(asked.release)}
        samples={view.samples}
        chosenSamples={asked.samples}
        secondLook={asked.secondLook ?? ""}
        typed={asked.typed}
        problems={asked.problems}
        kept={kept}
        coders={view.everyCoder?.map(({ key, label }) => ({ value: key, label })) ?? null}
        chosenCoders={asked.coders}
        names={asked.names}
      />
      <WindowNote asked={asked} />
      {view.unknownCoders.length > 0 && <Notice>{unknownWords(view.unknownCoders)}</Notice>}
      {asked.problems.length > 0 ? (
        <p className="govuk-body">Figures stand here once the dates are put right.</p>
      ) : view.cases === 0 ? (
        <p className="govuk-body">{nothingWords(view)}</p>
      ) : (
        <>
          {children}
          {mayExport && asked.window === null && (
            <p className="agreement-report">
              Reliability report for a methods section:{" "}
              {reportFiles.map(({ name, label }, index) => (
                <span key={name}>
                  {index > 0 && ", "}
                  <a className="govuk-link" href={addressOfReport(asked, name)} download>
                    {label}
                  </a>
                </span>
              ))}
            </p>
          )}
        </>
      )}
    </>
  );
}

function nothingWords({ samples }: ToChoose): string {
  return samples.length > 0
    ? "No case with independent ratings fits these choices."
    : "No case has independent ratings that can be compared yet. They count once a case has opened.";
}

function unknownWords(keys: readonly string[]): string {
  const coders = keys.map((key) => `Coder ${key}`).join(", ");
  return `The address asks for ${coders}, of whom no ratings count now. The figures leave them out; where nobody else is chosen they are of all coders.`;
}
