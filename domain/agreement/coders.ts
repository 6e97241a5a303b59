/** Somebody who codes, and which letter of the alphabet they would take, from 0. */
export interface Comer {
  readonly coder: string;
  readonly wish: number;
}

/** A person with the letter that they wish for: their id is random, and so are its last digits. */
export function comer(id: string): Comer {
  return { coder: id, wish: Number.parseInt(id.slice(-8), 16) };
}

const letters = 26;

/**
 * What names each coder in addresses: A to Z, then A2 and on. They are given in the order in which
 * coders came to the study: the letter that each wishes for or, where it is taken, the next that is
 * free, with A after Z. So whoever comes later moves nobody, and a letter says neither who came when
 * nor how many came before. Wishes are to be as good as random.
 *
 * Example: wishes for C, A and C again are C, A and D.
 */
export function coderKeys(comers: readonly Comer[]): Map<string, string> {
  const keys = new Map<string, string>();
  const taken = new Set<string>();
  for (const [place, { coder, wish }] of comers.entries()) {
    const round = Math.floor(place / letters);
    let letter = wish % letters;
    while (taken.has(keyOf(letter, round))) letter = (letter + 1) % letters;
    taken.add(keyOf(letter, round));
    keys.set(coder, keyOf(letter, round));
  }
  return keys;
}

function keyOf(letter: number, round: number): string {
  const name = String.fromCharCode("A".charCodeAt(0) + letter);
  return `${name}${round === 0 ? "" : round + 1}`;
}

/** What the coder with this key is called where names are not shown, such as Coder A. */
export function coderLabel(key: string): string {
  return `Coder ${key}`;
}
