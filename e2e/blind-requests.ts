import type { APIResponse, Page } from "@playwright/test";
import { type Fields, formsOn, post } from "./posting";

const casePlaces = ["", "/rate", "/rate/check", "/reconcile", "/reconcile/commit", "/reopen"];

/** The pages of one case. */
export function pagesOf(reference: string): string[] {
  return casePlaces.map((place) => `/cases/${reference}${place}`);
}

/** Every path of the study that answers with something. */
export function pathsOf(reference: string): string[] {
  return [
    "/",
    "/cases",
    "/cases?sample=2016&stage=coding",
    "/cases/new",
    ...pagesOf(reference),
    "/dataset",
    "/dataset?sample=2016&caseType=public_s31",
    "/tables",
    "/tables?sample=2016",
    "/export",
    "/export/agreed-ratings.csv",
    "/export/agreed-ratings-long.csv",
    "/export/children.csv",
    "/export/involvement-periods.csv",
    "/codebook",
    "/people",
    "/account",
    "/account/second-factor",
  ];
}

interface Manner {
  readonly ask: string;
  readonly address: (path: string) => string;
  readonly headers?: Record<string, string>;
  readonly method?: string;
}

const marked = (path: string) => `${path}${path.includes("?") ? "&" : "?"}_rsc=x`;
const prefetch = { RSC: "1", "Next-Router-Prefetch": "1" };

/** The ways in which a browser, or somebody who plays with one, asks for a path. */
const manners: readonly Manner[] = [
  { ask: "page", address: (path) => path },
  { ask: "payload", address: (path) => path, headers: { RSC: "1" } },
  { ask: "prefetch", address: marked, headers: prefetch },
  {
    ask: "segment prefetch",
    address: marked,
    headers: { ...prefetch, "Next-Router-Segment-Prefetch": "/_tree" },
  },
  { ask: "trailing slash", address: (path) => path.replace(/(?<=[^/])(?=\?|$)/, "/") },
  { ask: "head", address: (path) => path, method: "HEAD" },
];

/** What somebody received, by what they asked for: status, headers and body. */
export type Received = ReadonlyMap<string, string>;

/** Asks for each path in every manner, and goes where it is sent on to. */
export async function askFor(page: Page, paths: readonly string[]): Promise<Received> {
  const received = new Map<string, string>();
  for (const path of paths)
    for (const { ask, address, headers, method } of manners) {
      const answer = await page.request.fetch(address(path), { method, headers });
      received.set(`${ask} ${path}`, await wholeOf(answer));
    }
  return received;
}

/** A form that somebody found on one of a case's pages. */
export interface FoundForm {
  readonly place: string;
  readonly fields: Fields;
}

/** The forms of a case's pages, as far as they are open to this person. */
export async function formsOfCase(page: Page, reference: string): Promise<FoundForm[]> {
  const found: FoundForm[] = [];
  for (const place of casePlaces)
    for (const fields of await formsOn(page, `/cases/${reference}${place}`))
      if (fields.some(([, value]) => value.includes(reference))) found.push({ place, fields });
  return found;
}

/** Posts forms to the same pages of another case, with that case's reference in them. */
export async function postTo(
  page: Page,
  reference: string,
  forms: readonly FoundForm[],
): Promise<Received> {
  const received = new Map<string, string>();
  for (const [index, { place, fields }] of forms.entries()) {
    const turned = fields.map(([name, value]): Fields[number] => [
      name,
      value.replaceAll(/2016-0\d/g, reference),
    ]);
    const answer = await post(page, `/cases/${reference}${place}`, turned);
    received.set(`form ${index} to ${place}`, await wholeOf(answer));
  }
  return received;
}

async function wholeOf(answer: APIResponse): Promise<string> {
  const headers = answer.headersArray().map(({ name, value }) => `${name.toLowerCase()}: ${value}`);
  return [answer.status(), ...headers.sort(), "", await answer.text()].join("\n");
}
