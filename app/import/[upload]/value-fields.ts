/**
 * What the names of the fields of a group of values begin with, by the fingerprint of the matching
 * that they are of: without scripts a form that is refused comes back over another matching.
 */
export function valueFields(seen: string, group: number): string {
  return `values.${seen}.${group}`;
}
