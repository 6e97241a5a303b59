import { SummaryList } from "@/components/ui/summary-list";

interface Props {
  readonly lists: readonly { readonly label: string; readonly changes: readonly string[] }[];
}

/** The code lists that an import changes, with what it changes; nothing without one. */
export function ImportLists({ lists }: Props) {
  if (lists.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-s">Code lists that change</h2>
      <SummaryList rows={lists.map(({ label, changes }) => ({ key: label, lines: changes }))} />
    </>
  );
}
