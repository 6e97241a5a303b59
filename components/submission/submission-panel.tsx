"use client";

import { useEffect, useRef } from "react";
import { Hint } from "@/components/ui/field-words";
import type { Quote } from "@/domain/ratings/quotes";
import type { useSubmission } from "./use-submission";

/** The submission beside the ratings: opened from the coder’s own disk, and never sent anywhere. */
export function SubmissionPanel(props: {
  file: ReturnType<typeof useSubmission>;
  /** Whether it has been asked for. On a narrow screen it is folded until then. */
  isShown: boolean;
  /** The factor for which a passage is kept. */
  factor: string;
  quotes: readonly Quote[];
  onQuotes: (quotes: Quote[]) => void;
}) {
  const { file } = props;
  const { open, mark } = file;
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if ((props.isShown || mark) && details.current) details.current.open = true;
  }, [props.isShown, mark]);
  return (
    <details className="submission from-disk" ref={details}>
      <summary>The submission</summary>
      <h2>The submission</h2>
      {open ? (
        <open.reader.OpenedSubmission
          {...open}
          mark={mark}
          factor={props.factor}
          quotes={props.quotes}
          onQuotes={props.onQuotes}
          onClose={file.close}
        />
      ) : (
        <>
          <label className="govuk-label" htmlFor="submission-file">
            Open a PDF or Word file
          </label>
          <Hint name="submission-file">
            It is read on this computer. Nothing of it is sent or kept, but the passages that you
            use as evidence. When you leave this page it is closed.
          </Hint>
          <input
            className="govuk-file-upload"
            type="file"
            id="submission-file"
            accept=".pdf,.docx,.docm"
            aria-describedby="submission-file-hint"
            onChange={({ target }) => {
              const [chosen] = target.files ?? [];
              if (chosen) void file.openFile(chosen);
              target.value = "";
            }}
          />
        </>
      )}
      <p role="status" className="submission-news">
        {file.news}
      </p>
    </details>
  );
}
