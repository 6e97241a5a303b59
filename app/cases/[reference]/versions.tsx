import { Grounds } from "@/components/reconciliation/grounds";
import { DataTable } from "@/components/ui/data-table";
import { Details } from "@/components/ui/details";
import type { CommittedVersion } from "@/db/dataset/dataset";
import { getCodebook } from "@/db/study/codebooks";
import { findLevel } from "@/domain/codebook/codebook";
import { formatDateTime } from "@/domain/dates";
import { tagLabels } from "@/domain/reconciliation/decision-tags";
import { sumOfScores } from "./rating-view";

/** Every version that was committed, the newest open. */
export function Versions({ versions }: { versions: readonly CommittedVersion[] }) {
  if (versions.length === 0) return null;
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">In the dataset</h2>
      {versions.map((version, index) => (
        <Details
          key={version.version}
          summary={`Version ${version.version}, risk rating ${sumOfScores(version.ratings)}`}
          open={index === 0}
        >
          <Version version={version} />
        </Details>
      ))}
    </section>
  );
}

async function Version({ version }: { version: CommittedVersion }) {
  const { factors } = await getCodebook(version.codebookVersion);
  const how = version.imported ? "Imported" : "Committed";
  const by = version.committedBy ? ` by ${version.committedBy}` : "";
  return (
    <>
      <p className="muted">
        {how} {formatDateTime(version.committedAt)}
        {by}
      </p>
      <DataTable
        caption={`Agreed ratings, version ${version.version}`}
        captionHidden
        narrow="cards"
        columns={[
          { key: "factor", label: "Risk factor" },
          { key: "level", label: "Agreed level" },
          { key: "score", label: "Score", numeric: true },
          { key: "reason", label: "Reason" },
        ]}
        rows={factors.flatMap((factor) => {
          const rating = version.ratings.find((one) => one.factor === factor.key);
          if (!rating) return [];
          const label = findLevel(factor, rating.level)?.label ?? rating.level;
          const level = (
            <span className="one-line" key="level">
              {label}
            </span>
          );
          return [
            {
              key: factor.key,
              cells: [
                factor.label,
                level,
                rating.score,
                <Grounds {...rating} tags={tagLabels(rating.tags)} key="reason" />,
              ],
            },
          ];
        })}
      />
    </>
  );
}
