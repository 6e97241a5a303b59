import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import type { FormAction } from "@/components/ui/form-state";
import { Notice } from "@/components/ui/notice";
import { PageTitle } from "@/components/ui/page-title";
import { TextArea } from "@/components/ui/text-area";
import { Grounds } from "./grounds";

/** One agreed level, about to be committed. */
export interface CommitLine {
  readonly key: string;
  readonly number: number;
  readonly label: string;
  readonly levelLabel: string;
  readonly score: number;
  readonly wayLabel: string;
  readonly reason: string;
  /** Labels of what lay behind the difference. */
  readonly tags: readonly string[];
  /** The reasons of those who dissent. */
  readonly dissents: readonly string[];
  /** The level in the version before, when it was another; null when nothing changed. */
  readonly changedFrom: string | null;
}

export interface CheckCommitProps {
  readonly reference: string;
  readonly facts?: readonly string[];
  /** The version that this will be: 1, 2 … */
  readonly version: number;
  readonly lines: readonly CommitLine[];
  readonly riskRating: number;
  readonly confirm: FormAction;
  /** Where a second person confirms each commit: what comes of confirming, or who waits for it. */
  readonly secondPerson?: string;
  /** Confirming proposes the commit to a second person. */
  readonly proposes: boolean;
  /** Absent for whoever proposed the commit and waits. */
  readonly mayConfirm: boolean;
  /** For the second person alone, with values that are sent along unseen. */
  readonly sendBack?: {
    readonly action: FormAction;
    readonly hidden: Readonly<Record<string, string>>;
  };
  /** Values that are sent along unseen. */
  readonly hidden?: Readonly<Record<string, string>>;
}

/** What the lead is about to commit to the dataset. */
export function CheckCommit(props: CheckCommitProps) {
  const { reference, version, lines } = props;
  const changed = lines.filter((line) => line.changedFrom !== null).length;
  const columns = [
    { key: "factor", label: "Risk factor" },
    { key: "level", label: "Agreed level" },
    { key: "score", label: "Score", numeric: true },
    { key: "way", label: "How" },
    { key: "reason", label: "Reason" },
    ...(version > 1 ? [{ key: "before", label: `In version ${version - 1}` }] : []),
  ];
  return (
    <>
      <PageTitle title={`Check case ${reference} before you commit it`} facts={props.facts} />
      <DataTable
        caption="Agreed levels"
        narrow="cards"
        columns={columns}
        rows={lines.map((line) => ({
          key: line.key,
          cells: [
            `${line.number} ${line.label}`,
            line.levelLabel,
            line.score,
            line.wayLabel,
            <Grounds {...line} key="reason" />,
            line.changedFrom === null ? "No change" : `Was ${line.changedFrom}`,
          ],
        }))}
      />
      <p>
        <b>Risk rating:</b> {props.riskRating} of 39
      </p>
      {version > 1 && (
        <p>
          {changed === 0
            ? `No level changed since version ${version - 1}.`
            : `${changed} of ${lines.length} levels changed since version ${version - 1}.`}
        </p>
      )}
      <p>
        {props.proposes ? "Once a second person confirms it, this" : "This"} makes version {version}{" "}
        in the dataset and locks the case. To change it later, reopen it with a reason: every
        version stays.
      </p>
      {props.secondPerson && <Notice>{props.secondPerson}</Notice>}
      <ActionForm action={props.confirm} hidden={props.hidden}>
        <div className="buttons">
          {props.mayConfirm && (
            <Button>{props.proposes ? "Confirm and propose" : "Confirm and commit"}</Button>
          )}
          <a className="govuk-link" href={`/cases/${reference}/reconcile`}>
            Go back to the reconciliation
          </a>
        </div>
      </ActionForm>
      {props.sendBack && (
        <>
          <h2 className="govuk-heading-m">Send it back instead</h2>
          <ActionForm {...props.sendBack}>
            <TextArea
              name="reason"
              label="What should be looked at again?"
              hint="Everybody in the reconciliation of this case reads it."
              rows={2}
            />
            <Button look="secondary">Send back</Button>
          </ActionForm>
        </>
      )}
    </>
  );
}
