import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The top directory of the project. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

const followParent = new URL("./follow-parent.mjs", import.meta.url).href;
const patience = 10_000;
const running = new Set();

/** The path of a file inside the project. */
export function inProject(...parts) {
  return resolve(root, ...parts);
}

/** Starts a program as a direct child that never outlives this process. */
export function start(program, args, options = {}) {
  watchSignals();
  const child = spawn(program, args, { cwd: root, windowsHide: true, ...options });
  running.add(child);
  child.once("close", () => running.delete(child));
  child.once("error", () => running.delete(child));
  return child;
}

/** Starts a Node program that ends by itself when this process is gone, however it went. */
export function startNode(args, { env = process.env, stdio = ["inherit", "pipe", "pipe"] } = {}) {
  return start(process.execPath, ["--import", followParent, ...args], {
    env,
    stdio: [...stdio, "ipc"],
  });
}

/** Runs a program to its end and gives back its exit code and everything it printed. */
export function run(program, args, options = {}) {
  return new Promise((settle) => {
    const child = start(program, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
    const printed = { all: "", out: "" };
    child.stdout.setEncoding("utf8").on("data", (text) => {
      printed.out += text;
      printed.all += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      printed.all += text;
    });
    child.once("error", (error) => settle({ code: 1, output: error.message, stdout: "" }));
    child.once("close", (code) =>
      settle({ code: code ?? 1, output: printed.all, stdout: printed.out }),
    );
  });
}

/** Runs a Node program of the project to its end. */
export function runNode(args, options) {
  return run(process.execPath, args, options);
}

/** The environment with some variables changed; `undefined` takes one away. */
export function environment(changes) {
  const env = { ...process.env, ...changes };
  for (const name of Object.keys(env)) if (env[name] === undefined) delete env[name];
  return env;
}

/** The code a process that was ended by a signal reports. */
export function exitCode(code, signal) {
  return code ?? (signal === "SIGINT" ? 130 : 143);
}

let watching = false;
let stopping = false;

function stopAll(signal) {
  if (stopping) return;
  stopping = true;
  const code = exitCode(null, signal);
  const children = [...running];
  if (children.length === 0) process.exit(code);
  let left = children.length;
  for (const child of children) {
    child.once("close", (childCode) => {
      left -= 1;
      if (left === 0) process.exit(childCode ?? code);
    });
    child.kill(signal);
  }
  setTimeout(() => process.exit(code), patience).unref();
}

/** Only a process that has children watches its signals: others may only want to find a browser. */
function watchSignals() {
  if (watching) return;
  watching = true;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stopAll(signal));
  if (process.env.npm_lifecycle_event) followNpm();
  process.on("exit", () => {
    for (const child of running) child.kill("SIGKILL");
  });
}

/** npm runs us through a shell, and a signal ends that shell without reaching us. */
function followNpm() {
  const shell = process.ppid;
  setInterval(() => process.ppid !== shell && stopAll("SIGTERM"), 500).unref();
}
