import { afterAll, beforeAll, expect, test } from "vitest";
import { bring, type Cast, caseAt, everyone, makeCast, stages } from "../blinding/blinding.stages";
import { temporaryStudy } from "../fixtures";
import { getCase } from "./cases";

/*
 * What a case's page offers to whom, at which stage: a assign coders, g go on without one, r rate,
 * t take back, h hand back, c reconcile, o reopen, w let it wait for a lead, O open, b begin a second
 * look, R read again, e end the second look; "." for a case that they may do nothing with, or not know.
 */

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let cast: Cast;

beforeAll(async () => {
  study = await temporaryStudy();
  cast = await makeCast();
  for (const stage of stages) await bring(cast, stage);
}, 60_000);
afterAll(() => study.end());

const letters = {
  assign: "a",
  goOnWithout: "g",
  rate: "r",
  takeBack: "t",
  handBack: "h",
  reconcile: "c",
  reopen: "o",
  hold: "w",
  open: "O",
  beginSecondLook: "b",
  readAgain: "R",
  endSecondLook: "e",
} as const;

test("what may be done with a case is offered to those who may do it, and to nobody else", async () => {
  const table: Record<string, string> = {};
  for (const who of everyone) {
    const cells: string[] = [];
    for (const stage of stages) {
      const may = (await getCase(cast[who], caseAt(stage)))?.may;
      const offered = Object.entries(letters).filter(([name]) => may?.[name as keyof typeof may]);
      cells.push(offered.map(([, letter]) => letter).join("") || ".");
    }
    table[who] = cells.join(" ");
  }
  expect(stages.join(" ")).toBe(
    "no-coders coding one-in two-in open agreed committed reopened open+3rd reop+3rd released rel+reop one-left held second-look left-out",
  );
  expect(table).toEqual({
    "lead who codes it": "aw agrhw agrhw agrhw ac ac o ac ag ag ac ac aw atOb Re g",
    "lead who does not": "aw agw agw agw ac ac o ac ag ag ac ac aw aOb e g",
    "coder, first in": ". rh t t c c . c . . c c t t . t",
    "coder, last in": ". rh rh t c c . c . . c c . t R .",
    "third coder": ". . . . . . . . rh rh . . . . . .",
    "coder of no case": ". . . . . . . . . . . . . . . .",
    analyst: ". . . . . . . . . . . . . . . .",
    "admin only": ". . . . . . . . . . . . . . . .",
    "command line": "aw agw agw agw ac ac o ac ag ag ac ac aw aOb e g",
  });
});
