/**
 * Whether every character of a text can be stored and stands in every file: none is null, and none
 * is half of one. Other control characters can.
 */
export function isKeepable(text: string): boolean {
  return !/[\0\p{Surrogate}]/u.test(text);
}

/** What to say beside a field with a text that is not. */
export const unkeepable = "Take out the character that cannot be shown, or type this text anew";
