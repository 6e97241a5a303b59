import { type RatingLine, ratingCells, ratingColumns } from "@/components/rating/rating-lines";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import type { FormAction } from "@/components/ui/form-state";
import { PageTitle } from "@/components/ui/page-title";

/** A factor read again, with the level that the coder gave first. */
export interface LineAgain extends RatingLine {
  readonly firstLevel: string;
}

export const nothingToReadAgain = "There is no factor to read again in this case.";

/** What a coder is about to submit as their second look. */
export function CheckSecondLook(props: {
  reference: string;
  facts: readonly string[];
  lines: readonly LineAgain[];
  revision: number;
  confirm: FormAction;
}) {
  const { reference, lines } = props;
  return (
    <>
      <PageTitle title={`Check your second look at case ${reference}`} facts={props.facts} />
      <LinesAgain caption="Your second look" lines={lines} />
      <h2>What happens next</h2>
      <p>
        A second look is submitted once and stays as it is. What you rated first stays too, as your
        independent ratings. When everyone has submitted theirs, the case opens and the team agrees
        levels together.
      </p>
      <ActionForm action={props.confirm} hidden={{ revision: String(props.revision) }}>
        <div className="buttons">
          <Button>Submit second look</Button>
          <a className="govuk-link" href={`/cases/${reference}/second-look`}>
            Go back to the second look
          </a>
        </div>
      </ActionForm>
    </>
  );
}

/** The second look that a coder has submitted, to read. */
export function OwnSecondLook(props: {
  lines: readonly LineAgain[];
  /** As shown: "14 October 2016, 10:02". */
  submittedAt: string;
}) {
  return (
    <section aria-labelledby="own-second-look">
      <h2 id="own-second-look">Your second look</h2>
      <p className="muted">Submitted {props.submittedAt}</p>
      <LinesAgain caption="Your submitted second look" captionHidden lines={props.lines} />
    </section>
  );
}

function LinesAgain(props: {
  caption: string;
  captionHidden?: boolean;
  lines: readonly LineAgain[];
}) {
  const [factor, ...rest] = ratingColumns;
  const first = { key: "first", label: "At first" };
  return (
    <DataTable
      caption={props.caption}
      captionHidden={props.captionHidden}
      narrow="cards"
      empty={nothingToReadAgain}
      columns={factor ? [factor, first, ...rest] : []}
      rows={props.lines.map((line) => {
        const [label, ...cells] = ratingCells(line);
        return { key: line.key, cells: [label, line.firstLevel, ...cells] };
      })}
    />
  );
}
