import { gzipSync } from "node:zlib";
import type { Page, Response } from "@playwright/test";
import { caseFor, rateAndSubmit } from "@/db/fixtures";
import { quiet } from "./sign-in/idle";
import { expect, test } from "./study";

/**
 * The page against which others are measured: it has no form, and shows what the server wrote.
 * What it loads is Next's and React's own.
 */
const plainest = "/codebook";
const most = 10_000;
/** Evidence, keys and what others do at the same time are what these two pages are for. */
const mostWhereWorkIsDone: Readonly<Record<string, number>> = {
  "/cases/2016-01/rate": 24_200,
  "/cases/2016-02/reconcile": 22_000,
};

test("pages send little code of ours to the browser", async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Lena, Ann, Bob]);
  await caseFor(Lena, "2016-02", [Ann, Bob]);
  await rateAndSubmit(Ann, "2016-02", "3210000000000");
  await rateAndSubmit(Bob, "2016-02", "1210000000200");
  const lena = await study.as("Lena");
  const stranger = await study.stranger();
  const base = await codeOf(lena, plainest);
  const nothing = await codeOf(lena, "/nothing-here");
  const figures: Record<string, number> = {
    "/sign-in": (await codeOf(stranger, "/sign-in")) - base,
  };
  const paths = [
    "/",
    "/board",
    "/cases",
    "/cases/new",
    "/cases/2016-01",
    "/dataset",
    "/tables",
    "/tables/analyses",
    "/tables/coders",
    "/agreement",
    "/export",
  ];
  for (const path of [
    ...paths,
    "/people",
    "/account/second-factor",
    "/cases/2016-01/rate",
    "/cases/2016-02/reconcile",
  ])
    figures[path] = (await codeOf(lena, path)) - base;

  console.log(`${plainest} loads ${base} bytes of script, a page that is not there ${nothing};`);
  console.log("on top of the former, others load", figures);
  expect(base).toBeGreaterThan(50_000);
  expect(Math.abs(base - nothing), "of its own, the plainest page loads").toBeLessThan(3_000);
  for (const [path, size] of Object.entries(figures))
    expect(size, path).toBeLessThanOrEqual(mostWhereWorkIsDone[path] ?? most);
});

/** The bytes of script, compressed, that a browser with an empty cache loads for a page. */
async function codeOf(page: Page, path: string): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const sizes: Promise<number>[] = [];
  const count = async (response: Response) => {
    if (response.request().resourceType() !== "script") return 0;
    return gzipSync(await response.body()).length;
  };
  const follow = (response: Response) => sizes.push(count(response));
  page.on("response", follow);
  await page.goto(path);
  await quiet(page, path);
  page.off("response", follow);
  const all = await Promise.all(sizes);
  await session.detach();
  return all.reduce((sum, size) => sum + size, 0);
}
