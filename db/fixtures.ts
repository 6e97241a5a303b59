import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import type { Registration } from "@/domain/cases";
import { type Codebook, firstCodebook, readCodebook } from "@/domain/codebook/codebook";
import { type ExportChoice, everything } from "@/domain/dataset/choice";
import { caseColumns } from "@/domain/import/columns";
import type { Outcome } from "@/domain/outcome";
import { accountSeen, type Role } from "@/domain/people";
import { type Ratings, unrated } from "@/domain/ratings/ratings";
import { seenOf } from "@/domain/reconciliation/commitment";
import type { Decision } from "@/domain/reconciliation/reconciliation";
import { assignCoders } from "./assignments/assignments";
import { registerCase } from "./cases/cases";
import { commitCase } from "./dataset/commitments";
import { exportDataset } from "./exports/dataset";
import type { ImportFile } from "./imports/read-csv";
import { type AccountChange, changeAccount } from "./people/accounts";
import { addPerson, commandLineViewer, getPerson, type Viewer, viewerOf } from "./people/people";
import { getDraft, saveDraft } from "./ratings/drafts";
import { submitRatings } from "./ratings/ratings";
import { acceptAllTheSame, agreeLevel } from "./reconciliation/decisions";
import { getReconciliation } from "./reconciliation/reconciliations";
import { makeRelease } from "./releases/make";
import { getReleasePreview } from "./releases/next";
import { signIn } from "./sign-in/sign-in";
import { forgetTries } from "./sign-in/sign-in-limits";
import { closeStudy, openStudy, write } from "./store/store";
import { makeStudy, type StudyKind } from "./study/study";
import { changeTeamSettings, getTeamSettings, settingsSeen, type TeamSettings } from "./study/team";

