/** Where the parts of a picture of bars stand. */
export interface Layout {
  readonly width: number;
  /** Where bars begin and end. */
  readonly left: number;
  readonly right: number;
  /** From one bar to the next, and how thick it is. */
  readonly step: number;
  readonly thick: number;
  /** Whether the names of bars stand above them, in lines as high as that, and not beside them. */
  readonly namesAbove: boolean;
  readonly lineHeight: number;
  /** How far apart the levels of the legend stand, and how many of them in a row. */
  readonly apart: number;
  readonly inRow: number;
}

/** For desks and print names stand beside bars; where there is little room, above them. */
export const layouts = {
  wide: {
    ...{ width: 880, left: 400, right: 860, step: 30, thick: 20 },
    ...{ namesAbove: false, lineHeight: 0, apart: 115, inRow: 4 },
  },
  narrow: {
    ...{ width: 330, left: 1, right: 329, step: 34, thick: 24 },
    ...{ namesAbove: true, lineHeight: 20, apart: 160, inRow: 2 },
  },
} as const satisfies Readonly<Record<string, Layout>>;

const lettersPerLine = 38;

/** The name of a bar in lines that are not wider than the picture. */
export function linesOfName(name: string, { namesAbove }: Layout): string[] {
  return namesAbove ? linesOf(name, lettersPerLine) : [name];
}

/** A text in lines of at most so many letters; a longer word has a line of its own. */
export function linesOf(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = [...lines.slice(-1), word].join(" ");
    if (lines.length > 0 && longer.length <= letters) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** About how long a number is, in the height of words. */
export function lengthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter === "%" ? 15 : 9.5), 0);
}
