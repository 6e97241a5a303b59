import { Details } from "@/components/ui/details";

/** What the figures of the stages are. */
export function HowToReadStages() {
  return (
    <Details summary="How to read these figures">
      <ul className="govuk-list govuk-list--bullet">
        <li>
          <b>Before and after</b> a second look are the same cases: those that had one. Coders read
          factors again on which their levels differed, without learning what others had given.
          Since they knew that they differed, ratings after it are not independent; and since
          nothing else was read again, agreement can hardly fall.
        </li>
        <li>
          <b>Agreement</b> is how likely two ratings of a case are to be the same, as a mean over
          cases; <b>alpha</b> is Krippendorff’s, ordinal. For all factors they are means of the
          factors that have a value. A dash stands where every rating is the same, or no case has
          two.
        </li>
        <li>
          <b>The agreed level</b> is the one committed last. Each rating of a committed case is
          beside it; within one takes scores at most one apart. After second looks means what coders
          held when the case opened: the first rating where there was no second look.
        </li>
        <li>
          <b>Changed</b> counts ratings: of all ratings of the cases with a second look, how many it
          changed; and of those held when discussion began, how many it changed. It does not say who
          was right.
        </li>
        <li>
          After discussion there is one level for a case, so agreement between coders is not
          measured there.
        </li>
      </ul>
    </Details>
  );
}
