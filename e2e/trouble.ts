import type { Page } from "@playwright/test";

/**
 * What the browser itself writes on the console and no page can help: that an address has nothing
 * for this person (tests go to such addresses on purpose), and that the connection is gone, also in
 * the middle of a stream (tests take it away, and the server with it). A missing file of ours, which
 * would come from /_next/, is trouble.
 */
const expected =
  /^Failed to load resource: (the server responded with a status of 404|net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|INCOMPLETE_CHUNKED_ENCODING))/;

/** Adds to `troubles` every error on a page's console and every error that nobody caught. */
export function troubleOf(page: Page, troubles: string[]): void {
  page.on("pageerror", (error) => troubles.push(`${page.url()}: ${error.stack ?? error.message}`));
  page.on("console", (message) => {
    const { url } = message.location();
    const ours = url.includes("/_next/") || !expected.test(message.text());
    if (message.type() === "error" && ours) troubles.push(`${page.url()}: ${message.text()}`);
  });
}
