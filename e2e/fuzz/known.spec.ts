import { person } from "@/db/fixtures";
import { ask } from "./asking";
import { expect, test } from "./study";

/*
 * The few requests that Next 16.4 answers with 500, and where Concord is not asked first. None of
 * them comes from a browser on its own; the random requests leave them out. When one of these fails
 * because the answer has become a better one, it goes back among them.
 */

test("what Next itself fails on shows nothing and stops nothing", async ({ served }) => {
  const { url } = served;
  await person("Lena", "lead", "coder", "admin");
  const tree = { RSC: "1", "Next-Router-State-Tree": "no tree" };

  for (const [what, method, path, headers] of [
    ["a method that the web does without", "TRACE", "/", {}],
    ["a question to the server as a whole", "OPTIONS", "*", {}],
    ["a place in the application that is none", "GET", "/_not-found", tree],
  ] as const) {
    const answer = await ask(url, { method, path, headers }, 20_000);
    expect([answer.status, answer.body], what).toEqual([500, "Internal Server Error"]);
  }
  const page = await ask(url, { method: "GET", path: "/sign-in", headers: {} }, 20_000);
  expect(page.status).toBe(307);
});
