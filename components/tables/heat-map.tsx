import { DataTable } from "@/components/ui/data-table";

export interface HeatRow {
  readonly key: string;
  readonly label: string;
  /** One for each row, in the same order. */
  readonly cells: readonly HeatCell[];
}

export interface HeatCell {
  readonly n: number;
  /** Such as "60%". */
  readonly share: string;
  /** How dark it is; "own" where a row meets itself. */
  readonly shade: "own" | "0" | "1" | "2" | "3" | "4";
  /** Whether it rests on so few cases that it is marked. */
  readonly few: boolean;
  /** The page that lists the cases behind it. */
  readonly href?: string;
}

export interface HeatMapProps {
  readonly caption: string;
  readonly rowLabel: string;
  readonly rows: readonly HeatRow[];
  /** What the shades mean, the lightest first. */
  readonly legend: readonly { readonly shade: HeatCell["shade"]; readonly label: string }[];
}

/** A table of everything against everything else, the darker the more; every cell has its numbers. */
export function HeatMap({ caption, rowLabel, rows, legend }: HeatMapProps) {
  return (
    <div className="heat-map">
      <ul className="heat-legend">
        {legend.map(({ shade, label }) => (
          <li key={shade}>
            <span className={`heat-sample heat-${shade}`} aria-hidden="true" /> {label}
          </li>
        ))}
      </ul>
      <DataTable
        captionHidden
        dense
        caption={caption}
        columns={[
          { key: "row", label: rowLabel },
          ...rows.map(({ key, label }) => ({ key, label, upright: true })),
        ]}
        rows={rows.map(({ key, label, cells }) => ({
          key,
          cells: [
            label,
            ...cells.map((cell, index) => {
              const place = `${label}, ${rows[index]?.label}`;
              return <Cell key={rows[index]?.key} place={place} {...cell} />;
            }),
          ],
        }))}
      />
    </div>
  );
}

/** It reads as such a figure does everywhere, so that it is copied as in a file: "3 (20%) *". */
function Cell({ place, n, share, shade, few, href }: HeatCell & { readonly place: string }) {
  return (
    <span className={`heat heat-${shade}`}>
      {href ? (
        <a className="govuk-link figure" href={href} aria-label={`${n}, ${place}`}>
          <b>{n}</b>
        </a>
      ) : (
        <b>{n}</b>
      )}{" "}
      <span className="heat-share">{`(${share})`}</span>
      {few && <span className="few-mark"> *</span>}
    </span>
  );
}
