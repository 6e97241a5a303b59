const everyTty = 250;
const everyPlain = 10_000;

/** A failure that is told to a person: a plain sentence, and what a program printed. */
export class Failure extends Error {
  constructor(sentence, output = "") {
    super(sentence);
    this.output = output.trim();
  }
}

/** Seconds and minutes as a person says them. */
export function duration(milliseconds) {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/**
 * Does one piece of work and shows that it goes on: a line updated in place on a terminal,
 * otherwise a line at the start, one every ten seconds, and one at the end.
 * What `work` returns, when it is text, is added to the last line.
 */
export async function step(title, work, out = process.stdout) {
  const started = Date.now();
  const elapsed = () => duration(Date.now() - started);
  const line = lineOn(out);
  line.update(`${title} …`);
  const timer = setInterval(
    () => line.update(`${title} … ${elapsed()}`),
    out.isTTY ? everyTty : everyPlain,
  );
  try {
    const result = await work();
    const summary = typeof result === "string" ? `: ${result}` : ": done";
    line.end(`${title}${summary} (${elapsed()})`);
    return result;
  } catch (error) {
    line.end(`${title}: failed (${elapsed()})`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}

function lineOn(out) {
  if (!out.isTTY) {
    const write = (text) => out.write(`${text}\n`);
    return { update: write, end: write };
  }
  const write = (text) => out.write(`\r\u001b[2K${text.slice(0, (out.columns || 80) - 1)}`);
  return {
    update: write,
    end: (text) => {
      write("");
      out.write(`${text}\n`);
    },
  };
}

/** Shows a failure: first what was printed, in full, then the sentence. */
export function tell(failure, out = process.stderr) {
  if (!(failure instanceof Failure)) throw failure;
  if (failure.output) out.write(`\n${failure.output}\n`);
  out.write(`\n${failure.message}\n`);
}

/** Runs a launcher: a told failure ends it with exit code 1, anything else is a bug and is thrown. */
export async function launch(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    tell(error);
    process.exitCode = 1;
  }
}
