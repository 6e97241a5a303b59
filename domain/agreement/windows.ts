import { upTo } from "./sums";

/** Which cases of an order belong together: from one place up to another, without it. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

/** Below so many cases an order is not cut. */
export const fewestToCut = 20;

const [usual, most] = [30, 8];

/**
 * Cuts cases in their order into windows of as many cases each, or one more in the last ones: of 30
 * or more, at most eight of them. From 20 to 59 cases are cut in two, fewer are one window.
 *
 * Examples: 23 cases are 11 and 12; 100 are 33, 33 and 34; 1,000 are eight of 125.
 */
export function windowsOf(cases: number): Window[] {
  if (cases === 0) return [];
  const count = cases < fewestToCut ? 1 : Math.min(most, Math.max(2, Math.floor(cases / usual)));
  const edge = (place: number) => Math.floor((place * cases) / count);
  return upTo(count).map((place) => ({ start: edge(place), end: edge(place + 1) }));
}
