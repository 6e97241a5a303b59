import type { Page } from "@playwright/test";

/** A browser in which nothing is kept. */
export const nothing = {
  cookies: "",
  local: [],
  session: [],
  databases: [],
  caches: [],
  workers: 0,
  name: "",
};

/** All that a script on this page finds kept in the browser. */
export function keptBy(page: Page): Promise<typeof nothing> {
  return page.evaluate(async () => ({
    cookies: document.cookie,
    local: Object.keys(localStorage) as never[],
    session: Object.keys(sessionStorage) as never[],
    databases: (await indexedDB.databases()).map(({ name }) => name) as never[],
    caches: (await caches.keys()) as never[],
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    name: window.name,
  }));
}
