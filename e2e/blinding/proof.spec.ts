import { expect } from "@playwright/test";
import { ask } from "./asking";
import { callBoth } from "./calling-both";
import { callsOf } from "./calls";
import { compare } from "./comparing";
import { importOfTests } from "./imported";
import { allManners, mainManners, questionsOf } from "./manners";
import { addressesOf, pointedAddressesOf, pointedCases } from "./paths";
import { type Twins, test } from "./twins";
import { bobs, everyoneSubmits, type Name } from "./world";

/* The comparison finds a difference where there is one: it would fail if anything told. */

const long = process.env.CONCORD_LONG === "1";
test.setTimeout(long ? 1_800_000 : 600_000);

/** Where the words and reasons of a record stand, which may say what was read in an open case. */
const ofRecords = ["/cases/[reference]/record/check", "/cases/[reference]/record/history"];
// A browser is led from them to the case, once one has submitted; a payload says where it is.
const ofRating = ["/cases/[reference]/rate", "/cases/[reference]/rate/check"];

/**
 * The patterns of the routes that tell this person something, by page and by payload. By default a
 * blind case of each kind, an open one and once every other route are asked for, with
 * CONCORD_LONG=1 every path.
 */
async function tellingRoutes(twins: Twins, who: Name): Promise<[string[], string[]]> {
  const addresses = long
    ? addressesOf(twins.people)
    : pointedAddressesOf(twins.people, [...pointedCases, "2016-02"]);
  const { page, payload } = mainManners;
  const { differences } = await compare(twins, who, questionsOf(addresses, { page, payload }));
  const told = new Set(differences.map((difference) => difference.ask));
  const telling = (manner: string) => {
    const found = addresses.filter(({ path }) => told.has(`${manner}: ${path}`));
    const patterns = found.map(({ pattern }) => pattern);
    // Whoever is signed in is only sent on from there, to their work.
    return [...new Set(patterns.filter((pattern) => !pattern.startsWith("/sign-in")))];
  };
  return [telling("page"), telling("payload")];
}

test.describe("with the promise switched off", () => {
  test.use({ blind: false });
  const ofCases = ["/cases/[reference]", "/cases/[reference]/reconcile"];
  const [commit, events] = ["commit", "events"].map((page) => `${ofCases[1]}/${page}`);

  test("pages, payloads and exports tell", async ({ twins }) => {
    const ofDataset = [
      ...[...ofRecords, "/dataset", "/export", "/export/[file]", "/imports/[import]"],
      ...["/precedents", "/releases", "/releases/[number]"],
      ...["/tables", "/tables/[file]", "/tables/analyses", "/tables/cases", "/tables/coders"],
    ];
    // A page that leads on to the reconciliation tells what that tells.
    expect(await tellingRoutes(twins, "Lena")).toEqual([
      ["/agreement", "/agreement/[file]", ...ofCases, commit, events, ...ofDataset],
      ["/agreement", "/agreement/[file]", ...ofCases, events, ...ofDataset],
    ]);
    const anns = [
      ...["/agreement", ...ofCases, events, ...ofRecords],
      ...["/dataset", "/precedents", "/tables", "/tables/analyses", "/tables/cases"],
    ];
    expect(await tellingRoutes(twins, "Ann")).toEqual([[...anns, ...ofRating].sort(), anns]);
  });

  test("every manner tells that leads to a page", async ({ twins }) => {
    const path = "/cases/2016-06/reconcile";
    const address = { pattern: "/cases/[reference]/reconcile", path };
    const { differences } = await compare(twins, "Lena", questionsOf([address], allManners));
    expect(differences.map((difference) => difference.ask)).toEqual(
      [
        ...["page", "payload", "navigation", "file of data", "trailing slash"],
        ...["doubled slash in front", "doubled slashes", "encoded digits", "backslashes"],
        ...["dots between", "whole address", "subrequest of proxy", "subrequest of middleware"],
        ...["subrequest in src", "data of a page", "route matches", "matched path"],
        ...["invoked path", "parameters in the query", "as if developing", "preview", "packed"],
        ...["if there is none", "if changed", "a part of it", "post of nothing", "put"],
      ].map((manner) => `${manner}: ${path}`),
    );
  });

  test("what actions reply tells", async ({ twins }) => {
    const telling: string[] = [];
    for (const call of callsOf(twins.people, "Lena", ["2016-06"]))
      for (const told of await callBoth(twins, call, twins.cookies.Lena)) telling.push(told.ask);
    expect(telling).toEqual([
      "takeBackAction from /cases/2016-06, as a form",
      "acceptAction from /cases/2016-06/reconcile, as a form",
      "agreeAction from /cases/2016-06/reconcile, as a form",
      "dissentAction from /cases/2016-06/reconcile, as a form",
      "withdrawDissentAction from /cases/2016-06/reconcile, as a form",
      "makePrecedentAction from /cases/2016-06",
      "makePrecedentAction from /cases/2016-06, as a form",
      "takePrecedentBackAction from /cases/2016-06",
      "takePrecedentBackAction from /cases/2016-06, as a form",
      "lookAction from /cases/2016-06/reconcile",
      "showNamesAction from /cases/2016-06/reconcile, as a form",
      "saveNotesAction from /cases/2016-06/reconcile",
      "saveNotesAction from /cases/2016-06/reconcile, as a form",
      "commitAction from /cases/2016-06/reconcile, as a form",
      "reopenAction from /cases/2016-06, as a form",
      "assignAction from /cases/2016-06",
      "assignAction from /cases/2016-06, as a form",
      "goOnWithoutAction from /cases/2016-06",
      "goOnWithoutAction from /cases/2016-06, as a form",
      // It leads to the tables, whose payload comes with the answer.
      "recordContextFiguresAction from /tables/context",
      `undoImportAction from /imports/${importOfTests}`,
      `undoImportAction from /imports/${importOfTests}, as a form`,
      "makeReleaseAction from /releases",
      "makeReleaseAction from /releases, as a form",
    ]);
  });
});

test("once everyone has submitted, those who may learn it are told", async ({ twins }) => {
  await twins.inBoth(() => everyoneSubmits(twins.people));
  const reconciling = ["/cases/[reference]", "/cases/[reference]/reconcile"];
  const told = [
    ...["/", "/agreement", ...reconciling, "/cases/[reference]/reconcile/events"],
    ...[...ofRecords, "/dataset", "/precedents", "/tables", "/tables/analyses", "/tables/cases"],
  ];
  expect(await tellingRoutes(twins, "Ann")).toEqual([[...told, ...ofRating].sort(), told]);
  const committed = [
    "/agreement",
    "/agreement/[file]",
    "/cases/[reference]",
    ...ofRecords,
    "/dataset",
    "/export/[file]",
    "/precedents",
    "/releases",
    "/releases/[number]",
    "/tables",
    "/tables/[file]",
    "/tables/analyses",
    "/tables/cases",
  ];
  expect(await tellingRoutes(twins, "Dora")).toEqual([committed, committed]);
  expect(await tellingRoutes(twins, "Adi")).toEqual([[], []]);

  const question = { ask: "reconciliation", path: "/cases/2016-01/reconcile" };
  const answer = await ask(twins.pair[0].url, question, twins.cookies.Ann);
  expect(answer.body).toContain(bobs.note);
  expect(answer.body).toContain(bobs.quotes[0]?.text);
});
