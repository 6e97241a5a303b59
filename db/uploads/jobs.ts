import { type Outcome, refused } from "@/domain/outcome";
import { type Beside, runBeside } from "./beside";

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
const shared = globalThis as typeof globalThis & {
  concordJobs?: Map<string, Job>;
  concordCopies?: Map<string, Beside>;
};

function jobs(): Map<string, Job> {
  shared.concordJobs ??= new Map();
  return shared.concordJobs;
}

/** The copies that are being made, by the upload. */
function copies(): Map<string, Beside> {
  shared.concordCopies ??= new Map();
  return shared.concordCopies;
}

/** The work on an upload that was begun last by this process. For use inside db/. */
export function jobOn(id: string): Job | null {
  return jobs().get(id) ?? null;
}

/** Ends the work on an upload and forgets it. For use inside db/. */
export function endJob(id: string): void {
  jobs().get(id)?.stop();
  jobs().delete(id);
  copies().get(id)?.stop();
}

/**
 * Reads the upload in a folder beside the server, so that other pages are answered as always. For
 * use inside db/.
 */
export function startReading(id: string, folder: string, personId: string): Job {
  const child = runBeside("read-upload", folder, (share) => {
    job.share = share;
  });
  const ended = child.ended.then((isDone) => {
    job.state = isDone ? "done" : "failed";
  });
  const job = begin(id, { kind: "reading", personId, ended }, child.stop);
  return job;
}

/**
 * Copies the files of the upload in a folder, with their faults, beside the server; whether it went
 * well. Whoever asks again meanwhile waits for the same copy. For use inside db/.
 */
export function startCopying(id: string, folder: string): Promise<boolean> {
  const before = copies().get(id);
  if (before) return before.ended;
  const child = runBeside("copy-faults", folder);
  copies().set(id, child);
  return child.ended.finally(() => copies().delete(id));
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
  jobs().get(id)?.stop();
  const job: Job = { ...made, share: 0, state: "under way", outcome: null, stop };
  jobs().set(id, job);
  return job;
}

/** Waits until a job has ended, but no longer than this many milliseconds. For use inside db/. */
export async function waitFor(job: Job, milliseconds: number): Promise<void> {
  const timer = new Promise<void>((resolve) => setTimeout(resolve, milliseconds).unref());
  await Promise.race([job.ended, timer]);
}
