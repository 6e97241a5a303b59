import { ChangesTables } from "@/components/releases/changes-tables";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { SummaryList } from "@/components/ui/summary-list";
import { TextArea } from "@/components/ui/text-area";
import type { ReleasePreview } from "@/db/releases/next";
import { differingInWords, fewDifferInWords } from "@/domain/releases/differing";
import { makeReleaseAction } from "./actions";
import { samplesInLines } from "./words";

/** What the next release would hold, and the form that makes it. */
export function NextRelease({ preview }: { preview: ReleasePreview }) {
  const { number, cases, samples, ratedAgain, changes, differing } = preview;
  const { withheldUpTo, licence, seen } = preview;
  const few = differing && fewDifferInWords(differing, { withheldUpTo, isMade: false });
  return (
    <section aria-labelledby="next">
      <h2 id="next">Make release {number}</h2>
      <SummaryList
        rows={[
          { key: "Cases in it", value: cases },
          { key: "By sample", lines: samplesInLines(samples) },
          ...(ratedAgain.length > 0
            ? [{ key: "Not in it, because not all their coders have submitted", lines: ratedAgain }]
            : []),
          { key: "Withheld when it is published", value: `Counts from 1 to ${withheldUpTo}` },
          { key: "Licence", value: licence ? licence.title : "None is named" },
        ].filter(({ lines = [""] }) => lines.length > 0)}
      />
      {changes && (
        <>
          <p className="govuk-body">
            What changed since{" "}
            <a className="govuk-link" href={`/releases/${number - 1}`}>
              release {number - 1}
            </a>
            :
          </p>
          <ChangesTables changes={changes} />
        </>
      )}
      {cases === 0 ? (
        <p className="govuk-body">
          There is nothing to release yet. Once a case is committed, you can make a release here.
        </p>
      ) : (
        <ActionForm action={makeReleaseAction} hidden={{ seen }}>
          <TextArea
            name="note"
            label="Note"
            hint="What this release is for. It goes along with the files of the release."
          />
          {differing && <p className="govuk-body">{differingInWords(differing)}</p>}
          {few && (
            <div className="govuk-inset-text">
              <p className="govuk-body">{few}</p>
            </div>
          )}
          <Button>Make release {number}</Button>
        </ActionForm>
      )}
    </section>
  );
}
