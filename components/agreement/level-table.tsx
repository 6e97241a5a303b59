import { DataTable } from "@/components/ui/data-table";

export interface LevelTableProps {
  readonly caption: string;
  /** What the lines and the columns are, such as "Coder A" and "Coder B". */
  readonly lineName: string;
  readonly columnName: string;
  /** The levels, highest first. */
  readonly levels: readonly string[];
  readonly cells: readonly (readonly {
    readonly key: string;
    readonly n: number;
    /** Where the cases behind it are; null where they are not to be had. */
    readonly href: string | null;
    readonly chosen: boolean;
  }[])[];
}

/** How often two levels were given to the same case; the same level lies on the diagonal. */
export function LevelTable({ caption, lineName, columnName, levels, cells }: LevelTableProps) {
  return (
    <div className="level-table">
      <DataTable
        caption={caption}
        dense
        columns={[
          { key: "level", label: lineName },
          ...levels.map((level) => ({
            key: level,
            label: (
              <>
                <span className="govuk-visually-hidden">{columnName}: </span>
                {level}
              </>
            ),
            numeric: true,
          })),
        ]}
        rows={cells.map((line, index) => ({
          key: levels[index] ?? "",
          cells: [
            levels[index],
            ...line.map(({ key, n, href, chosen }, column) => (
              <span
                key={key}
                className={index === column ? "level-same" : n > 0 ? "level-differs" : undefined}
              >
                {n === 0 || href === null ? (
                  n
                ) : (
                  <a className="govuk-link" href={href} aria-current={chosen ? "true" : undefined}>
                    {n}
                    <span className="govuk-visually-hidden">
                      {" "}
                      {levels[index]} and {levels[column]}: show the cases
                    </span>
                  </a>
                )}
              </span>
            )),
          ],
        }))}
      />
    </div>
  );
}
