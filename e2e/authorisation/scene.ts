import { rmSync } from "node:fs";
import { type APIRequestContext, expect, request } from "@playwright/test";
import { bring, type Cast, makeCast, stages } from "@/db/blinding/blinding.stages";
import { must, pastTheProgram, person, release, temporaryStudy, textFile } from "@/db/fixtures";
import { importDrafts } from "@/db/imports/import-drafts";
import type { Viewer } from "@/db/people/people";
import { draftPractice, practiceCaseFor, practise } from "@/db/practice-cases/practice.fixtures";
import { withSecondFactor } from "@/db/sign-in/second-factor.fixtures";
import { uploadWith } from "@/db/uploads/folders";
import { draftsIn } from "@/db/uploads/prepared";
import { uploadFor, uploadOfTests } from "@/db/uploads/uploads.fixtures";
import { startConcord } from "../server";
import { sendSignIn, sessionIn } from "../sign-in/signing-in";
import { type Memory, remember } from "./memory";

/** The people of db/blinding/blinding.stages.ts who can sit at a browser, and whoever is not signed in. */
export const people = [
  "lead who codes it",
  "lead who does not",
  "coder, first in",
  "coder, last in",
  "third coder",
  "coder of no case",
  "analyst",
  "admin only",
  "signed out",
] as const;
export type Person = (typeof people)[number];

/** A running server, a study with a case at every stage, and everybody signed in. */
export interface Scene extends Pick<Memory, "written" | "uploadsChanged" | "putBack"> {
  readonly url: string;
  readonly dataDir: string;
  readonly cast: Cast;
  /** Coders of no case, to be assigned; the first has a second factor. */
  readonly spare: readonly string[];
  /** An import that the lead who codes no case has made. */
  readonly imported: string;
  /** Sends requests with this person's cookie, whatever cookies the answers set. */
  as(person: Person): APIRequestContext;
  /** The session cookie of this person, as a header; "" for whoever is signed out. */
  cookieOf(person: Person): string;
  /** Whose forms this person sends; whoever is signed out sends a lead's. */
  viewer(person: Person): Viewer;
  end(): Promise<void>;
}

/** Sets the scene on the built application, or on an altered copy that stands `from` there. */
export async function setScene(from?: string): Promise<Scene> {
  const study = await temporaryStudy();
  const cast = await makeCast();
  const sol = await person("Sol", "coder");
  await withSecondFactor(sol);
  const spare = [sol.id, (await person("Sue", "coder")).id];
  for (const stage of stages) await bring(cast, stage);
  await release(cast["lead who does not"]);
  await practiceCaseFor(cast["lead who does not"]);
  await practise(cast["coder, first in"], 1, "3210000000000");
  await draftPractice(cast["coder of no case"], 1, "3210000000000");
  const imported = await importAndUpload(cast["lead who does not"]);
  const server = await startConcord({ dataDir: study.dataDir, from });
  const browsers = await browsersOf(server.url, cast);
  noUseToNote(study.dataDir);
  const memory = await remember(study.dataDir);
  return {
    url: server.url,
    dataDir: study.dataDir,
    cast,
    spare,
    imported,
    as: (one) => browsers[one].browser,
    cookieOf: (one) => browsers[one].cookie,
    viewer: (one) => cast[one === "signed out" ? "lead who codes it" : one],
    written: memory.written,
    uploadsChanged: memory.uploadsChanged,
    async putBack() {
      // Reading an upload goes on in a process of its own, which must have ended before.
      const page = `${server.url}/import/${uploadOfTests}`;
      const { browser } = browsers["lead who does not"];
      const text = async () => (await browser.get(page, { maxRedirects: 0 })).text();
      if (memory.uploadsChanged()) await expect.poll(text).not.toContain("Reading the files");
      await memory.putBack();
    },
    async end() {
      for (const one of people) await browsers[one].browser.dispose();
      await server.stop();
      memory.end();
      study.end();
    },
  };
}

const header = "Ref,Sample,Case type,Incident type,Methodology\n";

/** What a lead imports, and what they have uploaded and not imported yet. */
async function importAndUpload(lead: Viewer): Promise<string> {
  await uploadFor(lead, textFile("first.csv", `${header}2011-01,2011,s31,suicide,hybrid\n`));
  const { folder = "" } = uploadWith(uploadOfTests) ?? {};
  const made = { files: [], matching: {}, drafts: draftsIn(folder), reason: "" };
  const { id } = must(await importDrafts(lead, made));
  rmSync(folder, { recursive: true });
  await uploadFor(lead, textFile("second.csv", `${header}2011-02,2011,s31,suicide,hybrid\n`));
  return id;
}

// The last use of a session is noted once a minute, which is nothing that anybody did.
function noUseToNote(dataDir: string): void {
  const later = new Date(Date.now() + 60 * 60_000).toISOString();
  pastTheProgram(dataDir, (db) => db.prepare("update sessions set seen_at = ?").run(later));
}

interface Browser {
  readonly browser: APIRequestContext;
  readonly cookie: string;
}

async function browsersOf(url: string, cast: Cast): Promise<Record<Person, Browser>> {
  const pairs: [Person, Browser][] = [];
  for (const one of people) {
    const cookie = one === "signed out" ? "" : await sessionCookie(url, cast[one].name);
    const browser = await request.newContext({ extraHTTPHeaders: { Cookie: cookie } });
    pairs.push([one, { browser, cookie }]);
  }
  return Object.fromEntries(pairs) as Record<Person, Browser>;
}

async function sessionCookie(url: string, name: string): Promise<string> {
  const browser = await request.newContext();
  const cookie = sessionIn(await sendSignIn(browser, url, name));
  await browser.dispose();
  return cookie;
}
