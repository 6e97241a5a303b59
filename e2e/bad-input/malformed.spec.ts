import { createHash } from "node:crypto";
import { caseFor, passwordOf, pastTheProgram } from "@/db/fixtures";
import { actionsOfBuild } from "../built";
import { type Ask, ask, signInOverHttp } from "../fuzz/asking";
import { callOf, multipartOf, postOf } from "../fuzz/bodies";
import { expect, type Study, test } from "../study";

/*
 * What no page of Concord sends. It is refused, never answered as a failure of ours, and nothing is
 * written.
 */

const patience = 20_000;

/** Everything that is stored, but when a session was last used: a fingerprint of each table. */
function stored(study: Study): object {
  return pastTheProgram(study.dataDir, (db) => {
    const tables = db.prepare("select name from sqlite_master where type = 'table' order by name");
    const names = tables.pluck().all() as string[];
    const rows = (name: string) =>
      JSON.stringify(db.prepare(`select * from "${name}"`).all(), (key, value) =>
        key === "seen_at" ? undefined : value,
      );
    const fingerprint = (name: string) => createHash("sha256").update(rows(name)).digest("hex");
    return Object.fromEntries(names.map((name) => [name, fingerprint(name)]));
  });
}

/** The lines that instrumentation.ts writes for errors that nobody expected. */
const unexpected = (study: Study) => study.output().match(/^\{"at".*$/gm) ?? [];

const form = (...fields: [string, string | Blob][]) => {
  const all = new FormData();
  for (const [name, value] of fields) all.append(name, value);
  return all;
};

const everyField = (
  "reference sample caseType incidentType coders coder reason roles active name email password " +
  "code current next revision seen seenRevision factor level way intent neglect.level " +
  "cases how each third seed left shown days neglect.note neglect.quotes.0.text notes " +
  "neglect.dissent neglect.summary tags secondPerson other.themes __proto__ constructor toString"
).split(" ");

/** Lists of arguments that no action takes. `page` is one that it could be called from. */
function malformed(page: object): (readonly unknown[])[] {
  const right = "2016-01";
  const twice = everyField.flatMap((name): [string, string][] => [
    [name, "\u0000"],
    [name, "\ud800 nonsense"],
  ]);
  const files = everyField.map((name): [string, Blob] => [name, new Blob(["a file"])]);
  return [
    [],
    [null],
    [1, 2, 3],
    [{ a: 1 }, 2, 3],
    [[], [], []],
    [right],
    [page],
    [right, {}],
    [right, {}, "no form"],
    [right, null, { coders: ["x"] }],
    [form(), right, {}],
    [form(), form(), form()],
    [right, {}, form(), 4],
    [page, null, form()],
    [page, { ratings: 5, revision: 0, savedAt: null }, form()],
    [{ ...page, more: 1 }, {}, form()],
    [{ reference: [right], personId: { a: 1 } }, {}, form()],
    ["../people", {}, form(...twice)],
    ["__proto__", {}, form(...twice)],
    ["constructor", JSON.parse('{"__proto__":{"admin":true}}'), form(...twice)],
    [right, {}, form(...twice)],
    [page, { ratings: { __proto__: 1, neglect: 1 }, revision: 0, savedAt: null }, form(...twice)],
    [right, {}, form(...files)],
    ["x".repeat(200_000), {}, form()],
    Array.from({ length: 2000 }, () => right),
  ];
}

test("no action can be made to fail by the arguments it is called with", async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Lena, Ann, Bob]);
  const lena = await signInOverHttp(study.url, "lena@example.org", passwordOf("Lena"));
  const page = { reference: "2016-01", personId: Lena.id };
  // These ask nothing of what they are sent, but for the page that one is on.
  const asksNothing = ["handBackAction", "holdOpeningAction"];
  const actions = actionsOfBuild().filter(({ name }) => !asksNothing.includes(name));
  expect(actions.map(({ name }) => name)).toContain("assignAction");
  const before = stored(study);

  for (const action of actions)
    await test.step(action.name, async () => {
      const path = (action.pages[0] ?? "/").replace("[reference]", "2016-01");
      const bodies = malformed(page).map(async (args) => [
        await callOf(action, args),
        await postOf(action, args),
      ]);
      const answers = (await Promise.all(bodies)).flat().map(({ headers, body }) => {
        const sent = { ...headers, Origin: study.url, Cookie: lena };
        return ask(study.url, { method: "POST", path, headers: sent, body }, patience);
      });
      const statuses = (await Promise.all(answers)).map(({ status }) => status);
      expect(Math.max(...statuses), statuses.join()).toBeLessThan(500);
      expect(Math.min(...statuses), "no answer").toBeGreaterThanOrEqual(200);
      expect(stored(study)).toEqual(before);
    });
  expect(unexpected(study)).toEqual([]);

  await test.step("called as a page calls it, one is carried out", async () => {
    const assign = actions.find(({ name }) => name === "assignAction");
    const right = ["2016-01", { problems: [], values: {} }, form(["__proto__", "a"])];
    for (const { headers, body } of [
      await callOf(assign ?? { id: "" }, right),
      await postOf(assign ?? { id: "" }, right),
    ]) {
      const sent = { ...headers, Origin: study.url, Cookie: lena };
      const asked = { method: "POST", path: "/cases/2016-01", headers: sent, body };
      const answer = await ask(study.url, asked, patience);
      expect(answer.status).toBe(200);
      expect(answer.body).toContain("Select the coders to assign");
    }
  });
});

