import { DataTable } from "@/components/ui/data-table";
import { type RatingLine, ratingCells, ratingColumns } from "./rating-lines";

/** The ratings that a coder has submitted, to read. */
export function OwnRatings(props: {
  lines: readonly RatingLine[];
  riskRating: number;
  /** As shown: "14 October 2016, 10:02". */
  submittedAt: string;
}) {
  return (
    <section aria-labelledby="own-ratings">
      <h2 id="own-ratings">Your ratings</h2>
      <p className="muted">
        Submitted {props.submittedAt} · risk rating {props.riskRating} of 39
      </p>
      <DataTable
        caption="Your submitted ratings"
        captionHidden
        narrow="cards"
        columns={ratingColumns}
        rows={props.lines.map((line) => ({ key: line.key, cells: ratingCells(line) }))}
      />
    </section>
  );
}
