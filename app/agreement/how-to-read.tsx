import { Details } from "@/components/ui/details";
import { resampling } from "@/domain/agreement/team-agreement";
import { caveatsFor } from "@/domain/caveats";

/** What the figures are, how they were made, and what travels with them. */
export function HowToRead() {
  return (
    <>
      <p>
        <b>Base:</b> independent ratings alone: what each coder submitted first, before a second
        look and before the case opened, and imported ratings that were made independently. A case
        counts while every coder of it has submitted.
      </p>
      <Details summary="How to read these figures">
        <ul className="govuk-list govuk-list--bullet">
          <li>
            <b>Alpha</b> is Krippendorff’s, ordinal: how much of the disagreement that chance would
            give is not there. 1 is full agreement, 0 is chance. Its interval is a bootstrap over
            cases, {resampling.resamples.toLocaleString("en-GB")} resamples, seed {resampling.seed}.
            Judge its lower end. Krippendorff takes .800 for reliable, from .667 on for tentative
            conclusions, and less for none; these marks are conventions.
          </li>
          <li>
            <b>Intervals</b> say how much a figure would differ with other cases. They take the
            coders as they are, and say nothing of others.
          </li>
          <li>
            <b>Agreement</b> is how likely two ratings of a case are to be the same, as a mean over
            cases. <b>Within one</b> takes scores at most one apart for the same, <b>presence</b>{" "}
            all above 0. Where one level is nearly always given they are high by themselves.
          </li>
          <li>
            <b>AC2</b> is Gwet’s, with quadratic weights. Where one level is nearly always given,
            alpha is low and AC2 high; neither is wrong, and few cases show whether coders can tell
            levels apart.
          </li>
          <li>
            <b>Cases</b> are those that two coders rated or more, <b>coders</b> those who rated
            them.
          </li>
          <li>
            <b>ICC(2,1)</b> says how well one coder’s risk rating speaks for the case,{" "}
            <b>ICC(2,k)</b> how well the mean of these coders does: two-way random effects, absolute
            agreement.
          </li>
          <li>
            <b>Kappa</b> is Cohen’s, of two coders, with quadratic weights. <b>Fleiss’ kappa</b> is
            of all coders, and takes levels for mere names: High and Medium are as far apart as High
            and Not indicated.
          </li>
          <li>
            <b>Levels as often</b> asks whether two coders give each level as often as each other,
            by the test of Stuart and Maxwell: a small p says that they do not. X² is its statistic,
            df its degrees of freedom. Of many pairs and factors one in twenty has a p below 0.05 by
            chance.
          </li>
          <li>
            <b>“12 to 9; neither 2”</b> means: of the levels on which the two differed, the first
            one’s was agreed 12 times, the second one’s 9 times, another one twice. It does not say
            who was right.
          </li>
        </ul>
      </Details>
      <Details summary="What to keep in mind">
        <ul className="govuk-list govuk-list--bullet">
          {caveatsFor("agreement").map((caveat) => (
            <li key={caveat}>{caveat}</li>
          ))}
        </ul>
      </Details>
    </>
  );
}
