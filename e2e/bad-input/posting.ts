import type { APIResponse, Page } from "@playwright/test";

/** The fields of a form as the server sent it, hidden ones too. */
export type Fields = [name: string, value: string][];

/** The forms of a page that change something, as they are sent without scripts. */
export async function formsOn(page: Page, path: string): Promise<Fields[]> {
  const html = await (await page.request.get(path)).text();
  return page.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, "text/html");
    const forms = [...parsed.querySelectorAll("form")].filter((form) => form.method === "post");
    return forms.map((form) => [...new FormData(form)].map(([name, value]) => [name, `${value}`]));
  }, html) as Promise<Fields[]>;
}

/** The form of a page that has this field. */
export async function formWith(page: Page, path: string, field: string): Promise<Fields> {
  const form = (await formsOn(page, path)).find((one) => one.some(([name]) => name === field));
  if (!form) throw new Error(`${path} has no form with ${field}`);
  return form;
}

/** The form with other values for some fields; undefined leaves a field out. */
export function withFields(form: Fields, changes: Record<string, string | undefined>): Fields {
  const kept = form.filter(([name]) => !Object.hasOwn(changes, name));
  const added = Object.entries(changes).flatMap(
    ([name, value]): Fields => (value === undefined ? [] : [[name, value]]),
  );
  return [...kept, ...added];
}

/** Posts a form straight to the server, as the page's person and from the page's own site. */
export function post(page: Page, path: string, form: Fields): Promise<APIResponse> {
  const multipart = new FormData();
  for (const [name, value] of form) multipart.append(name, value);
  const { origin } = new URL(page.url());
  return page.request.post(path, { multipart, headers: { origin }, maxRedirects: 0 });
}
