/**
 * What names the coder in this place in addresses: A to Z, then A2 and on. It follows from the
 * place alone, so that it says nothing of who it is.
 */
export function coderKey(place: number): string {
  const letter = String.fromCharCode("A".charCodeAt(0) + (place % 26));
  const round = Math.floor(place / 26);
  return `${letter}${round === 0 ? "" : round + 1}`;
}

/** What the coder in this place is called where names are not shown, such as Coder A. */
export function coderLabel(place: number): string {
  return `Coder ${coderKey(place)}`;
}
