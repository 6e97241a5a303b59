import type { ReactNode } from "react";
import type { Column } from "@/components/ui/data-table";
import type { Quote } from "@/domain/ratings/quotes";
import { QuoteList } from "./quote-list";

/** One factor of a coder's own ratings, in words. */
export interface RatingLine {
  readonly key: string;
  readonly number: number;
  readonly label: string;
  readonly levelLabel: string;
  readonly score: number;
  readonly note: string;
  readonly unsure: boolean;
  readonly quotes: readonly Quote[];
  /** Labels of the themes; empty but for "Other". */
  readonly themes: readonly string[];
  readonly description: string;
}

export const ratingColumns: readonly Column[] = [
  { key: "factor", label: "Risk factor" },
  { key: "level", label: "Level" },
  { key: "score", label: "Score", numeric: true },
  { key: "note", label: "Note and quotes" },
];

/** The cells of one line, in the order of the columns. */
export function ratingCells(line: RatingLine): ReactNode[] {
  return [
    `${line.number} ${line.label}`,
    line.unsure ? `${line.levelLabel}, unsure` : line.levelLabel,
    line.score,
    <Said line={line} key="said" />,
  ];
}

function Said({ line }: { line: RatingLine }) {
  const { note, quotes, themes, description } = line;
  return (
    <div className="note-cell">
      {note || (themes.length + quotes.length === 0 && <span className="muted">No note</span>)}
      <QuoteList quotes={quotes} />
      {themes.length > 0 && (
        <p>
          <b>Themes:</b> {themes.join("; ")}
        </p>
      )}
      {description && (
        <p>
          <b>Description:</b> {description}
        </p>
      )}
    </div>
  );
}
