/** The colour of lines and words. */
export const ink = "#0b0c0c";

/** A pattern that fills parts of bars: marks on a ground, so that greys can be told apart. */
export interface Pattern {
  readonly id: string;
  readonly ground: string;
  readonly marks: "lines" | "dots" | "crosses";
  readonly mark: string;
}

const dark = "#3b4a57";
export const patterns: readonly Pattern[] = [
  { id: "level-2", ground: "#9fb0be", marks: "lines", mark: dark },
  { id: "level-1", ground: "#dfe6ec", marks: "dots", mark: dark },
  { id: "level-withheld", ground: "#fff", marks: "crosses", mark: "#9fb0be" },
];

/** What a part is filled with: by the score of its level, or as those that are withheld. */
export const fills = {
  3: dark,
  2: "url(#level-2)",
  1: "url(#level-1)",
  0: "#fff",
  withheld: "url(#level-withheld)",
} as const;
