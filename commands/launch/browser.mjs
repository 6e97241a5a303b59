import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { environment, inProject, run, runNode } from "./children.mjs";
import { Failure, step } from "./progress.mjs";

/** Chromium without windows and what belongs to them: lighter, and what Playwright has of its own. */
const shell = "chromium-headless-shell";
const names = [
  shell,
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "chrome",
];
const places = {
  darwin: () =>
    [
      "Google Chrome.app/Contents/MacOS/Google Chrome",
      "Chromium.app/Contents/MacOS/Chromium",
    ].flatMap((app) => [
      join("/Applications", app),
      join(process.env.HOME ?? "", "Applications", app),
    ]),
  win32: () =>
    ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"]
      .flatMap((name) => process.env[name] ?? [])
      .flatMap((folder) => [
        join(folder, "Google/Chrome/Application/chrome.exe"),
        join(folder, "Chromium/Application/chrome.exe"),
        join(folder, "Microsoft/Edge/Application/msedge.exe"),
      ]),
};

/**
 * The browser for the tests: the one CONCORD_BROWSER names, Playwright's own, or one of the system.
 * Playwright's own needs no path. Undefined when there is none.
 */
export function findBrowser() {
  const named = process.env.CONCORD_BROWSER;
  if (named && existsSync(named)) return { executablePath: named };
  if (named) throw new Failure(`CONCORD_BROWSER names ${named}, and there is no such file.`);
  if (existsSync(ownBrowser())) return {};
  const folders = process.platform === "win32" ? [] : (process.env.PATH ?? "").split(delimiter);
  const onPath = [...folders, "/usr/bin"].flatMap((folder) =>
    names.map((name) => join(folder, name)),
  );
  const path = [...onPath, ...(places[process.platform]?.() ?? [])].find((file) =>
    existsSync(file),
  );
  return path ? { executablePath: path } : undefined;
}

function ownBrowser() {
  const load = createRequire(import.meta.url);
  return load("@playwright/test").chromium.executablePath();
}

/** Fetches a browser when there is none; fails with what a person can do about it. */
export async function provideBrowser(out = process.stdout) {
  if (!findBrowser()) await step("Fetching a browser for the tests", fetchBrowser, out);
}

async function fetchBrowser() {
  const playwright = inProject("node_modules/@playwright/test/cli.js");
  const own = await runNode([playwright, "install", "chromium"]);
  if (findBrowser()) return;
  const output = [own.output, await installDebianChromium()].join("\n");
  if (findBrowser()) return;
  throw new Failure(
    "The browser tests need Chromium or Google Chrome, and none could be found or downloaded. Install one (on Debian or Ubuntu: apt-get install chromium), or set CONCORD_BROWSER to the path of one.",
    output,
  );
}

async function installDebianChromium() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return "";
  const env = environment({ DEBIAN_FRONTEND: "noninteractive" });
  const update = await run("apt-get", ["update"], { env });
  const install = (name) => run("apt-get", ["install", "-y", name], { env });
  const light = await install(shell);
  // Older systems have no package of the shell alone.
  const whole = findBrowser() ? { output: "" } : await install("chromium");
  return [update, light, whole].map(({ output }) => output).join("\n");
}
