import { PrecedentForm } from "@/components/reconciliation/precedent-form";
import type { CaseView } from "@/db/cases/cases";
import type { Viewer } from "@/db/people/people";
import { type Disagreement, listDisagreements } from "@/db/reconciliation/disagreements";
import { levelOf } from "@/domain/codebook/codebook";
import { givenInWords } from "@/domain/reconciliation/precedents";
import { makePrecedentAction, takePrecedentBackAction } from "./actions";

/** Where the coders of a committed case disagreed, for whoever may make precedents of it. */
export async function Disagreements(props: { viewer: Viewer; found: CaseView }) {
  const { reference, may } = props.found;
  if (may.reconcile) return null;
  const disagreements = (await listDisagreements(props.viewer, reference)) ?? [];
  if (disagreements.length === 0) return null;
  return (
    <section aria-labelledby="disagreements">
      <h2 id="disagreements">Where the coders differed</h2>
      <ul className="precedents">
        {disagreements.map((one) => (
          <li className="row-more" key={one.factor.key}>
            <p>
              <b>{one.factor.label}:</b> {wordsFor(one)}
            </p>
            <PrecedentForm
              factor={one.factor}
              summary={one.precedent ?? ""}
              make={makePrecedentAction.bind(null, reference)}
              takeBack={takePrecedentBackAction.bind(null, reference)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function wordsFor({ factor, given, level }: Disagreement): string {
  return `${givenInWords(factor, given)} given, ${levelOf(factor, level).label} agreed`;
}
