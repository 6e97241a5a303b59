/** Some items at a time, from pieces of any size, or that come as they are ready. */
export type Pieces<T> = Iterable<readonly T[]> | AsyncIterable<readonly T[]>;

/**
 * The same items in chunks of at most `size`. Other requests are answered between two chunks. For
 * use inside db/.
 */
export async function* inChunks<T>(pieces: Pieces<T>, size: number): AsyncGenerator<readonly T[]> {
  for await (const piece of pieces)
    for (let start = 0; start < piece.length; start += size) {
      yield piece.slice(start, start + size);
      await new Promise((resolve) => setImmediate(resolve));
    }
}
