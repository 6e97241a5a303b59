import { isKeepable, unkeepable } from "./characters";
import { makerInWords } from "./dataset/made";
import { formatDate } from "./dates";
import { done, type Outcome, type Problem, refusedFor } from "./outcome";

/** What a team types in to stand beside the tables that are made of its cases. */
export const contextParts = {
  table_2: { label: "Table 2" },
  notifications: { label: "Notification figures" },
} as const;
export type ContextPart = keyof typeof contextParts;

/** A figure from elsewhere, as somebody typed it in. */
export interface ContextFigure {
  readonly part: ContextPart;
  /** What it counts, such as "Reviews notified in 2014 to 2015". */
  readonly label: string;
  /** As its source prints it, such as "1,250" or "43%". */
  readonly figure: string;
  /** Where it is from. */
  readonly source: string;
}

/** What stands above them all, on the page and in a document. */
export const fromElsewhere = {
  title: "Figures from elsewhere",
  note: "Typed in by the team, and not made of the cases.",
};

/** Who typed figures in from elsewhere, and when; null where nobody did. */
export function typedInWords({
  recordedAt,
  recordedBy,
}: {
  readonly recordedAt: string | null;
  readonly recordedBy: string | null;
}): string | null {
  if (recordedAt === null) return null;
  return `As typed in ${makerInWords(recordedBy)} on ${formatDate(recordedAt)}.`;
}

/** A figure as its form gives it. */
export type TypedFigure = Readonly<Record<keyof ContextFigure, string>>;

/** How many figures there can be. */
export const mostFigures = 60;

const longest = { label: 200, figure: 40, source: 300 } as const;

/**
 * Figures as they were typed, or every problem beside its field, named by the place of the figure:
 * "figures.0.source". A row in which nothing is typed is left out, so that emptying a row takes its
 * figure away. No figure stands without its source.
 */
export function readContextFigures(typed: readonly TypedFigure[]): Outcome<ContextFigure[]> {
  const problems: Problem[] = [];
  const figures = typed.flatMap((one, index): ContextFigure[] => {
    const [label, figure, source] = [one.label.trim(), one.figure.trim(), one.source.trim()];
    if (label === "" && figure === "" && source === "") return [];
    const refuse = (field: keyof ContextFigure, message: string) =>
      problems.push({ field: `figures.${index}.${field}`, message });
    if (label === "") refuse("label", "Enter what the figure counts");
    if (!/\p{Nd}/u.test(figure)) refuse("figure", "Enter the figure, such as 1,250 or 43%");
    if (source === "") refuse("source", "Enter where the figure is from");
    for (const [field, text] of [
      ["label", label],
      ["figure", figure],
      ["source", source],
    ] as const)
      if (text.length > longest[field]) refuse(field, `Enter at most ${longest[field]} characters`);
      else if (!isKeepable(text)) refuse(field, unkeepable);
    const part = partNamed(one.part);
    if (!part) refuse("part", "Select where the figure belongs");
    return part ? [{ part, label, figure, source }] : [];
  });
  if (figures.length > mostFigures)
    problems.push({ field: "", message: `Enter at most ${mostFigures} figures` });
  return problems.length > 0 ? refusedFor(problems) : done(figures);
}

function partNamed(name: string): ContextPart | undefined {
  return (Object.keys(contextParts) as ContextPart[]).find((part) => part === name);
}
