import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const root = resolve(import.meta.dirname, "..");
// As `npm start` does it.
const loaded = ["follow-parent.mjs", "end-connections.mjs"].flatMap((file) => [
  "--import",
  pathToFileURL(resolve(root, "commands/launch", file)).href,
]);
const nodeArgs = ["--heap-growing-percent=50", ...loaded];
const next = resolve(root, "node_modules/next/dist/bin/next");
const nextArgs = ["start", "-H", "127.0.0.1", "--keepAliveTimeout", "75000"];
const startPatience = 60_000;
// A slow disk is no failure: what ends at once does not wait for it.
const stopPatience = 60_000;

export type ConcordServer = {
  readonly url: string;
  /** Ends the server and waits until it is gone. */
  stop(): Promise<void>;
  /** Everything the server has printed so far. */
  output(): string;
};

/** Starts the built application on a free port, with data of its own, and waits until it answers. */
export async function startConcord(options: {
  dataDir: string;
  demonstration?: boolean;
  /** Where to start it from, when not from this build. */
  from?: string;
  /** The port to listen on, when it is not any that is free. */
  port?: number;
  /** The address that people type, when it is not the one that it listens on. */
  url?: string;
}): Promise<ConcordServer> {
  const port = options.port ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const args = [...nodeArgs, next, ...nextArgs, "-p", String(port)];
  const child = spawn(process.execPath, args, {
    cwd: options.from ?? root,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      PORT: String(port),
      CONCORD_HOST: "127.0.0.1",
      CONCORD_URL: options.url ?? url,
      CONCORD_DATA_DIR: options.dataDir,
      CONCORD_DEMONSTRATION: options.demonstration ? "1" : "",
    },
  });
  const output = collect(child);
  const server = { url, output, stop: () => stop(child, output) };
  if (await answers(`${url}/sign-in`, child)) return server;
  await server.stop();
  throw new Error(`Concord did not answer at ${url}. It printed:\n${output()}`);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("No free port was given");
  return address.port;
}

function collect(child: ChildProcess): () => string {
  let text = "";
  const add = (chunk: string) => {
    text += chunk;
  };
  child.stdout?.setEncoding("utf8").on("data", add);
  child.stderr?.setEncoding("utf8").on("data", add);
  return () => text;
}

async function answers(url: string, child: ChildProcess): Promise<boolean> {
  const end = Date.now() + startPatience;
  while (!hasEnded(child) && Date.now() < end) {
    if (await isAnswered(url)) return true;
    await new Promise((retry) => setTimeout(retry, 50));
  }
  return false;
}

async function isAnswered(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(10_000) });
    await response.body?.cancel();
    return response.status < 500;
  } catch {
    return false;
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function stop(child: ChildProcess, output: () => string): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, "exit");
  const force = setTimeout(() => child.kill("SIGKILL"), stopPatience);
  child.kill("SIGTERM");
  const [, signal] = await ended;
  clearTimeout(force);
  if (signal === "SIGKILL")
    throw new Error(`Concord did not stop when it was told to. It printed:\n${output()}`);
}
