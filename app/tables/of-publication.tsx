import { FewDiffer } from "@/components/releases/few-differ";
import { WithheldFigures } from "@/components/tables/withheld-figures";
import type { TablesShown } from "@/db/tables/tables";
import { withheldInWords } from "@/domain/tables/cell-text";
import { withheldIn } from "@/domain/tables/published-table";

interface OfPublicationProps extends TablesShown {
  /** Whether nobody chose the release. */
  readonly isNewest: boolean;
}

/** What there is to know before tables are published: what is withheld and why, and of which release they are. */
export function OfPublication({ view, tables, differing, isNewest }: OfPublicationProps) {
  return (
    <>
      <FewDiffer differing={differing} withheldUpTo={view.withheldUpTo} />
      <p className="govuk-body tables-filter">{withheldInWords(view.withheldUpTo).join(" ")}</p>
      <WithheldFigures places={tables.flatMap(withheldIn)} />
      <p className="govuk-body tables-filter">
        {isNewest && "These are of the newest release. "}
        The samples of tables for publication cannot be chosen: a release is published with one
        choice of them, because two choices side by side could tell what is withheld.
      </p>
    </>
  );
}
