import { DataTable } from "@/components/ui/data-table";
import { type LevelCountsProps, LevelSample, LevelsBar } from "./level-counts";

export interface LevelKeyProps {
  /** The levels of most factors, the highest first. */
  readonly levels: readonly { readonly score: number; readonly label: string }[];
  /** What levels are called where a factor has a scale of its own, a sentence for each. */
  readonly others: readonly string[];
}

/** What the parts of the bars of levels stand for. */
export function LevelKey({ levels, others }: LevelKeyProps) {
  return (
    <div className="level-key">
      <p>Levels given:</p>
      <ul>
        {levels.map(({ score, label }) => (
          <li key={score}>
            <LevelSample score={score} /> {label}
          </li>
        ))}
      </ul>
      {others.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}

/** How often each coder gave each level of one factor: in numbers, and as a bar. */
export function LevelsGiven({ coders }: { coders: readonly LevelCountsProps[] }) {
  const levels = [...(coders[0]?.levels ?? [])].reverse();
  return (
    <DataTable
      caption="Levels given, highest first"
      captionHidden
      dense
      columns={[
        { key: "coder", label: "Given by" },
        ...levels.map(({ score, label }) => ({
          key: String(score),
          label: (
            <>
              <LevelSample score={score} /> {label}
            </>
          ),
          numeric: true,
        })),
        { key: "all", label: "All ratings", numeric: true },
        { key: "bar", label: "As a bar" },
      ]}
      rows={coders.map(({ label, levels }) => ({
        key: label,
        cells: [
          label,
          ...[...levels].reverse().map(({ n }) => n),
          levels.reduce((sum, { n }) => sum + n, 0),
          <span key="bar" aria-hidden="true">
            <LevelsBar label={label} levels={levels} />
          </span>,
        ],
      }))}
    />
  );
}
