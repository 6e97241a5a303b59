import { type Differing, differingInWords, fewDifferInWords } from "@/domain/releases/differing";

interface FewDifferProps {
  /** How many cases differ from the release before; null where that is not told. */
  readonly differing: Differing | null;
  readonly withheldUpTo: number;
}

/** What publishing a release beside the one before would tell of the few cases that differ, if they are few. */
export function FewDiffer({ differing, withheldUpTo }: FewDifferProps) {
  const few = differing && fewDifferInWords(differing, { withheldUpTo, isMade: true });
  if (!few) return null;
  return (
    <div className="govuk-inset-text">
      <p className="govuk-body">
        {differingInWords(differing)} {few}
      </p>
    </div>
  );
}
