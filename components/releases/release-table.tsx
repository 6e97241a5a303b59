import { DataTable } from "@/components/ui/data-table";
import { Details } from "@/components/ui/details";

export interface ReleaseLine {
  readonly number: number;
  readonly madeOn: string;
  readonly cases: number;
  /** Null while it is given to nobody. */
  readonly told: { readonly note: string; readonly sha256: string } | null;
}

/** The releases of the dataset. */
export function ReleaseTable({ releases }: { releases: readonly ReleaseLine[] }) {
  return (
    <DataTable
      caption="Releases, newest first"
      captionHidden
      narrow="cards"
      empty="There is no release yet."
      columns={[
        { key: "release", label: "Release" },
        { key: "made", label: "Made" },
        { key: "cases", label: "Cases", numeric: true },
        { key: "note", label: "Note" },
        { key: "hash", label: "SHA-256" },
      ]}
      rows={releases.map(({ number, madeOn, cases, told }) => ({
        key: String(number),
        cells: [
          <a className="govuk-link one-line" href={`/releases/${number}`} key="release">
            Release {number}
          </a>,
          <span className="one-line" key="made">
            {madeOn}
          </span>,
          cases,
          told ? (
            <span className="written" key="note">
              {told.note}
            </span>
          ) : (
            "Not shown for now"
          ),
          told ? <Hash key="hash" sha256={told.sha256} /> : "Not shown for now",
        ],
      }))}
    />
  );
}

function Hash({ sha256 }: { sha256: string }) {
  return (
    <Details summary={<code>{sha256.slice(0, 8)}…</code>}>
      <code className="hash">{sha256}</code>
    </Details>
  );
}
