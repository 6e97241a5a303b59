import { type Query, searchOf, textIn, textsIn } from "@/app/query";
import type { AgreementAsked, WindowAsked } from "@/db/agreement/choice";
import { type StageTable, stageTables } from "@/domain/agreement/crossings";
import { periodFrom, type TypedPeriod } from "@/domain/agreement/period";
import type { Problem } from "@/domain/outcome";
import { releaseNumberFrom } from "@/domain/releases/release";
import type { ReleaseOf } from "./release-of";
import { windowFrom, windowText } from "./window-asked";

/** What the address asks for, of the pages of all factors and of one. */
export interface Asked extends AgreementAsked {
  readonly release: number | null;
  /** On a page: the releases that there are to choose from. */
  readonly releases?: ReleaseOf;
  /** The dates as they were typed, and what is wrong with them. */
  readonly typed: TypedPeriod;
  readonly problems: readonly Problem[];
  readonly window: WindowAsked | null;
  readonly view: AgreementPart | null;
  readonly factor: string | null;
  readonly stage: StageTable | null;
  readonly pair: readonly [string, string] | null;
  readonly cell: readonly [number, number] | null;
}

/** What is shown of all factors besides how far coders agreed at first. */
export type AgreementPart = (typeof views)[number];
const views = ["stages", "time", "risk"] as const;

/** What an address asks for. What it says in no sensible way is left out. */
export function askedIn(query: Query): Asked {
  const look = textIn(query, "look");
  const typed = { from: textIn(query, "from") ?? "", to: textIn(query, "to") ?? "" };
  return {
    release: releaseNumberFrom(textIn(query, "release") ?? ""),
    samples: textsIn(query, "sample"),
    secondLook: look === "with" || look === "without" ? look : null,
    ...{ typed, ...periodFrom(typed) },
    coders: textsIn(query, "coder"),
    names: textIn(query, "names") === "shown",
    window: windowFrom(textIn(query, "window")),
    view: oneOf(views, textIn(query, "view")),
    factor: textIn(query, "factor") ?? null,
    stage: oneOf(stageTables, textIn(query, "stage")),
    pair: twoOf(textIn(query, "pair"), /^([A-Z]\d*)-([A-Z]\d*)$/),
    cell: cellOf(textIn(query, "cell")),
  };
}

function twoOf(text: string | undefined, form: RegExp): [string, string] | null {
  const [, one, other] = form.exec(text ?? "") ?? [];
  return one === undefined || other === undefined ? null : [one, other];
}

function oneOf<T extends string>(words: readonly T[], text: string | undefined): T | null {
  return words.find((word) => word === text) ?? null;
}

function cellOf(text: string | undefined): [number, number] | null {
  const [one, other] = twoOf(text, /^(\d)-(\d)$/) ?? [];
  return one === undefined || other === undefined ? null : [Number(one), Number(other)];
}

/** The address of the page that asks for this. */
export function addressOf(asked: Asked): string {
  const { window, view, factor, stage, pair, cell } = asked;
  const query: Query = {
    ...choiceIn(asked),
    ...(window && { window: windowText(window) }),
    ...(view && { view }),
    ...(factor && { factor }),
    ...(stage && { stage }),
    ...(pair && { pair: pair.join("-") }),
    ...(cell && { cell: cell.join("-") }),
  };
  return `/agreement${searchOf(query)}`;
}

/**
 * The address of a part that is of all factors, with the same choice of cases and coders. Over time
 * there are all the windows.
 */
export function addressOfPart(asked: Asked, view: AgreementPart | null): string {
  const window = view === "time" ? null : asked.window;
  return addressOf({ ...asked, window, view, ...noTable, factor: null });
}

/** The address of the levels of a factor, or of one of the tables of its stages. */
export function addressOfLevels(asked: Asked, factor: string, stage?: StageTable): string {
  return `${addressOf({ ...asked, view: null, ...noTable, factor, stage: stage ?? null })}#levels`;
}

const noTable = { stage: null, pair: null, cell: null };

/** The address of a file of the reliability report, with the same choice of cases and coders. */
export function addressOfReport(asked: Asked, file: string): string {
  return `/agreement/${file}${searchOf(choiceIn(asked))}`;
}

function choiceIn({ release, samples, secondLook, typed, coders, names }: Asked): Query {
  return {
    ...(release !== null && { release: String(release) }),
    sample: [...samples],
    ...(secondLook && { look: secondLook }),
    ...(typed.from && { from: typed.from }),
    ...(typed.to && { to: typed.to }),
    coder: [...coders],
    ...(names && { names: "shown" }),
  };
}
