import { spawn } from "node:child_process";
import { join } from "node:path";

const mostMegabytes = 400;
// What is read is kept: more room for what is thrown away soon only adds to what is held.
const memory = [
  `--max-old-space-size=${mostMegabytes}`,
  ...["--max-semi-space-size=4", "--optimize-for-size"],
];

/** A program that runs beside the server. */
export interface Beside {
  /** Whether it did what it should; it ends by itself. */
  readonly ended: Promise<boolean>;
  stop(): void;
}

/**
 * Runs a program of commands/ on the folder of an upload in a process of its own, with a bound on its
 * memory, so that other pages are answered as always. `hear` gets each number that it prints. For use
 * inside db/.
 */
export function runBeside(
  program: "read-upload" | "copy-faults",
  folder: string,
  hear: (number: number) => void = () => {},
): Beside {
  const file = join(process.cwd(), ".next", "programs", `${program}.mjs`);
  const args = [...memory, file, folder];
  const child = spawn(process.execPath, args, {
    cwd: process.cwd(),
    stdio: ["ignore", "pipe", "inherit"],
  });
  child.stdout.setEncoding("utf8");
  child.stdout.on("data", (lines: string) => {
    const number = Number(lines.trim().split("\n").at(-1));
    if (Number.isFinite(number)) hear(number);
  });
  const ended = new Promise<boolean>((resolve) => {
    child.once("error", () => resolve(false));
    child.once("close", (code) => resolve(code === 0));
  });
  return { ended, stop: () => child.kill("SIGKILL") };
}
