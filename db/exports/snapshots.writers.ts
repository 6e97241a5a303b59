import { setTimeout } from "node:timers/promises";
import type { IndexChild, Period } from "@/domain/case-record/case-record";
import { typedValue } from "@/domain/code-lists/edit";
import { changeRecord, type RecordChange } from "../cases/case-records";
import { commitCase } from "../dataset/commitments";
import { reopenCase } from "../dataset/reopening";
import {
  agree,
  agreeEverything,
  caseFor,
  commit,
  csvFile,
  must,
  person,
  rateAndSubmit,
  release,
  seenBy,
} from "../fixtures";
import { importCases } from "../imports/cases";
import { commandLineViewer, type Viewer } from "../people/people";
import { closeStudy, openStudy, write } from "../store/store";
import { changeCodeList, currentCodeLists } from "../study/code-lists";
import { between, type Pair, pairsOf } from "./snapshots.fixtures";

/*
 * Writes in a study until its standard input ends: node --import tsx THIS DIRECTORY PEOPLE. Each of
 * so many people changes two cases of their own, always both in one transaction and always alike.
 * What holds between the two, and between the tables, holds at every moment. Says "ready" when all
 * have changed something, and how often at the end.
 */

/** Somebody who writes, and what they do the next time. */
type Change = () => Promise<void>;

async function peopleAtWork(count: number): Promise<Change[]> {
  const coders = [await person("Ann", "coder"), await person("Bob", "coder")];
  const others = between.map((reference) => ({
    ...{ case_ref: reference, scores: "" },
    cells: { included: "no", exclusion_reason: "Too thin" },
  }));
  must(await importCases(commandLineViewer(), { cases: csvFile("cases.csv", others) }));
  const all: Change[] = [];
  for (const [index, pair] of pairsOf(count).entries()) {
    const lead = await person(`Lead ${index + 1}`, "lead");
    for (const reference of pair) {
      await caseFor(lead, reference, coders);
      for (const coder of coders) await rateAndSubmit(coder, reference, "3210000000000");
      await agreeEverything(lead, reference);
      await commit(lead, reference);
    }
    all.push(changesTo(lead, pair));
  }
  const lead = await person("Lead of the lists", "lead");
  await release(lead);
  return [...all, renaming(lead)];
}

function changesTo(lead: Viewer, pair: Pair): Change {
  let seenRevision = 1;
  let changes = 0;
  const record = (...changed: Facts[]) =>
    write(async () => {
      for (const section of changed) {
        const rest = { seenRevision, reason: "It was counted anew", confirmed: true };
        for (const reference of pair)
          must(await changeRecord(lead, reference, { ...section, ...rest } as RecordChange));
        seenRevision += 1;
      }
    });
  return async () => {
    const kind = changes % 4;
    const number = 1 + (Math.floor(changes / 4) % 5);
    changes += 1;
    if (kind === 0) await record(childrenAndMother(number));
    else if (kind === 1) await record(involvement(number % 3));
    else if (kind === 2) await record(practice(number), actions(number));
    else await commitAgain(lead, pair, number % 2 === 0 ? "high" : "low");
  };
}

type Facts = Pick<RecordChange, "section" | "facts">;

// The mother is as many years over twenty as there are children.
function childrenAndMother(number: number): Facts {
  const child: IndexChild = { ageYears: number, sex: null, outcome: null };
  return {
    section: "children",
    facts: { children: Array(number).fill(child), motherAge: 20 + number, motherAgeBand: null },
  };
}

// There was involvement just when there are periods.
function involvement(number: number): Facts {
  const period: Period = { startDate: "2014-01-01", endDate: "2014-02-01", subject: null };
  return {
    section: "involvement",
    facts: {
      involvement: number === 0 ? "none" : "at_time",
      periods: Array(number).fill(period),
    },
  };
}

// There are as many actions as points of practice.
function practice(number: number): Facts {
  const point = { kind: "strength", theme: "recording", description: "As a test has it" } as const;
  return { section: "practice", facts: { practice: Array(number).fill(point) } };
}
function actions(number: number): Facts {
  const action = { description: "As a test has it", status: "done" };
  return { section: "actions", facts: { actions: Array(number).fill(action) } };
}

/** Gives a value of two code lists the same name, again and again another. */
function renaming(lead: Viewer): Change {
  let number = 0;
  const values = { practice_theme: "recording", action_status: "done" } as const;
  return () =>
    write(async (tx) => {
      number += 1;
      const lists = await currentCodeLists(tx);
      for (const [name, key] of Object.entries(values) as [keyof typeof values, string][]) {
        const list = lists[name];
        const typed = list.values
          .map((value) => typedValue(list, value))
          .map((value) => (value.key === key ? { ...value, label: `Renamed ${number}` } : value));
        const edit = { seenVersion: list.version, values: typed, reason: "A better name" };
        must(await changeCodeList(lead, name, edit));
      }
    });
}

async function commitAgain(lead: Viewer, pair: Pair, level: string): Promise<void> {
  const both = (work: (reference: string) => Promise<unknown>) =>
    write(async () => {
      for (const reference of pair) await work(reference);
    });
  await both(async (reference) => must(await reopenCase(lead, reference, "A chronology came in")));
  await both((reference) => agree(lead, reference, { factor: "neglect", level }));
  const seen = await seenBy(lead, pair[0]);
  await both(async (reference) => must(await commitCase(lead, reference, seen)));
}

async function main(): Promise<void> {
  const [dataDir = "", people] = process.argv.slice(2);
  openStudy(dataDir);
  const all = await peopleAtWork(Number(people));
  for (const change of all) for (let time = 0; time < 4; time += 1) await change();
  let ended = false;
  process.stdin.resume().once("close", () => {
    ended = true;
  });
  process.stdout.write("ready\n");
  // All of them together four times a second: more often, the study only grows, until an export of
  // it takes longer than all that was to be seen.
  const work = async (change: Change) => {
    while (!ended) {
      await change();
      await setTimeout(Math.random() * 2 * all.length * 250);
    }
  };
  await Promise.all(all.map(work));
  closeStudy();
}

await main();
