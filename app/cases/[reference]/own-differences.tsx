import { Grounds } from "@/components/reconciliation/grounds";
import { DataTable } from "@/components/ui/data-table";
import { listOwnDifferences, type OwnDifference } from "@/db/dataset/own-differences";
import type { Viewer } from "@/db/people/people";
import { type Factor, findFactor, levelOf } from "@/domain/codebook/codebook";
import { tagLabels } from "@/domain/reconciliation/decision-tags";
import { ways } from "@/domain/reconciliation/reconciliation";

/** Where the committed levels differ from what this coder gave, how they were reached and why. */
export async function OwnDifferences(props: { viewer: Viewer; reference: string }) {
  const found = await listOwnDifferences(props.viewer, props.reference);
  if (!found) return null;
  const rows = found.rows.flatMap((row) => {
    const factor = findFactor(found.codebook, row.factor);
    return factor ? [rowOf(factor, row)] : [];
  });
  return (
    <section aria-labelledby="own-differences">
      <h2 id="own-differences">Where the agreed levels differ from yours</h2>
      <DataTable
        caption="Agreed levels that differ from your ratings"
        captionHidden
        narrow="cards"
        columns={[
          { key: "factor", label: "Risk factor" },
          { key: "own", label: "Yours" },
          { key: "agreed", label: "Agreed" },
          { key: "how", label: "How" },
          { key: "reason", label: "Reason" },
        ]}
        rows={rows}
        empty="On all 13 factors the agreed level is the one that you gave."
      />
    </section>
  );
}

function rowOf(factor: Factor, { own, agreed, way, reason, tags }: OwnDifference) {
  return {
    key: factor.key,
    cells: [
      factor.label,
      levelOf(factor, own).label,
      levelOf(factor, agreed).label,
      way ? ways[way].label : "Imported agreed rating",
      <Grounds reason={reason} tags={tagLabels(tags)} dissents={[]} key="reason" />,
    ],
  };
}
