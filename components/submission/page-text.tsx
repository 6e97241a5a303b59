import { memo } from "react";
import type { Stretch, SubmissionPage } from "@/domain/ratings/submission";

/** A page of an opened file: its text, as text alone, with the part that is marked. */
export const PageText = memo(function PageText(props: {
  page: SubmissionPage;
  text: string;
  markFrom: number;
  markTo: number;
}) {
  const { page, text, markFrom, markTo } = props;
  return (
    <section className="submission-page" aria-label={page.number ? `Page ${page.number}` : "Text"}>
      {page.number && <h3>Page {page.number}</h3>}
      {page.paragraphs.length === 0 && <p className="muted">No text on this page</p>}
      {page.paragraphs.map((paragraph) => (
        <p data-from={paragraph.from} key={paragraph.from}>
          <Marked text={text} paragraph={paragraph} markFrom={markFrom} markTo={markTo} />
        </p>
      ))}
    </section>
  );
});

function Marked(props: { text: string; paragraph: Stretch; markFrom: number; markTo: number }) {
  const { text, paragraph } = props;
  const from = Math.max(paragraph.from, props.markFrom);
  const to = Math.min(paragraph.to, props.markTo);
  if (from >= to) return text.slice(paragraph.from, paragraph.to);
  return (
    <>
      {text.slice(paragraph.from, from)}
      <mark>{text.slice(from, to)}</mark>
      {text.slice(to, paragraph.to)}
    </>
  );
}
