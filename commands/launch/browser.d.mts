/** The browser for the tests; without a path it is Playwright's own. Undefined when there is none. */
export function findBrowser(): { readonly executablePath?: string } | undefined;
