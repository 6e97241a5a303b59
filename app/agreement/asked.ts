import { type Query, searchOf, textIn, textsIn } from "@/app/query";
import type { AgreementAsked } from "@/db/agreement/chosen";

/** What the address asks for, of the page of all factors and of one. */
export interface Asked extends AgreementAsked {
  readonly factor: string | null;
  readonly pair: readonly [string, string] | null;
  readonly cell: readonly [number, number] | null;
}

/** What an address asks for. What it says in no sensible way is left out. */
export function askedIn(query: Query): Asked {
  const look = textIn(query, "look");
  return {
    samples: textsIn(query, "sample"),
    secondLook: look === "with" || look === "without" ? look : null,
    coders: textsIn(query, "coder"),
    names: textIn(query, "names") === "shown",
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
  const { samples, secondLook, coders, names, factor, pair, cell } = asked;
  const query: Query = {
    sample: [...samples],
    ...(secondLook && { look: secondLook }),
    coder: [...coders],
    ...(names && { names: "shown" }),
    ...(factor && { factor }),
    ...(pair && { pair: pair.join("-") }),
    ...(cell && { cell: cell.join("-") }),
  };
  return `/agreement${searchOf(query)}`;
}
