import { DataTable } from "@/components/ui/data-table";

export interface PlanLine {
  readonly reference: string;
  /** Names of those who would get it. */
  readonly coders: readonly string[];
  /** Why nobody would, or what follows. */
  readonly remark: string;
}

export interface PlanLoad {
  readonly id: string;
  readonly name: string;
  readonly open: number;
  readonly more: number;
}

/** Who would get what, before anything is done. */
export function PlanPreview(props: {
  lines: readonly PlanLine[];
  loads: readonly PlanLoad[];
  /** What decided it, such as "Seed 4711". */
  how?: string;
}) {
  const { lines, loads, how } = props;
  return (
    <>
      {how && <p className="govuk-body">{how}</p>}
      <DataTable
        caption="Cases"
        narrow="cards"
        columns={[
          { key: "case", label: "Case" },
          { key: "coders", label: "Would be assigned" },
          { key: "remark", label: "Remark" },
        ]}
        rows={lines.map(({ reference, coders, remark }) => ({
          key: reference,
          cells: [reference, coders.join(", ") || "Nobody", remark || "–"],
        }))}
      />
      <DataTable
        caption="Cases to rate"
        narrow="cards"
        columns={[
          { key: "coder", label: "Coder" },
          { key: "now", label: "Now", numeric: true },
          { key: "more", label: "More", numeric: true },
          { key: "then", label: "Then", numeric: true },
        ]}
        rows={loads.map(({ id, name, open, more }) => ({
          key: id,
          cells: [name, open, more, open + more],
        }))}
      />
    </>
  );
}
