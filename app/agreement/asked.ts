import { type Query, searchOf, textIn, textsIn } from "@/app/query";
import type { AgreementAsked } from "@/db/agreement/choice";
import { periodFrom, type TypedPeriod } from "@/domain/agreement/period";
import type { Problem } from "@/domain/outcome";

/** What the address asks for, of the pages of all factors and of one. */
export interface Asked extends AgreementAsked {
  /** The dates as they were typed, and what is wrong with them. */
  readonly typed: TypedPeriod;
  readonly problems: readonly Problem[];
  readonly view: AgreementPart | null;
  readonly factor: string | null;
  readonly pair: readonly [string, string] | null;
  readonly cell: readonly [number, number] | null;
}

/** What is shown of all factors besides how far coders agreed at first. */
export type AgreementPart = "stages" | "time";

/** What an address asks for. What it says in no sensible way is left out. */
export function askedIn(query: Query): Asked {
  const look = textIn(query, "look");
  const view = textIn(query, "view");
  const typed = { from: textIn(query, "from") ?? "", to: textIn(query, "to") ?? "" };
  return {
    samples: textsIn(query, "sample"),
    secondLook: look === "with" || look === "without" ? look : null,
    ...{ typed, ...periodFrom(typed) },
    coders: textsIn(query, "coder"),
    names: textIn(query, "names") === "shown",
    view: view === "stages" || view === "time" ? view : null,
    factor: textIn(query, "factor") ?? null,
    pair: twoOf(textIn(query, "pair"), /^([A-Z]\d*)-([A-Z]\d*)$/),
    cell: cellOf(textIn(query, "cell")),
  };
}

function twoOf(text: string | undefined, form: RegExp): [string, string] | null {
  const [, one, other] = form.exec(text ?? "") ?? [];
  return one === undefined || other === undefined ? null : [one, other];
}

function cellOf(text: string | undefined): [number, number] | null {
  const [one, other] = twoOf(text, /^(\d)-(\d)$/) ?? [];
  return one === undefined || other === undefined ? null : [Number(one), Number(other)];
}

/** The address of the page that asks for this. */
export function addressOf(asked: Asked): string {
  const { view, factor, pair, cell } = asked;
  const query: Query = {
    ...choiceIn(asked),
    ...(view && { view }),
    ...(factor && { factor }),
    ...(pair && { pair: pair.join("-") }),
    ...(cell && { cell: cell.join("-") }),
  };
  return `/agreement${searchOf(query)}`;
}

/** The address of a part that is of all factors, with the same choice of cases and coders. */
export function addressOfPart(asked: Asked, view: AgreementPart | null): string {
  return addressOf({ ...asked, view, factor: null, pair: null, cell: null });
}

/** The address of a file of the reliability report, with the same choice of cases and coders. */
export function addressOfReport(asked: Asked, file: string): string {
  return `/agreement/${file}${searchOf(choiceIn(asked))}`;
}

function choiceIn({ samples, secondLook, typed, coders, names }: Asked): Query {
  return {
    sample: [...samples],
    ...(secondLook && { look: secondLook }),
    ...(typed.from && { from: typed.from }),
    ...(typed.to && { to: typed.to }),
    coder: [...coders],
    ...(names && { names: "shown" }),
  };
}
