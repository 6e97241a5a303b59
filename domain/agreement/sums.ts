/** The sum of a term over things. */
export function sum<T>(things: Iterable<T>, term: (thing: T) => number): number {
  let total = 0;
  for (const thing of things) total += term(thing);
  return total;
}

/** The numbers from 0 up to `count`, without it. */
export function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** Every pair (k, l) of the numbers from 0 up to `count`, without it. */
export function pairsUpTo(count: number): [number, number][] {
  return upTo(count).flatMap((k) => upTo(count).map((l): [number, number] => [k, l]));
}

/** The number at a place of a list. Throws when the list does not reach so far. */
export function at(list: ArrayLike<number>, place: number): number {
  const number = list[place];
  if (number === undefined) throw new RangeError(`There is no number at ${place}`);
  return number;
}

/** A square of numbers, line by line. */
export class Square {
  readonly numbers: Float64Array;
  constructor(
    readonly size: number,
    of: (k: number, l: number) => number = () => 0,
  ) {
    this.numbers = Float64Array.from({ length: size * size }, (_, place) =>
      of(Math.floor(place / size), place % size),
    );
  }
  at(k: number, l: number): number {
    return at(this.numbers, k * this.size + l);
  }
  add(k: number, l: number, number: number): void {
    this.numbers[k * this.size + l] = this.at(k, l) + number;
  }
  /** The sum of a line. */
  line(k: number): number {
    return sum(upTo(this.size), (l) => this.at(k, l));
  }
  /** The sum of a column. */
  column(l: number): number {
    return sum(upTo(this.size), (k) => this.at(k, l));
  }
}
