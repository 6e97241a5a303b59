import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { makeFirstRunCode } from "@/db/people/first-run";
import { signingSecret } from "@/db/store/secret";
import { readSettings, type Settings, SettingsError } from "@/db/store/settings";
import { closeStudy, openStudy } from "@/db/store/store";
import { makeStudy, studyKind, WrongKindOfStudy } from "@/db/study/study";
import { throwOldUploadsAway } from "@/db/uploads/old-uploads";
import { loadDemonstration } from "./demo/load";
import { demonstrationPassword, demonstrationPeople } from "./demo/people";
import { sentenceForFile } from "./words";

/**
 * Makes the study ready before the server starts, and prints what its people need to know.
 * With --demo it is the demonstration; with --fresh that is started over.
 */
async function prepare(args: readonly string[]): Promise<string> {
  const settings = readSettings(process.env);
  const demo = args.includes("--demo");
  if (demo) await prepareDemonstration(settings, args.includes("--fresh"));
  openStudy(settings.dataDir);
  await makeStudy(demo ? "demonstration" : "study");
  signingSecret(settings.dataDir);
  throwOldUploadsAway();
  return demo ? demonstrationWords(settings) : studyWords(settings);
}

// Loaded beside its place and moved there whole, so that a start cut short leaves no half of it.
async function prepareDemonstration({ dataDir }: Settings, fresh: boolean): Promise<void> {
  const file = join(dataDir, "concord.sqlite");
  if (existsSync(file)) {
    openStudy(dataDir);
    const kind = await studyKind();
    closeStudy();
    if (kind !== "demonstration") throw new WrongKindOfStudy("study");
    if (!fresh) return;
    for (const end of ["", "-wal", "-shm"]) rmSync(`${file}${end}`, { force: true });
  }
  const loading = join(dataDir, "loading");
  rmSync(loading, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  openStudy(loading);
  await makeStudy("demonstration");
  await loadDemonstration();
  closeStudy();
  renameSync(join(loading, "concord.sqlite"), file);
  rmSync(loading, { recursive: true, force: true });
}

function demonstrationWords({ url }: Settings): string {
  const accounts = Object.values(demonstrationPeople).map(
    ({ email, roles }) => `  ${email.padEnd(24)} ${roles.join(", ")}`,
  );
  return [
    `Concord, the demonstration with invented cases: ${url}`,
    "",
    "Sign in as",
    ...accounts,
    `all with the password: ${demonstrationPassword}`,
  ].join("\n");
}

async function studyWords({ url }: Settings): Promise<string> {
  const code = await makeFirstRunCode();
  const words = [`Concord: ${url}`];
  if (code)
    words.push("", "This study has no accounts yet.", `Make the first one with the code ${code}`);
  return words.join("\n");
}

function sentenceFor(error: unknown): string | null {
  if (error instanceof SettingsError) return error.message;
  if (!(error instanceof WrongKindOfStudy)) return sentenceForFile(error);
  return error.found === "demonstration"
    ? "This data directory holds the demonstration. Start it with npm run demo, or set CONCORD_DATA_DIR to another directory."
    : "This data directory holds a study of your own, not the demonstration. Set CONCORD_DATA_DIR to another directory.";
}

try {
  console.log(await prepare(process.argv.slice(2)));
} catch (error) {
  const sentence = sentenceFor(error);
  if (sentence === null) throw error;
  console.error(sentence);
  process.exitCode = 1;
} finally {
  closeStudy();
}
