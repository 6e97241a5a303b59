import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Question } from "./asking";
import type { Address } from "./paths";

/* The ways in which a browser, or somebody who plays with one, asks for a path. */

type Asked = Omit<Question, "ask">;
type Manner = (path: string, segment: string) => Asked;
/** Manners by their names. */
export type Manners = Readonly<Record<string, Manner>>;

const headers =
  (sent: Record<string, string>): Manner =>
  (path) => ({ path, headers: sent });
const method =
  (name: string): Manner =>
  (path) => ({ path, method: name });

/** Changes the path before the question mark. */
const place =
  (change: (place: string, segment: string) => string, sent?: Record<string, string>): Manner =>
  (path, segment) => {
    const [before = "", query] = path.split("?");
    const changed = change(before, segment);
    return { path: query === undefined ? changed : `${changed}?${query}`, headers: sent };
  };
/** Adds to what stands behind the question mark. */
const query =
  (added: string, sent?: (path: string, segment: string) => Record<string, string>): Manner =>
  (path, segment) => ({
    path: `${path}${path.includes("?") ? "&" : "?"}${added}`,
    headers: sent?.(path, segment),
  });
const prefetched = (segment: string) => ({
  RSC: "1",
  "Next-Router-Prefetch": "1",
  "Next-Router-Segment-Prefetch": segment,
});
const nowhere = encodeURIComponent(JSON.stringify(["", { children: ["__PAGE__", {}] }]));
const buildId = readFileSync(resolve(import.meta.dirname, "../../.next/BUILD_ID"), "utf8");
const middlewares = (name: string) => Array(5).fill(name).join(":");

/** As browsers ask. */
export const mainManners = {
  page: headers({ Accept: "text/html" }),
  payload: headers({ RSC: "1" }),
  navigation: query("_rsc=x", () => ({
    RSC: "1",
    "Next-Router-State-Tree": nowhere,
    "Next-Url": "/",
  })),
  prefetch: query("_rsc=x", () => ({ RSC: "1", "Next-Router-Prefetch": "1" })),
  "segment prefetch": query("_rsc=x", () => prefetched("/_tree")),
  "prefetch of the page's segment": query("_rsc=x", (_, segment) =>
    prefetched(`${segment}/__PAGE__`),
  ),
  head: method("HEAD"),
} satisfies Manners;

const likeFiles: Manners = {
  ".rsc": place((path) => `${path}.rsc`),
  "file of the tree": place((path) => `${path}.segments/_tree.segment.rsc`, prefetched("/_tree")),
  "file of the segment": place(
    (path, segment) => `${path}.segments${segment}/__PAGE__.segment.rsc`,
  ),
  "file of all segments": place((path) => `${path}.segments/_full.segment.rsc`),
  "file of data": place((path) => `/_next/data/${buildId}${path}.json`, { "x-nextjs-data": "1" }),
};

const misspelt: Manners = {
  "trailing slash": place((path) => `${path}/`),
  "doubled slash in front": place((path) => `/${path}`),
  "doubled slashes": place((path) => path.replaceAll("/", "//")),
  "encoded letters": place((path) => path.replaceAll("e", "%65")),
  "encoded digits": place((path) => path.replaceAll("6", "%36")),
  "encoded slashes": place((path) => path.replaceAll(/(?<=.)\//g, "%2F")),
  "slashes encoded twice": place((path) => path.replaceAll(/(?<=.)\//g, "%252F")),
  backslashes: place((path) => path.replaceAll(/(?<=.)\//g, "\\")),
  "upper case": place((path) => path.toUpperCase()),
  "dots between": place((path) => `/no-such-page/..${path.replaceAll("/", "/./")}`),
  "semicolon behind": place((path) => `${path};x=1`),
  "whole address": (path) => ({ path: `http://127.0.0.1${path}` }),
};

const forServers: Manners = {
  "subrequest of proxy": headers({ "x-middleware-subrequest": middlewares("proxy") }),
  "subrequest of middleware": headers({ "x-middleware-subrequest": middlewares("middleware") }),
  "subrequest in src": headers({ "x-middleware-subrequest": middlewares("src/middleware") }),
  "data of a page": headers({ "x-nextjs-data": "1" }),
  "route matches": (path) => ({
    path,
    headers: { "x-now-route-matches": `1=${path.split("/")[2]}&nxtPreference=2016-01` },
  }),
  "matched path": (path) => ({ path, headers: { "x-matched-path": path } }),
  "invoked path": (path) => ({
    path,
    headers: { "x-invoke-path": path, "x-invoke-status": "200", "x-invoke-output": path },
  }),
  "from elsewhere": (path) => ({
    path: "/account",
    headers: {
      ...{ "x-matched-path": path, "x-invoke-path": path, "x-middleware-rewrite": path },
      ...{ "x-original-url": path, "x-rewrite-url": path, "x-nextjs-rewritten-path": path },
    },
  }),
  "parameters in the query": query("nxtPreference=2016-01&nxtPfile=agreed-ratings.csv"),
  "as if developing": headers({ RSC: "1", "Next-HMR-Refresh": "1" }),
  preview: headers({ "x-prerender-revalidate": "preview", purpose: "prefetch" }),
};

const otherwise: Manners = {
  packed: headers({ "Accept-Encoding": "gzip" }),
  "if there is none": headers({ "If-None-Match": "*" }),
  "if changed": headers({ "If-Modified-Since": "Thu, 01 Oct 2099 00:00:00 GMT" }),
  "a part of it": headers({ Range: "bytes=0-99" }),
  "prefetch of everything": query("_rsc=x", () => ({ RSC: "1", "Next-Router-Prefetch": "2" })),
  "prefetch of the root": query("_rsc=x", () => prefetched("/_index")),
  "prefetch of the head": query("_rsc=x", () => prefetched("/_head")),
  options: method("OPTIONS"),
  "post of nothing": (path) => ({
    path,
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: Buffer.from("nothing=1"),
  }),
  put: (path) => ({ path, method: "PUT", body: Buffer.from("nothing=1") }),
};

/** As somebody could ask who knows how the server is made. */
export const otherManners = { ...likeFiles, ...misspelt, ...forServers, ...otherwise };
export const allManners = { ...mainManners, ...otherManners };

/** Every path in every one of these manners. */
export function questionsOf(addresses: readonly Address[], manners: Manners): Question[] {
  return addresses.flatMap(({ pattern, path }) =>
    Object.entries(manners).map(([name, manner]) => ({
      ask: `${name}: ${path}`,
      ...manner(path, segmentOf(pattern)),
    })),
  );
}

/** The name of a route's segment in a prefetch: "/cases/$d$reference" for "/cases/[reference]". */
function segmentOf(pattern: string): string {
  if (pattern === "/") return "";
  return pattern.replaceAll(/\[\.\.\.(\w+)\]/g, "$$c$$$1").replaceAll(/\[(\w+)\]/g, "$$d$$$1");
}
