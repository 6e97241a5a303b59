import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./commands/launch/browser.mjs";

/** Without these the system's Chromium calls home, which fails noisily in a closed network. */
const flags = [
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-sync",
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-dev-shm-usage",
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
];
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  retries: 0,
  // Generous, so that a slow machine is no failure: what passes does not wait for them.
  timeout: 240_000,
  expect: { timeout: 15_000 },
  use: {
    ...devices["Desktop Chrome"],
    actionTimeout: 20_000,
    // Costs a seventh of the time; `--trace retain-on-failure` says more of a test that failed.
    trace: "off",
    launchOptions: { ...findBrowser(), args: isRoot ? [...flags, "--no-sandbox"] : flags },
  },
  projects: process.env.CONCORD_PICTURES
    ? [{ name: "pictures", testMatch: /\.pictures\.ts$/ }]
    : process.env.CONCORD_MEASURE
      ? [{ name: "measure", testMatch: /\.measure\.ts$/ }]
      : [
          { name: "chromium", grepInvert: /@nojs/ },
          { name: "nojs", grep: /@nojs/, use: { javaScriptEnabled: false } },
        ],
});
