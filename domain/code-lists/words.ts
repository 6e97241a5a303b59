import type { CodeValue } from "./code-lists";

/**
 * What an edit does to the records that have a value, in words, for those that it changes. Values
 * are gone where an import that brought them was undone.
 */
export function editInWords<V extends CodeValue>(
  before: readonly V[],
  after: readonly V[],
): string[] {
  const label = (key: string) => after.find((one) => one.key === key)?.label ?? "";
  const gone = before.filter(({ key }) => !after.some((one) => one.key === key));
  const changed = after.flatMap((value): string[] => {
    const old = before.find((one) => one.key === value.key);
    if (!old) return [`“${value.label}” is new`];
    const renamed = old.label === value.label ? [] : [`“${old.label}” is now “${value.label}”`];
    return [
      ...renamed,
      ...standingInWords(old, value, label),
      ...(countsAlike(old, value) ? [] : [`“${value.label}” counts differently`]),
    ];
  });
  return [...changed, ...gone.map((value) => `“${value.label}” is no longer there`)];
}

/** What becomes of a value: one that is merged, or no longer is, says by that whether it is offered. */
function standingInWords(old: CodeValue, now: CodeValue, label: (key: string) => string): string[] {
  if (old.mergedInto !== now.mergedInto)
    return [
      now.mergedInto === null
        ? `“${now.label}” stands for itself again`
        : `“${now.label}” counts as “${label(now.mergedInto)}”`,
    ];
  if (old.offered === now.offered) return [];
  return [`“${now.label}” is ${now.offered ? "offered again" : "no longer offered"}`];
}

/** Whether two states of a value have the same law group, and whatever else its list asks of it. */
function countsAlike<V extends CodeValue>(old: V, now: V): boolean {
  const common = ["key", "label", "offered", "mergedInto"];
  return Object.entries(now).every(
    ([field, value]) => common.includes(field) || old[field as keyof V] === value,
  );
}
