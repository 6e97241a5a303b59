import type { Load } from "@/db/loads";

/** Coders as the options of a field, each with how much waits for them. */
export function codersWithLoads(loads: readonly Load[]) {
  return loads.map(({ id, name, open }) => ({
    value: id,
    label: name,
    hint: open === 1 ? "1 case to rate" : `${open} cases to rate`,
  }));
}
