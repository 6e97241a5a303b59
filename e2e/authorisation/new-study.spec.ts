import { writeFileSync } from "node:fs";
import { type APIRequestContext, expect, request, test } from "@playwright/test";
import { pastTheProgram, temporaryStudy } from "@/db/fixtures";
import { makeFirstRunCode } from "@/db/people/first-run";
import { type AlteredBuild, buildWithoutProxy } from "../altered-build";
import { actionsOfBuild, routesOfBuild } from "../built";
import { type ConcordServer, startConcord } from "../server";
import { callWith } from "./actions";
import { replyOf } from "./answer";
import type { Hand } from "./calls";
import { foreignOrigins } from "./elsewhere";
import { matrix, newStudy } from "./matrix";
import { type Memory, remember } from "./memory";
import { ofNext } from "./routes";

test.use({ trace: "off" });

const builds: [string, (() => AlteredBuild) | undefined][] = [
  ["as built", undefined],
  ["without proxy.ts", buildWithoutProxy],
];

for (const [build, alter] of builds)
  test(`in a new study whoever has the code makes the first account, and there is no more: ${build}`, async () => {
    const altered = alter?.();
    const study = await temporaryStudy();
    const hand = handWith((await makeFirstRunCode()) ?? "");
    const server = await startConcord({ dataDir: study.dataDir, from: altered?.root });
    const memory = await remember(study.dataDir);
    const browser = await request.newContext({ extraHTTPHeaders: { Cookie: "" } });

    const text = await filled(browser, server, memory, hand);
    writeFileSync(test.info().outputPath("found.txt"), `${text}\n`);
    expect(text).toBe(matrix.get(newStudy));
    const makeFirst = actionsOfBuild().filter(({ name }) => name === "makeFirstAccountAction");
    expect(makeFirst).toHaveLength(1);
    for (const action of makeFirst)
      for (const Origin of foreignOrigins(server.url)) {
        const answer = await callWith(browser, server.url, action, hand, { Origin });
        expect(answer.ok(), Origin).toBe(false);
        expect(memory.written(), Origin).toBeNull();
      }

    await browser.dispose();
    await server.stop();
    memory.end();
    study.end();
    altered?.end();
  });

test("of twenty forms that are sent at the same time with the code one makes the first account", async () => {
  const study = await temporaryStudy();
  const hand = handWith((await makeFirstRunCode()) ?? "");
  const server = await startConcord({ dataDir: study.dataDir });
  const browsers = await Promise.all(Array.from({ length: 20 }, () => request.newContext()));
  const [action] = actionsOfBuild().filter(({ name }) => name === "makeFirstAccountAction");
  if (!action) throw new Error("There is no action that makes the first account");

  const answers = await Promise.all(
    browsers.map((browser) => callWith(browser, server.url, action, hand)),
  );
  expect(answers.filter((answer) => answer.status() >= 500)).toEqual([]);
  const count = (sql: string) =>
    pastTheProgram(study.dataDir, (db) => db.prepare(sql).pluck().get());
  expect(count("select count(*) from people")).toBe(1);
  const entries = "select count(*) from audit_entries where action = 'made the first account'";
  expect(count(entries)).toBe(1);

  for (const browser of browsers) await browser.dispose();
  await server.stop();
  study.end();
});

async function filled(
  browser: APIRequestContext,
  { url }: ConcordServer,
  memory: Memory,
  hand: Hand,
): Promise<string> {
  const lines = [newStudy];
  const tell = async (what: string, answer: Parameters<typeof replyOf>[0]) => {
    const written = memory.written();
    lines.push(`${what.padEnd(35)} ${(await replyOf(answer, written)).word}`);
    if (written) await memory.putBack();
  };
  for (const { pattern } of routesOfBuild().filter(({ pattern }) => pattern !== ofNext))
    await tell(pattern, await browser.get(url + addressOf(pattern), { maxRedirects: 0 }));
  for (const action of actionsOfBuild())
    await tell(action.name, await callWith(browser, url, action, hand));
  return lines.join("\n");
}

function addressOf(pattern: string): string {
  return pattern
    .replace("[reference]", "2016-01")
    .replace("[id]", nobody)
    .replace("[section]", "incident")
    .replace("[list]", "methodology")
    .replace("[number]", "1")
    .replace("[file]", "children.csv")
    .replace("[...nextauth]", "signin");
}

const nobody = "00000000-0000-4000-8000-000000000000";

function handWith(code: string): Hand {
  return {
    reference: "2016-01",
    upload: nobody,
    imported: nobody,
    seenMatching: "",
    seenImport: "",
    seenRequirement: "",
    seenSettings: "",
    personId: nobody,
    password: "the password of nobody",
    revision: 0,
    recordRevision: 0,
    seenRevision: 0,
    seenCoders: "",
    notesRevision: 0,
    seenRound: "",
    practice: 1,
    practiceRevision: 0,
    coders: [nobody],
    waitedFor: nobody,
    account: nobody,
    active: "yes",
    seenAccount: "",
    secondFactor: "",
    code,
    seen: "",
  };
}
