const most = 2 ** 32;

/**
 * Gives a function that makes keys of new rows: UUIDs of version 4 whose first 32 bits go up from
 * one to the next, by chance and from a beginning by chance. An import of many rows then writes side
 * by side in each index, and not all over it; who knows one key still knows 90 bits too few to guess
 * another. Past the highest it goes on from 0.
 * Example: "7d1f03a9-…", then "7d1f03ae-…". For use inside db/.
 */
export function risingKeys(): () => string {
  let last = Math.floor(Math.random() * most);
  return () => {
    last = (last + 1 + Math.floor(Math.random() * 16)) % most;
    return last.toString(16).padStart(8, "0") + crypto.randomUUID().slice(8);
  };
}
