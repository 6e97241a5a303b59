import { type CodeListName, type CodeLists, type CodeValue, normal } from "./code-lists";
import { editInWords } from "./words";

/** The values of code lists as a file has them, each whole. */
export type BroughtLists = Partial<Readonly<Record<CodeListName, readonly CodeValue[]>>>;

/**
 * The code lists with the values that a file brings: those that the study does not have come behind
 * its own. `isNew` says that the study has no case yet: then the file also says what its own values
 * are called and how they count. A list that it changes is the next version of itself.
 *
 * Example: a file with “Adoption” behind the first case types → the same list with a sixth value.
 */
export function withBrought(lists: CodeLists, brought: BroughtLists, isNew: boolean): CodeLists {
  const joined = Object.values(lists).map((list) => {
    const { name, version, values } = list;
    const theirs = brought[name as CodeListName] ?? [];
    const own: readonly CodeValue[] = values;
    const ofFile = (key: string) => theirs.find((one) => one.key === key);
    const kept = own.map((one) => (isNew ? (ofFile(one.key) ?? one) : one));
    const more = theirs.filter(({ key }) => !own.some((one) => one.key === key));
    const all = sound([...kept, ...more]);
    const stays = editInWords(own, all).length === 0 || all.every(({ offered }) => !offered);
    return [name, stays ? list : { ...list, version: version + 1, values: all }];
  });
  return Object.fromEntries(joined);
}

/**
 * The values of a list without what an import brought into it: `before` are those that it had before
 * the import, `after` those that the import left. A value that `isUsed` stays as it is; so does one
 * that has such a value behind it, because the place of a value never changes. The list is the same
 * where nothing of it would be offered.
 */
export function withoutBrought<V extends CodeValue>(
  before: readonly V[],
  after: readonly V[],
  isUsed: (key: string) => boolean,
): readonly V[] {
  const own = before.map((one, place) => (isUsed(one.key) ? (after[place] ?? one) : one));
  const brought = after.slice(before.length);
  const stay = brought.slice(0, brought.findLastIndex(({ key }) => isUsed(key)) + 1);
  const values = sound([...own, ...stay]) as V[];
  return values.some(({ offered }) => offered) ? values : after;
}

/**
 * What is still there of what an import brought into a list, in words: values that it added, and
 * others as it had changed them. `before` and `after` are as above, `now` are the values of the list
 * as they are now.
 */
export function leftOfBrought<V extends CodeValue>(
  before: readonly V[],
  after: readonly V[],
  now: readonly V[],
): string[] {
  const left = now.flatMap((value) => {
    const old = before.find(({ key }) => key === value.key);
    const brought = after.find(({ key }) => key === value.key);
    return brought && (!old || isSame(brought, value)) ? [value] : (old ?? []);
  });
  return editInWords(before, left);
}

function isSame(one: CodeValue, other: CodeValue): boolean {
  return editInWords([one], [other]).length === 0;
}

// What a file says of one value can contradict what the study has of another.
function sound(values: readonly CodeValue[]): CodeValue[] {
  const labels = new Set<string>();
  const named = values.map((value) => {
    let { label } = value;
    for (let number = 2; labels.has(normal(label)); number += 1) label = `${value.label} ${number}`;
    labels.add(normal(label));
    return { ...value, label };
  });
  return named.map((value) => {
    const into = named.find(({ key }) => key === value.mergedInto);
    const counts = into?.offered === true && into.mergedInto === null && into !== value;
    return counts ? { ...value, offered: false } : { ...value, mergedInto: null };
  });
}
