import { Button } from "@/components/ui/button";

/** The paragraph on methods, once somebody asks for it, and the button that does. */
export function MethodsSection({ text }: { readonly text: string | null }) {
  return (
    <section aria-labelledby="methods">
      <h2 id="methods">For a methods section</h2>
      <p>
        How the cases chosen above were rated and agreed, with the numbers. It is in the zip too.
      </p>
      {text !== null && <p className="govuk-inset-text copied-whole">{text}</p>}
      <Button look="secondary" name="show" value="methods">
        Show the methods paragraph
      </Button>
    </section>
  );
}
