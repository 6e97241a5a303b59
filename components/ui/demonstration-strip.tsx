/** Says on every page of the demonstration that nothing in it is real. */
export function DemonstrationStrip() {
  return (
    <aside className="demonstration" aria-label="Demonstration">
      Demonstration: invented cases. Nothing here is a real child, family or review.
    </aside>
  );
}
