import { isKeepable, unkeepable } from "../characters";
import { type CodeList, choicesOf } from "../code-lists/code-lists";
import { dayFrom, firstDay } from "../dates";
import { messageAt, type Problem } from "../outcome";
import { mostCharacters } from "./most-characters";

/** What was typed or chosen, by the name of its field. What was not sent is "". */
export type Texts = Readonly<Record<string, string>>;

/** A row of fields on a page: what the names of its fields begin with, and what it is called there. */
export interface RowPlace {
  /** Such as "children.0." */
  readonly prefix: string;
  /** Such as "Child 1". */
  readonly title: string;
  /** What its fields are called, by their names; "" where the title says enough. */
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Reads what was typed in fields, and notes a problem for each that cannot be taken: of a `row` under
 * the names that its fields have on the page, in a message that says which row and field it means.
 */
export class Typed {
  readonly problems: Problem[];
  readonly #texts: Texts;
  readonly #row: RowPlace | null;

  constructor(texts: Texts, row: RowPlace | null = null, problems: Problem[] = []) {
    this.#texts = texts;
    this.#row = row;
    this.problems = problems;
  }

  /** Notes a problem of a field. */
  refuse(name: string, message: string): null {
    this.problems.push(this.#placed(name, message));
    return null;
  }

  #placed(name: string, message: string): Problem {
    if (!this.#row) return { field: name, message };
    const { prefix, title, fields } = this.#row;
    const place = [title, fields[name]].filter(Boolean).join(", ");
    return { field: `${prefix}${name}`, message: messageAt(place, message) };
  }

  /** Whether nothing is typed or chosen in any of these fields. */
  isBlank(names: readonly string[]): boolean {
    return names.every((name) => this.#text(name) === "");
  }

  /** A text without the blanks around it, of as many characters as it can have. */
  text(name: keyof typeof mostCharacters): string {
    const text = this.#text(name);
    const most = mostCharacters[name];
    if (text.length > most) {
      const shown = most.toLocaleString("en-GB");
      this.refuse(name, `Shorten this to ${shown} characters`);
    } else if (!isKeepable(text)) this.refuse(name, unkeepable);
    return text;
  }

  /** One of the words of a fixed list; null when none is chosen. */
  word<K extends string>(name: string, list: Readonly<Record<K, unknown>>): K | null {
    const text = this.#text(name);
    if (text === "") return null;
    return Object.hasOwn(list, text) ? (text as K) : this.refuse(name, "Select one of the list");
  }

  /**
   * The key of a value of a code list: one that is offered, or one that is `held` already. Null
   * when none is chosen.
   */
  code(name: string, list: CodeList, ...held: readonly (string | null)[]): string | null {
    const text = this.#text(name);
    if (text === "") return null;
    const known = choicesOf(list, ...held).some(({ key }) => key === text);
    return known ? text : this.refuse(name, "Select one of the list");
  }

  /**
   * A whole number between two others; null when nothing is typed. `called` is what it is called in
   * the message, where other fields of the page ask for such a number too.
   */
  wholeNumber(name: string, least: number, most: number, called?: string): number | null {
    const text = this.#text(name);
    if (text === "") return null;
    const number = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= least && number <= most) return number;
    const message = `Enter a whole number from ${least} to ${most}`;
    return this.refuse(name, called ? messageAt(called, message) : message);
  }

  /** A date from March 1900 on as 2014-10-14; null when nothing is typed. */
  day(name: string): string | null {
    const text = this.#text(name);
    if (text === "") return null;
    const day = dayFrom(text);
    if (day === null) return this.refuse(name, "Enter a date that exists, such as 14 October 2014");
    return day >= firstDay
      ? day
      : this.refuse(name, "Enter a date from 1 March 1900 on, such as 14 October 2014");
  }

  #text(name: string): string {
    return (this.#texts[name] ?? "").replaceAll("\r\n", "\n").trim();
  }
}
