import { get } from "node:http";
import { createServer } from "node:net";
import { exitCode, startNode } from "./children.mjs";
import { Failure } from "./progress.mjs";
import { serverArgs } from "./server-args.mjs";

const patience = 60_000;
const pause = 100;

/** Refuses, in plain words, a port that this computer does not give us. */
export async function checkPort(host, port) {
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65535)
    throw new Failure(`PORT must be a number from 1 to 65535, and is "${port}".`);
  const error = await new Promise((settle) => {
    const probe = createServer();
    probe.once("error", settle);
    probe.listen(Number(port), host, () => probe.close(() => settle(undefined)));
  });
  if (error) throw new Failure(refusals[error.code]?.(host, port) ?? `${error.message}.`);
}

const refusals = {
  EADDRINUSE: (_host, port) =>
    `Port ${port} is already in use. Stop the program that uses it (it may be another Concord), or set PORT to another number.`,
  EACCES: (_host, port) =>
    `This account may not listen on port ${port}. Set PORT to a number from 1024 to 65535.`,
  EADDRNOTAVAIL: (host) => `This computer does not have the address ${host}. Check CONCORD_HOST.`,
  ENOTFOUND: (host) => `This computer does not know the name ${host}. Check CONCORD_HOST.`,
};

/**
 * Runs the built application until it ends, and gives back its exit code.
 * `onReady` is called once, when the server answers a person's first page.
 */
export async function serve(env, onReady) {
  const child = startNode(serverArgs(env.CONCORD_HOST, env.PORT), {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const said = holdBack(child.stdout);
  const ended = new Promise((settle, fail) => {
    child.once("error", fail);
    child.once("close", (code, signal) => settle(exitCode(code, signal)));
  });
  const early = new AbortController();
  const outcome = await Promise.race([
    ended.finally(() => early.abort()),
    answers(addressOf(env.CONCORD_HOST, env.PORT), early.signal),
  ]);
  if (outcome === "ready") {
    said.passOn();
    onReady();
    return ended;
  }
  if (outcome === "silent") {
    child.kill("SIGTERM");
    await ended;
  }
  throw new Failure(
    outcome === "silent"
      ? `The server did not answer within ${patience / 1000} seconds. What it printed stands above.`
      : "The server ended before it could answer. What it printed stands above.",
    said.text(),
  );
}

/** Where this computer reaches a server that listens on `host`. */
function addressOf(host, port) {
  const reachable = { "0.0.0.0": "127.0.0.1", "::": "::1" }[host] ?? host;
  return `http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${port}/sign-in`;
}

async function answers(url, signal) {
  const end = Date.now() + patience;
  while (!signal.aborted && Date.now() < end) {
    if ((await statusOf(url)) < 500) return "ready";
    await new Promise((resume) => setTimeout(resume, pause));
  }
  return "silent";
}

function statusOf(url) {
  return new Promise((settle) => {
    const request = get(url, { timeout: patience / 6 }, (response) => {
      response.resume();
      settle(response.statusCode ?? 500);
    });
    request.on("timeout", () => request.destroy());
    request.on("error", () => settle(Number.POSITIVE_INFINITY));
  });
}

/** Keeps the framework's own greeting off the console; later lines pass, and a failure shows all. */
function holdBack(stream) {
  let held = "";
  const hold = (text) => {
    held += text;
  };
  stream.setEncoding("utf8").on("data", hold);
  return {
    text: () => held,
    passOn: () => {
      stream.off("data", hold);
      stream.pipe(process.stdout);
    },
  };
}
