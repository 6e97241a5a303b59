import { spawn } from "node:child_process";
import { join } from "node:path";
import { type Outcome, refused } from "@/domain/outcome";

/** Work on an upload that this process has begun: reading it, or importing its cases. */
export interface Job {
  readonly kind: "reading" | "importing";
  /** Whose it is. */
  readonly personId: string;
  /** From 0 to 1. */
  share: number;
  state: "under way" | "done" | "failed";
  /** What came of an import; null while it is under way, and of reading. */
  outcome: Outcome<{ id: string }> | null;
  stop(): void;
  readonly ended: Promise<void>;
}

// The web server loads this module more than once; the jobs must be known to the whole process.
const shared = globalThis as typeof globalThis & { concordJobs?: Map<string, Job> };

function jobs(): Map<string, Job> {
  shared.concordJobs ??= new Map();
  return shared.concordJobs;
}

/** The work on an upload that was begun last by this process. For use inside db/. */
export function jobOn(id: string): Job | null {
  return jobs().get(id) ?? null;
}

/** Ends the work on an upload and forgets it. For use inside db/. */
export function endJob(id: string): void {
  jobs().get(id)?.stop();
  jobs().delete(id);
}

const mostMegabytes = 400;

/**
 * Reads the upload in a folder in a process of its own, with a bound on its memory, so that other
 * pages are answered as always. For use inside db/.
 */
export function startReading(id: string, folder: string, personId: string): Job {
  const reader = join(process.cwd(), ".next", "programs", "read-upload.mjs");
  const args = [`--max-old-space-size=${mostMegabytes}`, reader, folder];
  const child = spawn(process.execPath, args, {
    cwd: process.cwd(),
    stdio: ["ignore", "pipe", "inherit"],
  });
  child.stdout.setEncoding("utf8");
  child.stdout.on("data", (lines: string) => {
    const share = Number(lines.trim().split("\n").at(-1));
    if (Number.isFinite(share)) job.share = share;
  });
  const ended = new Promise<void>((resolve) => {
    const end = (code: number | null) => {
      job.state = code === 0 ? "done" : "failed";
      resolve();
    };
    child.once("error", () => end(null));
    child.once("close", end);
  });
  const job = begin(id, { kind: "reading", personId, ended }, () => child.kill("SIGKILL"));
  return job;
}

/** Imports the cases of an upload in the background. For use inside db/. */
export function startImporting(
  id: string,
  personId: string,
  work: (progress: (share: number) => void) => Promise<Outcome<{ id: string }>>,
): Job {
  const ended = Promise.resolve()
    .then(() =>
      work((share) => {
        job.share = share;
      }),
    )
    .then(
      (outcome) => {
        job.outcome = outcome;
        job.state = "done";
      },
      (error: Error) => {
        job.outcome = refused("", endedEarly);
        job.state = "done";
        // Nobody may be waiting for the answer, so nobody else writes it down.
        const at = new Date().toISOString();
        console.error(JSON.stringify({ at, work: "importing an upload", message: error.message }));
      },
    );
  const job = begin(id, { kind: "importing", personId, ended }, () => {});
  return job;
}

const endedEarly =
  "The import ended before it was done, and nothing of it is stored. Try it once more; if it ends again, tell whoever looks after Concord.";

function begin(id: string, made: Pick<Job, "kind" | "personId" | "ended">, stop: () => void): Job {
  endJob(id);
  const job: Job = { ...made, share: 0, state: "under way", outcome: null, stop };
  jobs().set(id, job);
  return job;
}

/** Waits until a job has ended, but no longer than this many milliseconds. For use inside db/. */
export async function waitFor(job: Job, milliseconds: number): Promise<void> {
  const timer = new Promise<void>((resolve) => setTimeout(resolve, milliseconds).unref());
  await Promise.race([job.ended, timer]);
}
