import { Tag } from "@/components/ui/tag";

export interface MarkProps {
  readonly symbol: string;
  readonly label: string;
  readonly overdue?: boolean;
}

/** Where a coder stands with a case: a symbol, and its words for whoever hears or has room for them. */
export function Mark({ symbol, label, overdue = false }: MarkProps) {
  return (
    <>
      <span className="board-mark" aria-hidden="true">
        {symbol}
      </span>{" "}
      <span className="board-words">{label}</span>
      {overdue && (
        <>
          {" "}
          <Tag tone="alarm">Overdue</Tag>
        </>
      )}
    </>
  );
}

/** What the symbols of the board mean. */
export function MarkKey({ marks }: { marks: readonly MarkProps[] }) {
  return (
    <ul className="plain-list board-key" aria-label="Marks">
      {marks.map(({ symbol, label }) => (
        <li key={label}>
          <span className="board-mark" aria-hidden="true">
            {symbol}
          </span>{" "}
          {label}
        </li>
      ))}
    </ul>
  );
}