/** A new study in a temporary directory, which is this process's study until `end`. */
export async function temporaryStudy(
  kind: StudyKind = "study",
): Promise<{ dataDir: string; end(): void }> {
  const dataDir = mkdtempSync(join(tmpdir(), "concord-"));
  openNewStudy(dataDir);
  forgetTries();
  await makeStudy(kind);
  return {
    dataDir,
    end() {
      closeStudy();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

let emptyTables: Buffer | undefined;

// Most of the time of making a study goes into its tables: those of the first are copied.
function openNewStudy(dataDir: string): void {
  if (emptyTables) writeFileSync(join(dataDir, "concord.sqlite"), emptyTables, { mode: 0o600 });
  openStudy(dataDir);
  emptyTables ??= pastTheProgram(dataDir, (db) => db.serialize());
}

/**
 * Speaks to the database of a data directory past the program, on a connection of its own: what
 * somebody with the file and an SQL prompt could do.
 */
export function pastTheProgram<T>(dataDir: string, work: (db: Database.Database) => T): T {
  const db = new Database(join(dataDir, "concord.sqlite"));
  try {
    return work(db);
  } finally {
    db.close();
  }
}

/** Something that is being stored until `end` is called, such as an import. */
export function longWrite(): { stored: Promise<void>; end(): void } {
  let end = () => {};
  const asked = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { stored: write(() => asked), end };
}

/** The outcome of an attempt that is refused for one reason. */
export function refusal(field: string, message: string): Outcome<never> {
  return { kind: "refused", problems: [{ field, message }] };
}

/** The value of an outcome that must be "done". */
export function must<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== "done") throw new Error(`Not done: ${JSON.stringify(outcome)}`);
  return outcome.value;
}

/** Adds a person called `name` with an address and a password made from it. */
export async function person(name: string, ...roles: Role[]): Promise<Viewer> {
  const added = must(
    await addPerson(commandLineViewer(), {
      name,
      email: `${name.toLowerCase().replaceAll(" ", ".")}@example.org`,
      roles,
      password: passwordOf(name),
    }),
  );
  const viewer = await viewerOf(added.id);
  if (!viewer) throw new Error(`${name} is not there`);
  return viewer;
}

/** Saves an account as it is to be, for an admin who has just opened its page. */
export async function saveAccount(
  admin: Viewer,
  personId: string,
  change: Omit<AccountChange, "seen">,
): Promise<Outcome> {
  const shown = await getPerson(admin, personId);
  return changeAccount(admin, personId, { ...change, seen: shown ? accountSeen(shown) : "" });
}

/** Saves settings of the team, for a lead who has just opened their page. */
export async function saveSettings(lead: Viewer, changes: Partial<TeamSettings>): Promise<Outcome> {
  const shown = await getTeamSettings(lead);
  return changeTeamSettings(lead, changes, shown ? settingsSeen(shown) : "");
}

/** Somebody at the machine that Concord runs on, in a browser that is new to it. */
export const here = { browser: null, address: "this machine" };

/** Signs in from there; the token of the session, or null for any other answer. */
export async function tokenFor(email: string, password: string): Promise<string | null> {
  const result = await signIn(email, password, here);
  return result.kind === "signed in" ? result.token : null;
}

/** The password of a person made by `person`. */
export function passwordOf(name: string): string {
  return `the password of ${name}`;
}

/** Registers a case and assigns its coders. */
export async function caseFor(
  lead: Viewer,
  reference: string,
  coders: readonly Viewer[],
  details: Partial<Registration> = {},
): Promise<string> {
  const registration: Registration = {
    reference,
    sample: "2016",
    caseType: "public_s31",
    incidentType: "neglect_fatal",
    ...details,
  };
  must(await registerCase(lead, registration));
  if (coders.length > 0) {
    const ids = coders.map((coder) => coder.id);
    must(await assignCoders(lead, reference, ids));
  }
  return reference;
}

/** Levels in codebook order by their score: "3210…" with the child protection plan eleventh. */
export async function ratingsFrom(
  coder: Viewer,
  reference: string,
  scores: string,
  note = "",
): Promise<Ratings> {
  const draft = await getDraft(coder, reference);
  if (!draft) throw new Error(`${coder.name} has nothing to rate in ${reference}`);
  return ratingsUnder(draft.codebook, scores, note);
}

/** As ratingsFrom, under a codebook. */
export function ratingsUnder(codebook: Codebook, scores: string, note = ""): Ratings {
  return Object.fromEntries(
    codebook.factors.map((factor, index) => {
      const level = factor.levels.find((one) => String(one.score) === scores[index]);
      const described = factor.takesThemes && level && level.score > 0;
      return [
        factor.key,
        {
          ...unrated,
          level: level?.key ?? null,
          note,
          themes: described ? ["child_behaviour"] : [],
          description: described ? "Invented for this test" : "",
        },
      ];
    }),
  );
}

/** Rates a case and submits. `scores` as in ratingsFrom. */
export async function rateAndSubmit(
  coder: Viewer,
  reference: string,
  scores: string,
  note = "",
): Promise<void> {
  const ratings = await ratingsFrom(coder, reference, scores, note);
  const draft = await getDraft(coder, reference);
  const saved = must(await saveDraft(coder, reference, draft?.revision ?? 0, ratings));
  must(await submitRatings(coder, reference, saved.revision));
}

/** Agrees a level from the page as it is now, or throws; `reason` stands where one is needed. */
export async function agree(
  lead: Viewer,
  reference: string,
  decision: Partial<Decision> & Pick<Decision, "factor" | "level">,
): Promise<void> {
  const current = await getReconciliation(lead, reference);
  const row = current?.rows.find(({ factor }) => factor.key === decision.factor);
  const seenRevision = row?.agreed?.revision ?? 0;
  const whole = { way: "after_discussion", reason: "As discussed", seenRevision } as const;
  must(await agreeLevel(lead, reference, { ...whole, ...decision }));
}

/** Accepts what is the same and agrees the highest level of every other factor. */
export async function agreeEverything(lead: Viewer, reference: string): Promise<void> {
  must(await acceptAllTheSame(lead, reference));
  const current = await getReconciliation(lead, reference);
  for (const { factor, agreed, again } of current?.rows ?? [])
    if (!agreed || again)
      await agree(lead, reference, { factor: factor.key, level: factor.levels[0]?.key ?? "" });
}

/** What the check page of a case sends along when this person opens it now; "" without one. */
export async function seenBy(viewer: Viewer, reference: string): Promise<string> {
  const current = await getReconciliation(viewer, reference);
  return current ? seenOf(current) : "";
}

/** Commits a case whose levels are all agreed; null when that makes a proposal. */
export async function commit(lead: Viewer, reference: string): Promise<number | null> {
  return must(await commitCase(lead, reference, await seenBy(lead, reference))).version;
}

/** The bytes of an exported file. */
export async function exportedBytes(
  viewer: Viewer,
  file: string,
  choice: ExportChoice = everything,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of must(await exportDataset(viewer, file, choice)))
    chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** The whole text of an exported file. */
export async function exported(
  viewer: Viewer,
  file: string,
  choice: ExportChoice = everything,
): Promise<string> {
  return (await exportedBytes(viewer, file, choice)).toString("utf8");
}

/** Makes a release of the dataset as it is now; its number. */
export async function release(lead: Viewer, note = "For the report"): Promise<number> {
  const preview = await getReleasePreview(lead);
  return must(await makeRelease(lead, { note, seen: preview?.seen ?? "" })).number;
}

/** A row of a file of cases: what differs from an included case, and its 13 scores. */
export interface CsvCase {
  readonly case_ref: string;
  /** A character per factor in codebook order; "" for a row without scores. */
  readonly scores: string;
  readonly cells?: Readonly<Record<string, string>>;
}

/** A file of cases in the reference columns, as CSV. Cells are written as they are. */
export function csvFile(name: string, rows: readonly CsvCase[]): ImportFile {
  const codebook = readCodebook(firstCodebook);
  const columns = caseColumns(codebook);
  const lines = rows.map(({ case_ref, scores, cells }) => {
    const row: Record<string, string> = {
      case_ref,
      sample: "2012",
      case_type: "public_s31",
      incident_type: "neglect_fatal",
      included: "yes",
      ...Object.fromEntries(codebook.factors.map(({ key }, index) => [key, scores[index] ?? ""])),
      ...cells,
    };
    return columns.map((column) => row[column] ?? "").join(",");
  });
  return textFile(name, [columns.join(","), ...lines, ""].join("\n"));
}

/** A file with this text, in UTF-8. */
export function textFile(name: string, text: string): ImportFile {
  return { name, bytes: Buffer.from(text, "utf8") };
}
