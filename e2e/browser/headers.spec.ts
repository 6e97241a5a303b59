import { caseFor } from "@/db/fixtures";
import { levelOf, saveState } from "../rating/rating";
import { expect, test } from "../study";

const always = [
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];

test("every answer has a policy with a nonce of its own, on faults and redirects too", async ({
  study,
}) => {
  const page = await study.as("Lena");
  const nonces: string[] = [];
  for (const path of [
    "/",
    "/cases",
    "/nothing-here",
    "/cases/none/rate",
    "/sign-in",
    "/export/x",
  ]) {
    const forged = { "Content-Security-Policy": "script-src 'nonce-mine' *", "x-nonce": "mine" };
    const answer = await page.request.get(path, { maxRedirects: 0, headers: forged });
    const policy = answer.headers()["content-security-policy"] ?? "";
    for (const rule of always) expect(policy, path).toContain(rule);
    expect(policy, path).not.toContain("unsafe");
    expect(policy, path).not.toContain("mine");
    expect(answer.headers()["x-content-type-options"], path).toBe("nosniff");
    expect(answer.headers()["referrer-policy"], path).toBe("same-origin");
    nonces.push(/'nonce-([^']+)'/.exec(policy)?.[1] ?? "none");
  }
  expect(new Set(nonces).size).toBe(6);
  expect(nonces).not.toContain("none");
});

test("pages work under the policy, and keep nothing for the next person", async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  const ann = await study.as("Ann");
  const refused: string[] = [];
  ann.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) refused.push(message.text());
  });
  const answer = await ann.goto("/cases/2016-01/rate");
  expect(answer?.headers()["cache-control"]).toContain("no-store");
  await levelOf(ann, "Neglect", "High").check();
  await expect(saveState(ann)).toHaveText(/^Saved/);
  expect(await ann.locator("script:not([src])").count()).toBeGreaterThan(0);
  expect(refused).toEqual([]);
});

test("a write that does not come from a page of Concord is turned away", async ({ study }) => {
  const page = await study.as("Lena");
  const origins: Record<string, string>[] = [
    {},
    { Origin: "null" },
    { Origin: "https://elsewhere.example" },
    { Origin: `${study.url}.elsewhere.example` },
    { Origin: "not an address" },
  ];
  for (const path of ["/people", "/api/auth/callback/credentials", "/cases/new"])
    for (const headers of origins) {
      const answer = await fetch(`${study.url}${path}`, {
        method: "POST",
        headers: { ...headers, "Content-Type": "application/x-www-form-urlencoded" },
        body: "name=x",
      });
      expect(answer.status, `${path} ${JSON.stringify(headers)}`).toBe(403);
    }
  await page.goto("/people");
  await expect(page.getByRole("heading", { name: "People" })).toBeVisible();
});