test("a body that cannot be read is refused before anything reads it", async ({ study }) => {
  const { Lena, Ann } = study.people;
  await caseFor(Lena, "2016-01", [Lena, Ann]);
  const cookie = await signInOverHttp(study.url, "lena@example.org", passwordOf("Lena"));
  const assign = actionsOfBuild().find(({ name }) => name === "assignAction");
  const id = assign?.id ?? "";
  const before = stored(study);
  const called = { "Next-Action": id, "Content-Type": "text/plain;charset=UTF-8" };
  const calledForm = { "Next-Action": id, "Content-Type": "multipart/form-data; boundary=x" };
  const posted = { "Content-Type": "multipart/form-data; boundary=x" };
  const part = (name: string, value: string, more = "") =>
    `--x\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
  const ref = (action: string, ...bound: string[]) =>
    `${part("$ACTION_REF_1", "")}${part("$ACTION_1:0", action)}${bound.map((one) => part("$ACTION_1:1", one)).join("")}--x--\r\n`;
  const end = `${part("0", '["2016-01",{},"$K1"]')}--x--\r\n`;
  const file = part("1", "AAAA", '; filename="a"\r\nContent-Transfer-Encoding: base64');

  for (const [what, headers, body, status] of [
    ["half of a list", called, "[", 400],
    ["nothing", called, "", 400],
    ["an object", called, "{}", 400],
    ["a mark that leads nowhere", called, '["$99"]', 400],
    ["a promise", called, '["$@0"]', 400],
    ["a file", called, '["$B1"]', 400],
    ["a map", called, '["$Q0"]', 400],
    ["a stream", called, '["$R1"]', 400],
    ["an action", called, '["$h0"]', 400],
    ["a way to a prototype", called, '[{},"$0:0:__proto__"]', 400],
    ["a list inside itself", called, '[[],"$0:0","$0:1"]', 400],
    ["too deep", called, `${"[".repeat(5000)}${"]".repeat(5000)}`, 400],
    ["too many arguments", called, JSON.stringify(Array(2000).fill(1)), 400],
    ["too large", called, JSON.stringify(["x".repeat(1_500_000)]), 413],
    ["much too large", called, JSON.stringify(["x".repeat(12_000_000)]), 413],
    ["too large a form", posted, part("a", "x".repeat(1_500_000)), 413],
    ["JSON", { "Next-Action": id, "Content-Type": "application/json" }, "[]", 415],
    ["no kind", { "Next-Action": id }, "[]", 415],
    ["no boundary", { "Next-Action": id, "Content-Type": "multipart/form-data" }, "[]", 400],
    [
      "a boundary that is none",
      { ...calledForm, "Content-Type": "multipart/form-data; boundary=é" },
      end.replaceAll("--x", "--undefined"),
      400,
    ],
    ["half of a form", calledForm, part("0", "[").slice(0, -4), 400],
    ["an empty form", calledForm, "--x--\r\n", 400],
    ["a file in base64", calledForm, `${file}${part("0", '["$B1"]')}--x--\r\n`, 400],
    [
      "an odd end of a line",
      calledForm,
      `${part("_1_a", "b").replace("\r\n\r", "B\n\r")}${end}`,
      400,
    ],
    [
      "a damaged line between two parts",
      posted,
      `${part("reason", "backward")}${part("add", "2").replace("--", "\u00b6-")}--x--\r\n`,
      400,
    ],
    [
      "a part without a name",
      calledForm,
      `${part("_1_a", "b").replace("name", "nome")}${end}`,
      400,
    ],
    [
      "a part that is no form-data by letter",
      posted,
      `${part("$ACTION_KEY", "k").replace("form-data", "Form-data")}--x--\r\n`,
      400,
    ],
    [
      "the same in a call",
      calledForm,
      `${part("_1_a", "b").replace("form-data", "form-Data")}${end}`,
      400,
    ],
    [
      "a name in capitals",
      posted,
      `${part("$ACTION_KEY", "k").replace("name=", "Name=")}--x--\r\n`,
      400,
    ],
    ["a name that is none", calledForm, `${part("_1_a\u0000", "b")}${end}`, 400],
    ["arguments twice", calledForm, `${part("0", "[]")}${part("0", "[]")}--x--\r\n`, 400],
    ["no name", calledForm, `${part("", "1")}${part("0", "[]")}--x--\r\n`, 400],
    ["half of a posted form", posted, part("a", "b").slice(0, -4), 400],
    ["half of what is bound", posted, ref(`{"id":"${id}"`, "[]"), 400],
    ["nothing bound", posted, ref(`{"id":"${id}","bound":"$@1"}`), 400],
    ["an object bound", posted, ref(`{"id":"${id}","bound":"$@1"}`, "{}"), 400],
    ["a number bound", posted, ref(`{"id":"${id}","bound":5}`, "[]"), 400],
    ["bound twice", posted, ref(`{"id":"${id}","bound":"$@1"}`, "[]", "[]"), 400],
    ["wrong arguments bound", posted, ref(`{"id":"${id}","bound":"$@1"}`, "[[],5]"), 404],
    ["an unknown action", { ...called, "Next-Action": "00".repeat(21) }, "[]", 409],
    ["a prototype for an action", { ...called, "Next-Action": "__proto__" }, "[]", 400],
    ["two actions", { ...called, "Next-Action": [id, id] }, "[]", 400],
  ] as const)
    await test.step(what, async () => {
      const sent: Ask = {
        method: "POST",
        path: "/cases/2016-01",
        headers: { Origin: study.url, Cookie: cookie, ...headers },
        body: Buffer.from(body),
      };
      expect((await ask(study.url, sent, patience)).status).toBe(status);
    });
  expect(stored(study)).toEqual(before);
  expect(unexpected(study)).toEqual([]);

  await test.step("what a page sends is read", async () => {
    const { headers, body } = await multipartOf(form(["$ACTION_ID_x", ""]));
    const sent = { method: "POST", path: "/cases/2016-01", headers, body };
    expect((await ask(study.url, sent, patience)).status).toBe(403);
  });
});

test("an address that cannot be read is refused", async ({ study }) => {
  for (const [path, headers, status, method = "GET"] of [
    ["/cases/%ff", {}, 400],
    ["/cases/%/rate", {}, 400],
    ["/nothing/%zz", {}, 400],
    ["/", { Host: "[" }, 400],
    ["/", { "X-Forwarded-Host": "a, b" }, 400],
    ["/_global-error", {}, 404],
    ["/api/auth/signin?callbackUrl=[", {}, 302],
    ["/api/auth/signin?callbackUrl=%00", {}, 404, "HEAD"],
  ] as const) {
    const answer = await ask(study.url, { method, path, headers }, patience);
    expect(answer.status, path).toBe(status);
    expect(answer.headers["content-security-policy"], path).toContain("default-src 'self'");
    expect(answer.headers["x-content-type-options"], path).toBe("nosniff");
  }
  const answer = await ask(
    study.url,
    {
      method: "POST",
      path: "/api/auth/callback/credentials",
      headers: { Origin: study.url, "Content-Type": "application/x-www-form-urlencoded" },
      body: Buffer.from("callbackUrl=[&json=true"),
    },
    patience,
  );
  expect(answer.status).toBe(303);
  expect(unexpected(study)).toEqual([]);
});
