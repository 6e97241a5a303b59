/** The paragraph on methods, once somebody asks for it, and the button that does. */
export function MethodsSection({ text }: { readonly text: string | null }) {
  return (
    <section aria-labelledby="methods">
      <h3 id="methods">For a methods section</h3>
      <p>
        How the cases chosen above were rated and agreed, with the numbers. It is in the zip too.
      </p>
      {text !== null && <p className="govuk-inset-text copied-whole">{text}</p>}
      <button
        type="submit"
        className="govuk-button govuk-button--secondary"
        formAction="/export#methods"
        name="show"
        value="methods"
      >
        Show the methods paragraph
      </button>
    </section>
  );
}
