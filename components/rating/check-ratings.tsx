import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import type { FormAction } from "@/components/ui/form-state";
import { PageTitle } from "@/components/ui/page-title";
import { type RatingLine, ratingCells, ratingColumns } from "./rating-lines";
import type { WarningWords } from "./warning-words";

const changeColumn = {
  key: "change",
  label: <span className="govuk-visually-hidden">Change</span>,
};

export interface CheckRatingsProps {
  readonly title: string;
  /** The address of the page on which they are given. */
  readonly ratePage: string;
  readonly facts?: readonly string[];
  readonly lines: readonly RatingLine[];
  /** What is worth another look. It keeps nobody from submitting. */
  readonly warnings: readonly WarningWords[];
  /** The sum of the scores, 0 to 39. */
  readonly riskRating: number;
  /** Submits the draft as it was last saved. */
  readonly confirm: FormAction;
  /** The revision that is shown, sent along as "revision". */
  readonly revision: number;
  /** What happens when they are submitted. */
  readonly next: string;
}

/** What somebody is about to submit, before it is submitted. */
export function CheckRatings(props: CheckRatingsProps) {
  const { lines, ratePage } = props;
  return (
    <>
      <PageTitle title={props.title} facts={props.facts} />
      <Warnings warnings={props.warnings} ratePage={ratePage} />
      <DataTable
        caption="Your ratings"
        narrow="cards"
        columns={[...ratingColumns, changeColumn]}
        rows={lines.map((line) => ({
          key: line.key,
          cells: [
            ...ratingCells(line),
            <a className="govuk-link" href={`${ratePage}#${line.key}.level`} key="change">
              Change<span className="govuk-visually-hidden"> {line.label}</span>
            </a>,
          ],
        }))}
      />
      <p>
        <b>Risk rating:</b> {props.riskRating} of 39
      </p>
      <h2>What happens next</h2>
      <p>{props.next}</p>
      <ActionForm action={props.confirm} hidden={{ revision: String(props.revision) }}>
        <div className="buttons">
          <Button>Confirm and submit</Button>
          <a className="govuk-link" href={ratePage}>
            Go back to the ratings
          </a>
        </div>
      </ActionForm>
    </>
  );
}

function Warnings(props: { warnings: readonly WarningWords[]; ratePage: string }) {
  if (props.warnings.length === 0) return null;
  return (
    <section className="check-warnings" aria-labelledby="check-warnings">
      <h2 id="check-warnings">Worth another look</h2>
      <p>You can submit all the same.</p>
      <ul>
        {props.warnings.map(({ key, words, link }) => (
          <li key={key}>
            {link && (
              <a className="govuk-link" href={`${props.ratePage}#${link.field}`}>
                {link.label}
              </a>
            )}
            {link && ": "}
            {words}
          </li>
        ))}
      </ul>
    </section>
  );
}
