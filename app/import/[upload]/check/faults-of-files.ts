import type { FaultOfCell } from "@/components/import/fault-table";
import { matchingSeen, type Prepared } from "@/db/uploads/prepared";
import type { ValueGroup } from "@/domain/import/sheets/guess";
import { findToChoose } from "@/domain/import/sheets/to-choose";
import { valueFields } from "../value-fields";

/** The faults of the files, those of texts with where it is chosen what they stand for. */
export function faultsOfFiles(
  id: string,
  prepared: Prepared,
  groups: readonly ValueGroup[],
): FaultOfCell[] {
  const seen = matchingSeen(prepared);
  const labels = prepared.sheets.map(({ label }) => label);
  const find = findToChoose(groups, labels);
  return prepared.faults.map((fault): FaultOfCell => {
    const { file, ...rest } = fault;
    const place = find(fault);
    const field = place && `${valueFields(seen, place.group)}.${place.text}`;
    return {
      ...{ sheet: file, ...rest },
      ...(field && { chooseHref: `/import/${id}/values#${field}` }),
    };
  });
}
