import { expect } from "@playwright/test";
import { commandLineViewer } from "@/db/people/people";
import { getRequirement } from "@/db/practice-cases/requirement";
import { getReleasePreview } from "@/db/releases/next";
import { getTeamSettings, settingsSeen } from "@/db/study/team";
import { seenOfUpload, uploadOfTests } from "@/db/uploads/uploads.fixtures";
import { requirementInWords } from "@/domain/practice-cases/requirement";
import { bodyOfCall } from "../calling";
import { ask, type Question } from "./asking";
import type { Call } from "./calls";
import { type Difference, differenceOf } from "./comparing";
import { nameNewPeople } from "./ids";
import type { Twins } from "./twins";

/** The two ways to call an action: as a page's script does, and as its form without scripts. */
export async function questionsOfCall({ action, path, args }: Call): Promise<Question[]> {
  const name = `${action.name} from ${path}`;
  const script = await packed(await bodyOfCall(args));
  const questions: Question[] = [
    {
      ask: name,
      path,
      method: "POST",
      body: script.body,
      headers: { Accept: "text/x-component", "Next-Action": action.id, ...script.headers },
    },
  ];
  const form = args.at(-1);
  if (form !== undefined && !(form instanceof FormData)) return questions;
  const { body, headers } = await packed(withoutScripts(action.id, args.slice(0, -1), form));
  return [...questions, { ask: `${name}, as a form`, path, method: "POST", body, headers }];
}

/** The form as React writes it into a page, the bound arguments in hidden fields. */
function withoutScripts(id: string, bound: readonly unknown[], fields = new FormData()): FormData {
  const form = new FormData();
  if (bound.length === 0) form.append(`$ACTION_ID_${id}`, "");
  else {
    form.append("$ACTION_REF_1", "");
    form.append("$ACTION_1:0", JSON.stringify({ id, bound: "$@1" }));
    form.append("$ACTION_1:1", JSON.stringify(bound));
  }
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

async function packed(body: string | FormData) {
  const request = new Response(body);
  const headers = { "Content-Type": request.headers.get("Content-Type") ?? "" };
  return { body: Buffer.from(await request.arrayBuffer()), headers };
}

/** What forms send along of what their page showed, in both twins the same. */
async function fillIn({ action, args }: Call): Promise<void> {
  const form = args.at(-1);
  if (!(form instanceof FormData)) return;
  if (action.name === "makeReleaseAction")
    form.set("seen", (await getReleasePreview(commandLineViewer()))?.seen ?? "");
  if (action.name === "changeTeamSettingsAction") {
    const settings = await getTeamSettings(commandLineViewer());
    form.set("seen", settings ? settingsSeen(settings) : "");
  }
  if (action.name === "changeRequirementAction")
    form.set("seen", requirementInWords(await getRequirement(commandLineViewer())));
  if (action.name === "matchValuesAction") form.set("seen", seenOfUpload());
}

/** Calls an action in both twins, one call after the other; what their answers differ in. */
export async function callBoth(twins: Twins, call: Call, cookie: string): Promise<Difference[]> {
  const told: Difference[] = [];
  if (isOfUpload(call)) await filesAreRead(twins, cookie);
  await fillIn(call);
  for (const question of await questionsOfCall(call)) {
    const differences = async () => {
      if (isOfUpload(call)) await filesAreRead(twins, cookie);
      const answers = twins.pair.map(({ url }) => ask(url, question, cookie));
      const [one, two] = await Promise.all(answers);
      if (!one || !two) throw new Error("There are two twins");
      if (call.action.name === "addPersonAction") nameNewPeople(twins);
      return differenceOf(twins, question, one, two);
    };
    let found = await differences();
    // How far the process is that reads files differs by chance; what tells differs each time.
    for (let again = 0; again < 4 && found.length > 0 && isOfUpload(call); again++)
      found = await differences();
    told.push(...found);
  }
  return told;
}

function isOfUpload({ path }: Call): boolean {
  return path === "/import/[upload]";
}

/** Waits until no twin is reading the files of the upload any more, for whoever sees it. */
async function filesAreRead(twins: Twins, cookie: string): Promise<void> {
  const page = { ask: "upload", path: `/import/${uploadOfTests}` };
  for (const { url } of twins.pair)
    await expect(async () => {
      expect((await ask(url, page, cookie)).body).not.toContain("<progress");
    }).toPass({ timeout: 60_000 });
}
