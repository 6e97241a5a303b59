import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "../study";

/* What lies on the machine beside Concord’s pages is nobody’s to ask for. */

const root = resolve(import.meta.dirname, "..", "..");

/** Where other servers hand out their sources, their settings, and what they are doing. */
const elsewhere = [
  ...["/.git/HEAD", "/.git/", "/.env", "/.env.local", "/.DS_Store", "/.well-known/x"],
  ...["/data/concord.db", "/concord.db", "/signing-secret", "/..%2fpackage.json", "/%2e%2e/.env"],
  ...["/.next/BUILD_ID", "/_next/BUILD_ID", "/_next/server/middleware-manifest.json", "/_next/"],
  ...["/_next/static/", "/_next/static/chunks/", "/_next/../package.json", "/node_modules/"],
  ...["/__nextjs_original-stack-frames", "/__nextjs_source-map", "/_next/webpack-hmr"],
  ...["/debug", "/metrics", "/server-status", "/actuator/env", "/phpinfo.php", "/swagger.json"],
];

test("nothing is handed out but what Concord’s pages are made of", async ({ study }) => {
  const page = await study.as("Lena");
  const ours = readdirSync(root).map((name) => `/${name}`);
  expect(ours).toEqual(expect.arrayContaining(["/package.json", "/db", "/node_modules"]));
  const pages = ["/app", "/components"];
  for (const path of [...ours.filter((one) => !pages.includes(one)), ...elsewhere]) {
    // Next sends an address with a slash at its end on to the one without.
    const answer = await page.request.get(study.url + path, { maxRedirects: 1 });
    expect([path, answer.status()]).toEqual([path, 404]);
    expect(await answer.text(), path).toMatch(/^Not Found$|Page not found/);
  }
});

test("the scripts and styles of a page say nothing of where they came from", async ({ study }) => {
  const page = await study.as("Lena");
  const files = await page
    .locator("script[src], link[rel=stylesheet]")
    .evaluateAll((all) => all.map((one) => one.getAttribute("src") ?? one.getAttribute("href")));
  expect(files.length).toBeGreaterThan(3);
  for (const file of files) {
    const text = await (await page.request.get(`${file}`)).text();
    expect(text, `${file}`).not.toContain("sourceMappingURL");
    expect(text, `${file}`).not.toContain(root);
    const map = await page.request.get(`${file}`.replace(/(\?.*)?$/, ".map"), { maxRedirects: 0 });
    expect([file, map.status()]).toEqual([file, 404]);
  }
});
