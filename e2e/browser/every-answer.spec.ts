import {
  agreeEverything,
  caseFor,
  commit,
  csvFile,
  rateAndSubmit,
  release,
  temporaryStudy,
} from "@/db/fixtures";
import { practiceCaseFor } from "@/db/practice-cases/practice.fixtures";
import { uploadFor, uploadOfTests } from "@/db/uploads/uploads.fixtures";
import { routesOfBuild } from "../built";
import { startConcord } from "../server";
import { expect, makePeople, test } from "../study";
import { faultsOf, faultsOfKind } from "./headers";
import { behindHttps, credentialsOf, outside, type Sent, visitorOf } from "./visitor";

test.use({ trace: "off" });

/** One case to rate, one to reconcile, one committed, and one that is uploaded. */
async function makeCases(people: Awaited<ReturnType<typeof makePeople>>): Promise<void> {
  const { Lena, Ann, Bob } = people;
  await caseFor(Lena, "2016-01", [Lena, Ann]);
  for (const reference of ["2016-02", "2016-03"]) {
    await caseFor(Lena, reference, [Ann, Bob]);
    await rateAndSubmit(Ann, reference, "3000000000000");
    await rateAndSubmit(Bob, reference, "1000000000000");
  }
  await agreeEverything(Lena, "2016-03");
  await commit(Lena, "2016-03");
  await release(Lena);
  await practiceCaseFor(Lena);
  await uploadFor(Lena, csvFile("more.csv", [{ case_ref: "2012-09", scores: "3210000000000" }]));
}

/** Every address of the build, with what stands for its parameters. */
function pathsOf(personId: string): string[] {
  const values: [parameter: string, values: string[]][] = [
    ["[reference]", ["2016-01", "2016-02", "2016-03", "2016-99"]],
    ["[id]", [personId]],
    ["[upload]", ["00000000-0000-4000-8000-000000000000", uploadOfTests]],
    ["[import]", ["00000000-0000-4000-8000-000000000000"]],
    ["[file]", ["agreed-ratings.csv", "table_10.csv", "chart_1.svg", "nothing.csv"]],
    ["[number]", ["1", "9"]],
    ["[section]", ["case", "nothing"]],
    ["[list]", ["case_type", "nothing"]],
    ["[...nextauth]", ["signin", "session", "csrf"]],
  ];
  const filled = (path: string): string[] => {
    const found = values.find(([parameter]) => path.includes(parameter));
    return found ? found[1].flatMap((value) => filled(path.replace(found[0], value))) : [path];
  };
  return routesOfBuild().flatMap(({ pattern }) => filled(pattern));
}

/** What is taken away as a file, from each handler that hands out files. */
const files = [
  "/agreement/reliability.docx",
  "/agreement/reliability.txt",
  "/export/children.csv",
  "/export/dataset.xlsx",
  "/export/dataset.zip",
  "/export/publication.xlsx?release=1",
  `/import/${uploadOfTests}/faults`,
  "/tables/chart_1.png",
  "/tables/chart_1.svg",
  "/tables/table_10.csv",
  "/tables/table_10.csv?release=1&view=publication",
];
const asFile = /^attachment; filename="[\w.-]+"(; filename\*=UTF-8''\S+)?$/;

const form = { name: "x" };
const json = { "Content-Type": "application/json" };

/** What is answered without a page: redirects and refusals. */
const others: [status: number, path: string, sent: Sent][] = [
  [404, "/nothing-here", {}],
  [400, "/%ff", {}],
  [405, "/sign-out", {}],
  [405, "/session", { method: "PUT" }],
  [204, "/session", { method: "OPTIONS" }],
  [403, "/people", { method: "POST", form, headers: { Origin: "https://elsewhere.example" } }],
  [403, "/people", { method: "POST", form, headers: { Origin: "http://concord.example.org" } }],
  [403, "/session", { method: "DELETE", headers: { Origin: "null" } }],
  [415, "/people", { method: "POST", headers: { ...json } }],
  [413, "/people", { method: "POST", form: { name: "x".repeat(1_000_001) } }],
  [302, "/api/auth/callback/credentials", { method: "POST", form }],
  [200, "/cases", { method: "HEAD" }],
  [303, "/export/children.csv?references=nothing", {}],
  [303, "/sign-out", { method: "POST", form }],
];

for (const https of [false, true])
  test(`every answer has its headers and says its kind, over ${https ? "https" : "http"}`, async () => {
    const study = await temporaryStudy();
    const people = await makePeople();
    await makeCases(people);
    const server = await startConcord({
      dataDir: study.dataDir,
      ...(https && { url: outside }),
    });
    const visitor = visitorOf(server.url, https ? behindHttps : {});
    const paths = pathsOf(people.Dora.id);
    const faults: string[] = [];
    const look = async (path: string, sent?: Sent) => {
      const answer = await visitor.send(path, sent);
      const mayBeKept = path === "/icon.svg" || path.startsWith("/_next/static/");
      const wrong = [
        ...faultsOf(answer, { https, mayBeKept }),
        ...faultsOfKind(path, sent ?? {}, answer),
      ];
      faults.push(
        ...wrong.map((fault) => `${sent?.method ?? "GET"} ${path} ${answer.status} ${fault}`),
      );
      return answer;
    };

    for (const path of paths) await look(path);
    await visitor.signIn(...credentialsOf("Lena"));
    const page = await look("/cases/2016-01/rate");
    expect(page.text).toContain("Rate case 2016-01");
    const built = [...new Set(page.text.match(/\/_next\/static\/[\w./-]+/g))];
    expect(built.length).toBeGreaterThan(5);
    for (const path of [...paths, ...built]) await look(path);
    for (const path of files) {
      const file = await look(path);
      expect(file.status, path).toBe(200);
      expect(file.headers.get("content-disposition"), path).toMatch(asFile);
    }
    const script = { headers: { RSC: "1" } };
    const sentOn = await look("/cases", script);
    const { headers } = await look(sentOn.headers.get("location") ?? "", script);
    expect(headers.get("content-type")).toBe("text/x-component");
    for (const [status, path, sent] of others)
      expect((await look(path, sent)).status, path).toBe(status);

    expect(paths.join()).not.toContain("[");
    expect(faults).toEqual([]);
    await server.stop();
    study.end();
    const count = `${routesOfBuild().length} routes at ${paths.length} addresses`;
    test.info().annotations.push({
      type: "figure",
      description: `browser: headers of ${count}, signed in and not, and ${others.length} other answers, over ${https ? "https" : "http"}`,
    });
  });
