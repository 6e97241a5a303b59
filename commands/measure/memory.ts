import { existsSync, readdirSync, readFileSync } from "node:fs";

/** What is said of the memory that this process and those beside it hold. */
export interface MemoryWatch {
  /** Begins a new step. */
  begin(): void;
  /** The most that was held in the step. */
  inWords(): string;
  /** The most that was held since the watch began. */
  atMost(): string;
  end(): void;
}

/** Bytes: of this process, of the programs beside it, and of all at one moment. */
interface Held {
  here: number;
  beside: number;
  together: number;
}

/**
 * Watches the memory of this process and of the programs that it has begun, as the system counts it
 * (Linux), twenty times a second: what is held at the same moment, added up.
 */
export function watchMemory(): MemoryWatch {
  const none = { here: 0, beside: 0, together: 0 };
  let step: Held = { ...none };
  const all: Held = { ...none };
  const look = () => {
    const here = process.memoryUsage.rss();
    const beside = programs().reduce((sum, pid) => sum + rssOf(pid), 0);
    for (const most of [step, all]) {
      most.here = Math.max(most.here, here);
      most.beside = Math.max(most.beside, beside);
      most.together = Math.max(most.together, here + beside);
    }
  };
  const timer = setInterval(look, 50);
  return {
    begin() {
      step = { ...none };
      look();
    },
    inWords() {
      look();
      return inMegabytes(step);
    },
    atMost: () => inMegabytes(all),
    end: () => clearInterval(timer),
  };
}

function inMegabytes({ here, beside, together }: Held): string {
  const [own, others, both] = [here, beside, together].map((bytes) => Math.round(bytes / 1e6));
  return beside === 0
    ? `${own} MB at most`
    : `${both} MB at most (${own} in this process, ${others} beside it)`;
}

// What translates the program that measures is begun by it too, and is no part of Concord.
function programs(): number[] {
  const tasks = "/proc/self/task";
  return (existsSync(tasks) ? readdirSync(tasks) : [])
    .flatMap((task) => read(`${tasks}/${task}/children`).split(" "))
    .filter((pid) => pid !== "" && read(`/proc/${pid}/cmdline`).includes("/.next/programs/"))
    .map(Number);
}

function rssOf(pid: number): number {
  const [, kilobytes = "0"] = /^VmRSS:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`)) ?? [];
  return Number(kilobytes) * 1024;
}

// A process may end while it is looked at.
function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
