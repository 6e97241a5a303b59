import type { ReactNode } from "react";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList, type SummaryRow } from "@/components/ui/summary-list";
import { Tag } from "@/components/ui/tag";
import { CaseHistory, type HistoryLine } from "./case-history";
import { type StageKey, StageTag } from "./stage-tag";

/** A coder of the case, and how far they are. */
export interface CoderLine {
  readonly id: string;
  readonly name: string;
  readonly submitted: boolean;
  /** Whether they have submitted their second look. */
  readonly readAgain: boolean;
}

export interface CaseDetailsProps {
  readonly reference: string;
  readonly facts: readonly string[];
  readonly stage: { readonly key: StageKey; readonly label: string; readonly excluded: boolean };
  readonly details: readonly SummaryRow[];
  /** Links below the details. */
  readonly detailLinks?: ReactNode;
  /** Null where the viewer is not told who codes the case. */
  readonly coders: readonly CoderLine[] | null;
  /** Null where there is none to show. */
  readonly history: readonly HistoryLine[] | null;
  /** Messages above everything, such as what was just done. */
  readonly notice?: ReactNode;
  /** What the viewer can do now: buttons and forms. */
  readonly actions?: ReactNode;
  /** Forms below the coders, such as assigning one. */
  readonly coderForms?: ReactNode;
  /** Further sections, such as the viewer's own ratings or the committed versions. */
  readonly children?: ReactNode;
}

/** The content of a case's page. */
export function CaseDetails(props: CaseDetailsProps) {
  const { reference, stage, coders, history } = props;
  return (
    <>
      {props.notice}
      <PageTitle title={`Case ${reference}`} facts={props.facts} />
      <p>
        <StageTag stage={stage.key} label={stage.label} excluded={stage.excluded} />
      </p>
      {props.actions && <div className="case-actions">{props.actions}</div>}
      <div className="columns">
        <div>
          <h2>Details</h2>
          <SummaryList rows={props.details} />
          {props.detailLinks}
          {props.children}
        </div>
        <div>
          {coders && <h2>Coders</h2>}
          {coders && <Coders coders={coders} again={stage.key === "second_look"} />}
          {props.coderForms}
          {history && <CaseHistory entries={history} />}
        </div>
      </div>
    </>
  );
}

function Coders({ coders, again }: { coders: readonly CoderLine[]; again: boolean }) {
  if (coders.length === 0) return <p className="muted">No coder is assigned yet.</p>;
  return (
    <ul className="plain-list coder-list">
      {coders.map((coder) => {
        const { id, name, readAgain, submitted } = coder;
        const words = again ? (readAgain ? "Second look submitted" : "Reading again") : null;
        return (
          <li key={id}>
            {name}{" "}
            <Tag tone={(again ? readAgain : submitted) ? "good" : "neutral"}>
              {words ?? (submitted ? "Submitted" : "Not submitted yet")}
            </Tag>
          </li>
        );
      })}
    </ul>
  );
}
