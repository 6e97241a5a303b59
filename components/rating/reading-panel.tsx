/** What there is to read in a practice case: beside the ratings, or above them on a narrow screen. */
export function ReadingPanel({ text }: { text: string }) {
  return (
    <details className="submission" open>
      <summary>The submission</summary>
      <h2>The submission</h2>
      <section
        className="reading"
        aria-label="Text of the submission"
        // It can scroll, and is then to be reached by keyboard.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is to be reached
        tabIndex={0}
      >
        {text}
      </section>
    </details>
  );
}
