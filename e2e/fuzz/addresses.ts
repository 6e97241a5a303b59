import { exportFiles } from "@/db/exports/dataset";
import { uploadOfTests } from "@/db/uploads/uploads.fixtures";
import { reportFiles } from "@/domain/agreement/report-files";
import { sections } from "@/domain/case-record/case-record";
import { codeListNames } from "@/domain/code-lists/code-lists";
import { tableFiles } from "@/domain/tables/table-files";
import type { Route } from "../built";
import type { Ask } from "./asking";
import type { Random } from "./random";
import type { Team } from "./team";
import { noise, oddText } from "./values";

const files = [
  ...exportFiles.map(({ name }) => name),
  ...tableFiles.map(({ name }) => name),
  ...reportFiles.map(({ name }) => name),
  ...["publication.xlsx", "x.csv"],
];
const parameters = [
  ...["sample", "stage", "after", "reference", "caseType", "callbackUrl", "again", "_rsc", "x[]"],
  ...["coder", "overdue", "all", "cases", "coders", "how", "each", "third", "seed", "left", "show"],
  ...["factor", "text", "samples", "freeText", "release", "analysed", "references"],
  ...["columns-ratings", "columns-agreed-ratings", "look", "names", "pair", "cell"],
  ...["table", "line", "column", "earlier", "beside", "ticked"],
  ...["intervals", "view", "from", "to", "window"],
];

/** What a browser asks of a route. */
export function plainAsk(r: Random, team: Team, route: Route): Ask {
  return { method: "GET", path: filled(r, team, route), headers: {} };
}

/** A request for a route, as a browser makes it or as somebody who plays with one does. */
export function routeAsk(r: Random, team: Team, route: Route): Ask {
  const method = r.weighted<string>([
    [8, () => "GET"],
    [1, () => "HEAD"],
    [1, () => r.one(["PUT", "DELETE", "OPTIONS", "PATCH", "PROPFIND"])],
    [1, () => "POST"],
  ]);
  const path = spelt(r, filled(r, team, route)) + queryOf(r, team);
  const body = method === "POST" ? Buffer.from(oddText(r)) : undefined;
  return { method, path: path.slice(0, 12_000), headers: headersOf(r, path), body };
}

/** The pages of cases as often as all the others. */
export function routeFor(r: Random, routes: readonly Route[]): Route {
  const ofCases = routes.filter(({ pattern }) => pattern.includes("[reference]"));
  return r.one(r.chance(0.5) ? ofCases : routes);
}

function filled(r: Random, team: Team, { pattern }: Route): string {
  return pattern.replaceAll(/\[[^\]]+\]/g, (part) => {
    if (r.chance(0.15)) return written(oddText(r)) || "x";
    if (part === "[reference]") return r.one(team.references);
    if (part === "[id]") return r.one([...team.spare, ...team.actors.map(({ id }) => id)]);
    if (part === "[file]") return r.one(files);
    if (part === "[section]") return r.one(Object.keys(sections));
    if (part === "[upload]" || part === "[import]") return r.one([uploadOfTests, ...team.spare]);
    if (part === "[number]") return r.one(["1", "2", "0", "first"]);
    if (part === "[list]") return r.one(Object.keys(codeListNames));
    return r.one(["signin", "signout", "session", "callback/credentials", "csrf", "providers"]);
  });
}

/** An address as it is, or as people write it who look for holes. */
function spelt(r: Random, address: string): string {
  return r.weighted([
    [30, () => address],
    [1, () => `${address}/`],
    [1, () => `${address}.rsc`],
    [1, () => `/${address}`],
    [1, () => address.toUpperCase()],
    [1, () => `${address}/${r.one(["%", "%ff", "%00", "..%2f..", "%2e%2e/", "[x]", "__proto__"])}`],
    [1, () => `/${written(oddText(r))}`],
    [1, () => r.one(["/_next/static/x.js", "/_next/image?url=/icon.svg&w=64&q=75", "/_error"])],
  ]);
}

function queryOf(r: Random, team: Team): string {
  const pairs = r.some(parameters, 0.15).flatMap((name) => {
    const value = r.weighted([
      [2, () => r.one([...team.references, "2016", "coding", "open", "public_s31", "yes"])],
      [1, () => r.one(["table_10", "chart_1", "total-total", "this", "publication", "1"])],
      [2, () => written(oddText(r))],
      [1, () => r.one(["%", "%ff", "/", "//elsewhere.example", "http://elsewhere.example", "["])],
    ]);
    return r.chance(0.1) ? [`${name}=${value}`, `${name}=2`] : [`${name}=${value}`];
  });
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}

const plays: readonly (readonly [name: string, value: (r: Random) => string])[] = [
  ["RSC", () => "1"],
  ["Next-Router-Prefetch", (r) => r.one(["1", "2", ""])],
  ["Next-Router-Segment-Prefetch", (r) => r.one(["/_tree", "/cases", "/../x", "%"])],
  ["Next-Url", (r) => r.one(["/people", "http://[", latin(r)])],
  ["Next-Action", (r) => r.one(["x", "__proto__", "0".repeat(42), latin(r)])],
  ["Next-Resume", () => "1"],
  ["X-Nextjs-Data", () => "1"],
  ["X-Middleware-Subrequest", () => "proxy:proxy:proxy:proxy:proxy"],
  ["X-Matched-Path", () => "/people"],
  ["X-Invoke-Path", () => "/people"],
  ["X-Invoke-Status", () => "500"],
  ["X-Action-Forwarded", () => "1"],
  ["X-Forwarded-Host", (r) => r.one(["[", "elsewhere.example", "a, b", latin(r)])],
  ["X-Forwarded-Proto", (r) => r.one(["https", "javascript", latin(r)])],
  ["X-Forwarded-For", (r) => r.one(["::1", latin(r)])],
  ["X-Http-Method-Override", () => "DELETE"],
  ["Range", (r) => r.one(["bytes=0-1", "bytes=9-1", "lines=1-"])],
  ["If-None-Match", (r) => r.one(["*", '"x"', latin(r)])],
  ["If-Modified-Since", (r) => r.one(["Thu, 01 Jan 1970 00:00:00 GMT", latin(r)])],
  ["Accept", (r) => r.one(["text/x-component", "*/*", latin(r)])],
  ["Accept-Encoding", (r) => r.one(["gzip", "br;q=9", latin(r)])],
  ["Accept-Language", latin],
  ["Content-Type", (r) => r.one(["text/plain", "multipart/form-data", "application/json"])],
  ["X-Long", (r) => "x".repeat(r.one([1000, 10_000, 20_000]))],
];

function headersOf(r: Random, path: string): Record<string, string> {
  const share = r.one([0, 0.04, 0.15]);
  const headers = Object.fromEntries(r.some(plays, share).map(([name, make]) => [name, make(r)]));
  return path.length > 8000 ? {} : headers;
}

/** A header can hold the letters of Latin-1, and no control characters. */
function latin(r: Random): string {
  const letters = Buffer.from(noise(r, r.below(80)), "latin1").toString("latin1");
  return letters.replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, "").trim();
}

/** A text as it stands in an address, byte by byte: halves of pairs become what UTF-8 makes of them. */
function written(text: string): string {
  return Buffer.from(text.slice(0, 2000))
    .toString("latin1")
    .replaceAll(
      /[^A-Za-z0-9_.~-]/g,
      (byte) => `%${byte.charCodeAt(0).toString(16).padStart(2, "0")}`,
    );
}
