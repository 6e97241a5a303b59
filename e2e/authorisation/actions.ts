import type { APIRequestContext, APIResponse } from "@playwright/test";
import { uploadOfTests } from "@/db/uploads/uploads.fixtures";
import { type Action, actionsOfBuild } from "../built";
import { callAction } from "../calling";
import { calls, type Hand } from "./calls";
import { accountOf, handOf } from "./hand";
import { numberSaid } from "./number-said";
import { accountsAsked, casesAsked, missing, none, type Question, type Table } from "./questions";
import type { Person, Scene } from "./scene";

/** The tables of all actions of the build. */
export function actionTables(): Table[] {
  const all = actionsOfBuild();
  const about = (what: string) => all.filter(({ file }) => file.includes(`[${what}]`));
  const ofNothing = all.filter(({ file }) => !/\[(id|reference|upload|import|number)\]/.test(file));
  return [
    { title: "actions", questions: ofNothing.map((action) => asked(action.name, action)) },
    ...about("id").map(ofAccounts),
    ...about("upload").map((action) => ofOne(action, "upload", () => uploadOfTests)),
    ...about("import").map((action) => ofOne(action, "imported", ({ imported }) => imported)),
    ...about("number").map(ofPractice),
    ...about("reference").map(ofCase),
  ];
}

/** Calls an action from the page in whose folder it is, with a form filled in by `hand`. */
export function callWith(
  browser: APIRequestContext,
  url: string,
  action: Action,
  hand: Hand,
  headers: Record<string, string | undefined> = {},
): Promise<APIResponse> {
  const call = calls[action.name];
  if (!call) throw new Error(`Nobody has said how ${action.name} is called`);
  const path = pageOf(action)
    .replace("[reference]", hand.reference)
    .replace("[id]", hand.account)
    .replace("[upload]", hand.upload)
    .replace("[import]", hand.imported)
    .replace("[number]", String(hand.practice))
    .replace("[section]", "incident")
    .replace("[list]", "methodology");
  return callAction(browser, url, path, action, call(hand), headers);
}

function pageOf({ file, name, pages }: Action): string {
  const page = file.replace(/^app/, "").replace("/actions.ts", "") || "/";
  if (!pages.includes(page)) throw new Error(`${name} cannot be called from ${page}`);
  return page;
}

type Change = (scene: Scene, person: Person) => Partial<Hand>;

function asked(name: string, action: Action, change: Change = () => ({})): Question {
  return {
    name,
    of: action.name,
    async ask(scene, person) {
      const wanted = change(scene, person);
      const own = await handOf(scene, scene.viewer(person), wanted.reference ?? "");
      const hand = { ...own, ...wanted };
      const answer = await callWith(scene.as(person), scene.url, action, hand);
      return { answer, said: saidIn(hand) };
    },
  };
}

// What differs between the forms of a table's columns.
function saidIn(hand: Hand): string[] {
  const { upload, imported } = hand;
  const { reference, account, waitedFor, seenRound, active, seenAccount, secondFactor } = hand;
  const values = [
    ...[`"seen":"${seenRound}"`, `"active":"${active}"`, `"seen":"${seenAccount}"`],
    `"secondFactor":"${secondFactor}"`,
  ];
  const revisions = [
    ...[hand.seenRevision, hand.notesRevision].map((seen) => ["seenRevision", seen] as const),
    ...[hand.revision, hand.recordRevision].map((seen) => ["revision", seen] as const),
  ].flatMap(([name, seen]) => [`"${name}":"${seen}"`, `"${name}":${seen}`]);
  const practice = [hand.practice].flatMap(numberSaid);
  return [
    ...practice,
    upload,
    imported,
    reference,
    account,
    waitedFor,
    ...values,
    ...revisions,
  ].filter((text) => text !== "");
}

function ofCase(action: Action): Table {
  return {
    title: titleOf(action),
    questions: casesAsked.map(([name, reference]) => asked(name, action, () => ({ reference }))),
  };
}

/** An action on something that there is not, and on the one that there is. */
function ofOne(
  action: Action,
  what: "upload" | "imported",
  which: (scene: Scene) => string,
): Table {
  return {
    title: titleOf(action),
    questions: [
      asked(none, action, () => ({ [what]: missing })),
      asked("there", action, (scene) => ({ [what]: which(scene) })),
    ],
  };
}

/** An action on a practice case that there is not, and on the one that there is. */
function ofPractice(action: Action): Table {
  return {
    title: titleOf(action),
    questions: [
      asked(none, action, () => ({ practice: 9 })),
      asked("there", action, () => ({ practice: 1 })),
    ],
  };
}

function ofAccounts(action: Action): Table {
  if (action.name !== "changeAccountAction")
    return {
      title: titleOf(action),
      questions: accountsAsked.map(([name, whose]) =>
        asked(name, action, (scene, person) => accountOf(scene, whose(scene, person))),
      ),
    };
  return {
    title: titleOf(action),
    questions: accountsAsked.flatMap(([name, whose]) => [
      asked(name, action, (scene, person) => accountOf(scene, whose(scene, person))),
      asked(`close ${name}`, action, (scene, person) => ({
        ...accountOf(scene, whose(scene, person)),
        active: "no",
      })),
    ]),
  };
}

function titleOf(action: Action): string {
  return `${action.name} of ${pageOf(action)}`;
}
