import { hasYetToPractise } from "@/app/practice/words";
import type { Load } from "@/db/assignments/loads";

/** Coders as the options of a field, each with how much waits for them, and whether they have yet to practise. */
export function codersWithLoads(loads: readonly Load[], yetToPractise: readonly string[]) {
  return loads.map(({ id, name, open }) => {
    const load = open === 1 ? "1 case to rate" : `${open} cases to rate`;
    return {
      value: id,
      label: name,
      hint: yetToPractise.includes(id) ? `${load}. ${hasYetToPractise}` : load,
    };
  });
}
