import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Reply, replyOf } from "./answer";
import { none, type Question, type Table } from "./questions";
import type { Person, Scene } from "./scene";

/** A table filled in. */
export interface Filled {
  readonly title: string;
  readonly text: string;
  /** The words, a row for each person. */
  readonly rows: readonly (readonly string[])[];
  /** Cells with the word of the column "none" that stand for another answer than that one's. */
  readonly telling: readonly string[];
}

/** Asks all the questions of a table on behalf of these people. */
export async function fill(
  scene: Scene,
  { title, questions }: Table,
  among: readonly Person[],
): Promise<Filled> {
  const rows: string[][] = [];
  const telling: string[] = [];
  for (const person of among) {
    const replies: Reply[] = [];
    for (const question of questions) replies.push(await replyTo(scene, person, question));
    rows.push(replies.map((reply) => reply.word));
    const ofNone = replies[questions.findIndex((question) => question.name === none)];
    for (const [index, { word, whole }] of replies.entries())
      if (word === ofNone?.word && whole !== ofNone.whole)
        telling.push(`${title}, ${person}, ${questions[index]?.name}: ${whole}`);
  }
  const names = questions.map((question) => question.name);
  return { title, text: textOf(title, names, among, rows), rows, telling };
}

// What was written is undone, so that the next finds everything as it was.
async function replyTo(scene: Scene, person: Person, question: Question): Promise<Reply> {
  const { answer, said } = await question.ask(scene, person);
  const written = scene.written();
  const { word, whole } = await replyOf(answer, written);
  if (written || scene.uploadsChanged()) await scene.putBack();
  return { word, whole: said.reduce((text, one) => text.replaceAll(one, "THIS"), whole) };
}

const firstWidth = 20;
const gap = 2;
const leastWidth = 12;

function textOf(
  title: string,
  names: readonly string[],
  among: readonly Person[],
  rows: readonly string[][],
): string {
  const widths = names.map((name) => Math.max(name.length + gap, leastWidth));
  const line = (first: string, cells: readonly string[]) => {
    const padded = cells.map((cell, index) => cell.padEnd(widths[index] ?? 0));
    return (first.padEnd(firstWidth) + padded.join("")).trimEnd();
  };
  const lines = rows.map((row, index) => line(among[index] ?? "", row));
  return [title, line("", names), ...lines].join("\n");
}

const [, ...expected] = readFileSync(join(import.meta.dirname, "authorisation.matrix.txt"), "utf8")
  .trimEnd()
  .split("\n\n");

/** The tables of authorisation.matrix.txt, by title. */
export const matrix: ReadonlyMap<string, string> = new Map(
  expected.map((table) => [table.split("\n", 1)[0] ?? "", table]),
);

/** What such a table says of these people. */
export function linesOf(table: string | undefined, among: readonly Person[]): string | undefined {
  const [title, columns, ...rows] = table?.split("\n") ?? [];
  const theirs = rows.filter((row) => among.some((person) => row.startsWith(`${person}  `)));
  return table && [title, columns, ...theirs].join("\n");
}

/** The one of those tables that has no people. */
export const newStudy = "a study in which nobody has an account yet";

/**
 * The cells that tell somebody of a case whose page is to them as that of no case: in them, a page
 * or an action of that case comes to something else than that of no case.
 */
export function tellingOfUnknownCases(
  filled: readonly Filled[],
  among: readonly Person[],
): string[] {
  const ofCases = filled.filter(({ title }) => title.includes("/cases/[reference]"));
  const pages = ofCases.find(({ title }) => title === "/cases/[reference]")?.rows ?? [];
  return ofCases.flatMap(({ title, rows }) =>
    rows.flatMap((row, person) =>
      row.flatMap((word, index) => {
        const unknown = pages[person]?.[index] === pages[person]?.[0];
        return unknown && word !== row[0] ? [`${title}, ${among[person]}: ${word}`] : [];
      }),
    ),
  );
}
